import type { restoreParticipation as endpoint } from '../../contract/participations.ts'
import { holdsPlace } from '../../domain/participation.ts'
import { asOfDay } from '../context.ts'
import { takeFromBin, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { freePlaces, holdMission, missionOf } from './places.ts'
import { readParticipation } from './queries.ts'
import { addState, lastState, standingOf, unschedule } from './states.ts'

/** Who had a place that has been given away meanwhile waits for the next one. */
export const restoreParticipation: Verb<typeof endpoint> = async (ctx, { params: { id } }) => {
  const mission = await holdMission(ctx, await missionOf(ctx, id))
  const standing = await standingOf(ctx, id)
  const last = lastState(standing)
  const free = await freePlaces(ctx, mission)
  await takeFromBin(ctx, 'participations', id)
  if (
    standing.deletedAt &&
    standing.side === 'home' &&
    holdsPlace(last.state) &&
    free !== null &&
    free <= 0
  ) {
    const day = await asOfDay(ctx, undefined)
    await addState(ctx, standing, {
      state: 'waitlisted',
      since: last.since > day ? last.since : day,
      reason: null,
    })
    await unschedule(ctx, id)
    await touch(ctx, 'participations', id)
  }
  return readParticipation(ctx, id)
}
