import type { CallInput } from '../../src/contract/endpoint.ts'
import {
  inviteParticipants,
  listParticipations,
  moveParticipation,
  noteAttendance,
  type Participation,
  readParticipation,
  removeParticipation,
  restoreParticipation,
  updateParticipation,
} from '../../src/contract/participations.ts'
import type { CallOptions, TestApi } from './api.ts'

type Path = { reason?: string; since?: string }
type Patch = CallInput<typeof updateParticipation>['body']

/** What can be done to a participation, each verb as seen by somebody who holds it as given. */
export function participationVerbs(api: TestApi) {
  const on = ({ id, version }: Participation) => ({ params: { id }, seen: { version } })
  return {
    invite: (missionId: string, body: CallInput<typeof inviteParticipants>['body']) =>
      api.call(inviteParticipants, { params: { id: missionId }, body }),
    list: async (query: CallInput<typeof listParticipations>['query']) =>
      (await api.call(listParticipations, { query })).items,
    read: ({ id }: Participation, asOf?: string) =>
      api.call(readParticipation, { params: { id }, query: { asOf } }),
    move: (held: Participation, state: Participation['state'], how: Path = {}, options?: CallOptions) => {
      const { params, seen } = on(held)
      const reason = how.reason ?? (['rejected', 'withdrawn'].includes(state) ? 'Said so' : undefined)
      return api.call(moveParticipation, { params, body: { state, ...how, reason } }, { ...seen, ...options })
    },
    update: (held: Participation, body: Patch) => {
      const { params, seen } = on(held)
      return api.call(updateParticipation, { params, body }, seen)
    },
    attend: ({ id }: Participation, attended: boolean | null, day = '2008-10-15') =>
      api.call(noteAttendance, { params: { id }, body: { attended, on: day } }),
    remove: (held: Participation) => {
      const { params, seen } = on(held)
      return api.call(removeParticipation, { params }, seen)
    },
    restore: ({ id }: Participation) => api.call(restoreParticipation, { params: { id } }),
  }
}
