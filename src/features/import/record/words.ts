import { useTranslation } from 'react-i18next'
import type { ImportRow } from '../../../contract/import-row.ts'

/** What a row is called: its body, or its person. */
export const nameOf = ({ draft: { organisation, person } }: Pick<ImportRow, 'draft'>): string =>
  organisation?.name ?? (person ? personName(person) : '')

export const personName = ({ givenName, familyName }: NonNullable<ImportRow['draft']['person']>): string =>
  [givenName, familyName].filter(Boolean).join(' ')

/** Why a row was refused, in a sentence. */
export function useRefusal() {
  const { t } = useTranslation('imports')
  return ({ code, message, params }: NonNullable<ImportRow['refusal']>): string =>
    t(`refusal.${code}` as 'refusal.duplicate', { ...params, defaultValue: t('refusal.other', { message }) })
}
