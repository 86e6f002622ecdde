import { Button, Checkbox, MultiSelect, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Grant } from '../../../contract/grants.ts'
import { usualCategories } from '../../../domain/grant.ts'
import { FieldRow } from '../../../ui/field-row.tsx'
import { RowsEditor } from '../../../ui/rows-editor.tsx'
import { useCategoryName } from '../words.ts'
import { PercentField } from './percent-field.tsx'
import { type CategoryText, keyFor, type RulesText, usualRows } from './rules-text.ts'

/** The rules of a grant as they are being typed. */
export interface RulesEdited {
  value: RulesText
  set: (patch: Partial<RulesText>) => void
  grant: Grant
}

/** Which headings costs stand under, with their limits. */
export function CategoryFields({ value, set, grant }: RulesEdited) {
  const { t } = useTranslation('grants')
  const nameOf = useCategoryName(grant.rules)
  const { categories } = value
  if (categories.length === 0)
    return (
      <div>
        <Button variant="default" size="xs" onClick={() => set({ categories: usualRows(grant.rules) })}>
          {t('rules.categories')}…
        </Button>
      </div>
    )
  return (
    <RowsEditor<CategoryText>
      label={t('rules.categories')}
      rows={categories}
      onChange={(rows) => set({ categories: rows })}
      blank={() => ({ key: '', name: '', direct: true, limit: '' })}
      addLabel={t('rules.addCategory')}
      rowName={({ key, name }) => name || (key && nameOf(key))}
    >
      {(row, patch, index) => (
        <>
          <TextInput
            label={t('rules.categoryName')}
            maxLength={120}
            required={row.key === ''}
            placeholder={row.key && nameOf(row.key)}
            value={row.name}
            onChange={(event) => patch({ name: event.currentTarget.value })}
            // A new one gets its key as it is named; lines refer to it from then on.
            onBlur={() => {
              const others = categories.filter((_, at) => at !== index).map(({ key }) => key)
              if (row.key === '' && row.name.trim()) patch({ key: keyFor(row.name, others) })
            }}
          />
          <PercentField
            label={t('rules.limit')}
            value={row.limit}
            onChange={(limit) => patch({ limit })}
            optional
          />
          <Checkbox
            label={t('rules.direct')}
            checked={row.direct}
            onChange={(event) => patch({ direct: event.currentTarget.checked })}
          />
        </>
      )}
    </RowsEditor>
  )
}

const categoryOptions = (value: RulesText, nameOf: (key: string) => string) => {
  const keys = value.categories.length > 0 ? value.categories.map(({ key }) => key) : usualCategories
  return keys.filter(Boolean).map((key) => ({
    value: key,
    label: value.categories.find((one) => one.key === key)?.name || nameOf(key),
  }))
}

/** Indirect costs: by which share of which costs. */
export function IndirectFields({ value, set, grant }: RulesEdited) {
  const { t } = useTranslation('grants')
  const nameOf = useCategoryName(grant.rules)
  const { indirectKind } = value
  const isShare = indirectKind === 'share_of_direct' || indirectKind === 'share_of_personnel'
  return (
    <FieldRow>
      <Select
        label={t('rules.indirect')}
        placeholder={t('rules.notKnown')}
        clearable
        data={(['none', 'share_of_direct', 'share_of_personnel'] as const).map((kind) => ({
          value: kind,
          label: t(`rules.indirectKind.${kind}`),
        }))}
        value={indirectKind || null}
        onChange={(kind) =>
          set({ indirectKind: (kind ?? '') as RulesText['indirectKind'], indirectKeys: [] })
        }
      />
      {isShare && (
        <PercentField
          label={t('rules.percent')}
          value={value.indirectPercent}
          onChange={(indirectPercent) => set({ indirectPercent })}
        />
      )}
      {isShare && (
        <MultiSelect
          label={t(indirectKind === 'share_of_direct' ? 'rules.exceptField' : 'rules.categories')}
          data={categoryOptions(value, nameOf)}
          value={value.indirectKeys}
          onChange={(indirectKeys) => set({ indirectKeys })}
        />
      )}
    </FieldRow>
  )
}
