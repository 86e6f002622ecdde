import type { CallInput } from '../../src/contract/endpoint.ts'
import {
  cancelMission,
  closeMission,
  type Mission,
  missionRecords,
  moveMission,
  reopenMission,
  tickStep,
} from '../../src/contract/missions.ts'
import type { CallOptions, TestApi } from './api.ts'

export type MissionPatch = CallInput<typeof missionRecords.update>['body']

const on = ({ id, version }: Mission) => [{ id }, { version }] as const

/** What can be done to a mission, each verb as seen by somebody who holds it as given; gives it as it is then. */
export function missionVerbs(api: TestApi) {
  return {
    update: (held: Mission, body: MissionPatch, options?: CallOptions) => {
      const [params, seen] = on(held)
      return api.call(missionRecords.update, { params, body }, { ...seen, ...options })
    },
    move: (held: Mission, stage: Mission['stage'], since?: string) => {
      const [params, seen] = on(held)
      return api.call(moveMission, { params, body: { stage, since } }, seen)
    },
    cancel: (held: Mission, day: string) => {
      const [params, seen] = on(held)
      return api.call(cancelMission, { params, body: { on: day, reason: 'No budget' } }, seen)
    },
    close: (held: Mission, day: string) => {
      const [params, seen] = on(held)
      return api.call(closeMission, { params, body: { on: day } }, seen)
    },
    reopen: (held: Mission) => {
      const [params, seen] = on(held)
      return api.call(reopenMission, { params }, seen)
    },
    tick: ({ id }: Mission, stepId: string, doneOn: string | null) =>
      api.call(tickStep, { params: { id, stepId }, body: { doneOn } }),
    remove: (held: Mission) => {
      const [params, seen] = on(held)
      return api.call(missionRecords.remove, { params }, seen)
    },
    read: ({ id }: { id: string }, asOf?: string) =>
      api.call(missionRecords.read, { params: { id }, query: { asOf } }),
  }
}
