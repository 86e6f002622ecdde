import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { useReason } from '../../../components/problem-sentence.ts'
import type { RecordEditing } from '../../../components/text-fact.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Mission, missionPatch } from '../../../contract/missions.ts'
import { missions } from '../../../data/missions.ts'

export type MissionPatch = z.input<typeof missionPatch>
export type MissionEditing = RecordEditing<MissionPatch>

/** How the parts of a mission's page save what is edited in place. */
export function useMissionEditing(mission: Mission): MissionEditing {
  const { t } = useTranslation('missions')
  const reason = useReason()
  const update = useWrite(missions.update, {
    message: (reply) => {
      const more = placesGiven(mission, reply)
      return more > 0 ? `${t('changed')} ${t('placesGiven', { count: more })}` : t('changed')
    },
  })
  const { id, version, deletedAt } = mission
  return {
    version,
    reason: reason(deletedAt ? { code: 'record_in_bin' } : null),
    save: (body, over) => update.mutateAsync({ params: { id }, body, version: over }),
  }
}

/** How many of the waiting list have a place by a change; told where both were read as of one day. */
const placesGiven = (before: Mission, after: Mission) =>
  before.asOf === after.asOf ? after.counts.placed - before.counts.placed : 0
