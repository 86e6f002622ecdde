import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MergePreview, OrganisationMergeField } from '../../contract/merge.ts'
import { isPartialDate } from '../../domain/partial-date.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './duplicates.module.css'

export type Choices = Record<string, 'kept' | 'other'>
type Field = MergePreview['fields'][number]

/** Each field of both records beside each other, and which of the two is right. */
export function FieldChoices({
  preview,
  choices,
  onChange,
}: {
  preview: MergePreview
  choices: Choices
  onChange: (choices: Choices) => void
}) {
  const { t } = useTranslation('merge')
  const shown = useShown()
  return (
    <section aria-label={t('dialog.fields')}>
      <h3>{t('dialog.fields')}</h3>
      {preview.fields.map(({ field, kept, other }) => (
        <Radio.Group
          key={field}
          className={classes.field}
          label={t(`field.${field as OrganisationMergeField}`)}
          value={choices[field] ?? 'kept'}
          onChange={(value) => onChange({ ...choices, [field]: value as 'kept' | 'other' })}
        >
          <div className={classes.versions} data-same={kept === other || undefined}>
            <Radio value="kept" label={shown(field, kept)} />
            <Radio value="other" label={shown(field, other)} />
          </div>
        </Radio.Group>
      ))}
    </section>
  )
}

function useShown(): (field: string, value: Field['kept']) => string {
  const { t } = useTranslation('merge')
  const f = useFormat()
  return (field, value) => {
    if (value === null) return t('dialog.nothing')
    const text = String(value)
    if (field === 'language') return f.languageName(text)
    if (field === 'memberState') return f.country(text)
    if (field === 'founded' || field === 'exportsSince') return isPartialDate(text) ? f.date(text) : text
    return text
  }
}
