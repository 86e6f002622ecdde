import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConflictField } from '../../../components/conflict-dialog.tsx'
import { isPartialDate } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import type { AgreementValues } from './values.ts'

const fields = [
  'title',
  'type',
  'alliance',
  'market',
  'regionId',
  'negotiator',
  'parties',
  'starts',
  'ends',
  'targetSignature',
  'noticeDays',
  'language',
  'reference',
  'summary',
] as const

/** The form's fields as the conflict dialog compares them: as read, as somebody else left them, as typed. */
export function useConflictFields(
  base: AgreementValues,
  theirs: AgreementValues | undefined,
  mine: AgreementValues,
): ConflictField[] {
  const { t } = useTranslation(['agreements', 'common'])
  const f = useFormat()
  if (!theirs) return []
  const show = (field: (typeof fields)[number], values: AgreementValues): ReactNode => {
    const value = values[field]
    if (field === 'type') return t(`common:agreementType.${values.type}`)
    if (field === 'language') return values.language && f.languageName(values.language)
    if (field === 'regionId') return values.regionId && t('form.anotherRegion')
    if (field === 'parties') return f.list(values.parties.map(({ organisation }) => organisation.name))
    if (value === null) return null
    if (typeof value === 'object') return 'name' in value ? value.name : null
    return typeof value === 'string' && isPartialDate(value) ? f.date(value) : String(value)
  }
  const shown = [base, theirs, mine]
  return fields.map((field) => ({
    key: field,
    label: t(`fact.${field}`),
    base: base[field],
    theirs: theirs[field],
    mine: mine[field],
    show: (value) => show(field, shown.find((values) => values[field] === value) ?? mine),
  }))
}
