import type { CallInput } from '../../../../contract/endpoint.ts'
import type { inviteParticipants } from '../../../../contract/participations.ts'
import type { ParticipationState } from '../../../../domain/participation.ts'

/** In which state all who are invited together begin, from when, and from which cluster. */
export interface Terms {
  state: ParticipationState
  since: string | null
  /** Null: of the mission's clusters the one whose member it is. */
  clusterId: string | null
  reason: string
}

export const firstTerms = (day: string): Terms => ({
  state: 'invited',
  since: day,
  clusterId: null,
  reason: '',
})

export const toInput = (
  { state, since, clusterId, reason }: Terms,
  side: 'home' | 'partner',
  organisationIds: readonly string[],
): CallInput<typeof inviteParticipants>['body'] => ({
  side,
  state,
  since,
  reason: reason.trim() || null,
  invitees: organisationIds.map((organisationId) => ({ organisationId, clusterId })),
})
