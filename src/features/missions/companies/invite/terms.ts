import type { CallInput } from '../../../../contract/endpoint.ts'
import type { inviteParticipants } from '../../../../contract/participations.ts'
import { holdsPlace, type ParticipationState } from '../../../../domain/participation.ts'
import type { MoneyText } from '../../../../ui/money-input.tsx'
import { aidCents, noAid } from '../move/aid-field.tsx'

/** In which state all who are invited together begin, from when, and from which cluster. */
export interface Terms {
  state: ParticipationState
  since: string | null
  /** Null: of the mission's clusters the one whose member it is. */
  clusterId: string | null
  reason: string
  /** De minimis aid that comes with each place, where they take one at once. */
  aid: MoneyText
}

export const firstTerms = (day: string): Terms => ({
  state: 'invited',
  since: day,
  clusterId: null,
  reason: '',
  aid: noAid,
})

export const toInput = (
  { state, since, clusterId, reason, aid }: Terms,
  side: 'home' | 'partner',
  organisationIds: readonly string[],
): CallInput<typeof inviteParticipants>['body'] => ({
  side,
  state,
  since,
  reason: reason.trim() || null,
  aid: side === 'home' && holdsPlace(state) ? aidCents(aid) : null,
  invitees: organisationIds.map((organisationId) => ({ organisationId, clusterId })),
})
