import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { useReason } from '../../../components/problem-sentence.ts'
import type { RecordEditing } from '../../../components/text-fact.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Participation, participationPatch } from '../../../contract/participations.ts'
import { participations } from '../../../data/participations.ts'

export type ParticipationPatch = z.input<typeof participationPatch>
export type ParticipationEditing = RecordEditing<ParticipationPatch>

/** How the parts of a participation's page save what is edited in place. */
export function useParticipationEditing(row: Participation): ParticipationEditing {
  const { t } = useTranslation('participations')
  const reason = useReason()
  const update = useWrite(participations.update, {
    message: ({ organisation }) => t('changed', { name: organisation.name }),
  })
  return {
    version: row.version,
    reason: reason(row.deletedAt ? { code: 'record_in_bin' } : null),
    save: (body, version) => update.mutateAsync({ params: { id: row.id }, body, version }),
  }
}
