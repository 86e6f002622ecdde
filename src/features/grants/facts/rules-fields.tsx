import { Button, Checkbox, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Grant } from '../../../contract/grants.ts'
import { usualCategories } from '../../../domain/grant.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { RowsEditor } from '../../../ui/rows-editor.tsx'
import { rateOf } from '../rate-of.ts'
import { basisPointsOf, useCategoryName } from '../words.ts'
import { type CategoryText, keyFor, type PeriodText, type RulesText, usualRows } from './rules-text.ts'

interface Props {
  value: RulesText
  set: (patch: Partial<RulesText>) => void
  grant: Grant
  error: React.ReactNode
}

/** The rules as fields; where nothing is chosen, the rule is not known. */
export function RulesFields(props: Props) {
  const { t } = useTranslation('grants')
  const { value, set, error } = props
  return (
    <Stack gap="sm">
      <CategoryFields {...props} />
      <IndirectFields {...props} />
      <RateFields {...props} />
      <TransferFields {...props} />
      <FieldRow>
        {(['eligibleFrom', 'eligibleTo'] as const).map((field) => (
          <DateInput
            key={field}
            label={t(`rules.${field}`)}
            value={value[field]}
            onChange={(day) => set({ [field]: day })}
          />
        ))}
      </FieldRow>
      <PeriodRows {...props} />
      <Checkbox
        label={t('rules.approvalField')}
        checked={value.secondApproval}
        onChange={(event) => set({ secondApproval: event.currentTarget.checked })}
      />
      {error && (
        <p role="alert" style={{ color: 'var(--tone-overdue)', margin: 0 }}>
          {error}
        </p>
      )}
    </Stack>
  )
}

function Percent({
  label,
  value,
  onChange,
  optional,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  optional?: boolean
}) {
  const { t } = useTranslation('grants')
  const read = basisPointsOf(value)
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      maxLength={10}
      required={!optional}
      value={value}
      error={(read === undefined || (!optional && read === null && value !== '')) && t('rules.wrongPercent')}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function CategoryFields({ value, set, grant }: Props) {
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
          <Percent
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

function IndirectFields({ value, set, grant }: Props) {
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
        <Percent
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

function RateFields({ value, set, grant: { currency } }: Props) {
  const { t } = useTranslation('grants')
  return (
    <>
      <Select
        label={t('rules.rates')}
        placeholder={t('rules.notKnown')}
        clearable
        data={(['day', 'month', 'period_mean', 'fixed'] as const).map((kind) => ({
          value: kind,
          label: t(`rules.rateKind.${kind}`),
        }))}
        value={value.rateKind || null}
        onChange={(kind) => set({ rateKind: (kind ?? '') as RulesText['rateKind'] })}
      />
      {value.rateKind === 'fixed' && (
        <RowsEditor
          label={t('rules.rates')}
          rows={value.quotes}
          onChange={(quotes) => set({ quotes })}
          blank={() => ({ currency: 'JPY', rate: '' })}
          addLabel={t('rules.addQuote')}
          rowName={(quote) => quote.currency}
        >
          {(row, patch) => (
            <>
              <Select
                label={t('fact.currency')}
                searchable
                allowDeselect={false}
                limit={40}
                data={Intl.supportedValuesOf('currency')}
                value={row.currency}
                onChange={(next) => next && patch({ currency: next })}
              />
              <TextInput
                label={t('rules.quoteRate', { to: currency })}
                inputMode="decimal"
                required
                maxLength={20}
                value={row.rate}
                error={row.rate !== '' && !rateOf(row.rate) && t('rules.wrongRate')}
                onChange={(event) => patch({ rate: event.currentTarget.value })}
              />
            </>
          )}
        </RowsEditor>
      )}
    </>
  )
}

function TransferFields({ value, set }: Props) {
  const { t } = useTranslation('grants')
  const { transferKind } = value
  return (
    <FieldRow>
      <Select
        label={t('rules.transfer')}
        placeholder={t('rules.notKnown')}
        clearable
        data={(['free', 'heading_increase', 'recipient_total'] as const).map((kind) => ({
          value: kind,
          label: t(`rules.transferKind.${kind}`),
        }))}
        value={transferKind || null}
        onChange={(kind) => set({ transferKind: (kind ?? '') as RulesText['transferKind'] })}
      />
      {transferKind !== '' && transferKind !== 'free' && (
        <Percent
          label={t('rules.percent')}
          value={value.transferPercent}
          onChange={(transferPercent) => set({ transferPercent })}
        />
      )}
    </FieldRow>
  )
}

function PeriodRows({ value, set }: Props) {
  const { t } = useTranslation('grants')
  return (
    <RowsEditor<PeriodText>
      label={t('rules.claimPeriods')}
      rows={value.claimPeriods}
      onChange={(claimPeriods) => set({ claimPeriods })}
      blank={() => ({ from: null, to: null, due: null })}
      addLabel={t('rules.addPeriod')}
      rowName={({ from }) => from ?? ''}
    >
      {(row, patch) =>
        (['from', 'to', 'due'] as const).map((field) => (
          <DateInput
            key={field}
            label={t(`rules.${field}`)}
            required
            value={row[field]}
            onChange={(day) => patch({ [field]: day })}
          />
        ))
      }
    </RowsEditor>
  )
}
