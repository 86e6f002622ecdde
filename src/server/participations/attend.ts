import type { noteAttendance as endpoint } from '../../contract/participations.ts'
import { canMove } from '../../domain/participation.ts'
import { Failure, mustBeAllowed } from '../failure.ts'
import { touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { holdOpenMission, missionOf } from './places.ts'
import { readParticipation } from './queries.ts'
import { addState, lastState, standingOf } from './states.ts'

const isPresence = ({ state }: { state: string }) => state === 'attended' || state === 'no_show'

/**
 * Needs no version, as it is noted where there may be no connection: it says what is so of one participant, and sent
 * again it changes nothing. Presence noted before gives way to what is noted now.
 */
export const noteAttendance: Verb<typeof endpoint> = async (ctx, { params: { id }, body }) => {
  await holdOpenMission(ctx, await missionOf(ctx, id))
  const standing = await standingOf(ctx, id)
  if (standing.deletedAt) throw new Failure('record_in_bin', 'The participation is in the bin')
  const now = lastState(standing)
  const states = standing.states.slice(0, standing.states.findLastIndex((entry) => !isPresence(entry)) + 1)
  const before = states.at(-1)
  const presence = body.attended === null ? null : body.attended ? 'attended' : 'no_show'
  // Who was entered as present has no earlier state to go back to.
  const to = presence ?? (before ? null : 'confirmed')
  if (to ? now.state === to : now === before) return readParticipation(ctx, id)
  if (to && !isPresence(now)) mustBeAllowed(canMove(now.state, to))
  const noted = standing.states.slice(states.length).map((entry) => entry.id)
  if (noted.length > 0) await ctx.db.deleteFrom('participation_states').where('id', 'in', noted).execute()
  if (to) {
    const since = before && before.since > body.on ? before.since : body.on
    await addState(ctx, { ...standing, states }, { state: to, since, reason: null })
  }
  await touch(ctx, 'participations', id)
  return readParticipation(ctx, id)
}
