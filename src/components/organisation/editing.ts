import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import type { Organisation, organisationPatch } from '../../contract/organisations.ts'
import { organisations } from '../../data/organisations.ts'
import type { RecordEditing } from '../text-fact.tsx'
import { useWrite } from '../use-write.ts'

export type OrganisationPatch = z.input<typeof organisationPatch>
export type OrganisationEditing = RecordEditing<OrganisationPatch>

/** How an organisation's page saves what is edited in place. */
export function useOrganisationEditing(organisation: Organisation | undefined): OrganisationEditing {
  const { t } = useTranslation(['organisations', 'common'])
  const update = useWrite(organisations.update, { message: ({ name }) => t('updated', { name }) })
  return {
    version: organisation?.version ?? 0,
    reason: organisation?.deletedAt ? t('common:inBinHint') : null,
    save: (body, version) => update.mutateAsync({ params: { id: organisation?.id ?? '' }, body, version }),
  }
}
