import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import type * as z from 'zod'
import { useReason } from '../../../components/problem-sentence.ts'
import { useScope } from '../../../components/scope.ts'
import type { RecordEditing } from '../../../components/text-fact.tsx'
import { useRecord } from '../../../components/use-record.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Company, companyPatch } from '../../../contract/companies.ts'
import { companies } from '../../../data/companies.ts'

/** The as-of day for a request about one company; of the scope nothing else bears on it. */
export function useDayQuery(): { asOf: string } | undefined {
  const { asOf } = useScope()
  return asOf ? { asOf } : undefined
}

/** The company, seen from the screen's day; undefined while it is being loaded. */
export function useCompany(id: string): Company | undefined {
  return useRecord(companies.read({ params: { id }, query: useDayQuery() }))
}

/** The company whose page a tab stands on. */
export const useTabCompany = () => useOutletContext<Company>()

export type CompanyPatch = z.input<typeof companyPatch>
export type CompanyEditing = RecordEditing<CompanyPatch>

/** How the parts of a company's page save what is edited in place. */
export function useCompanyEditing({ id, version, deletedAt }: Company): CompanyEditing {
  const { t } = useTranslation('companies')
  const reason = useReason()
  const update = useWrite(companies.update, { message: ({ name }) => t('changed', { name }) })
  return {
    version,
    reason: reason(deletedAt ? { code: 'record_in_bin' } : null),
    save: (body, over) => update.mutateAsync({ params: { id }, body, version: over }),
  }
}
