import type { removeParticipation as endpoint } from '../../contract/participations.ts'
import { holdsPlace } from '../../domain/participation.ts'
import { aidInTurn } from '../aid/in-turn.ts'
import { asOfDay } from '../context.ts'
import { moveToBin } from '../record.ts'
import type { Verb } from '../route.ts'
import { aidWaits, offerPlace } from './offer-place.ts'
import { holdMission, missionOf } from './places.ts'
import { readParticipation } from './queries.ts'
import { lastState, standingOf } from './states.ts'

/** A company's place that becomes free goes to the first who waits, as with a withdrawal. */
export const removeParticipation: Verb<typeof endpoint> = async (ctx, { params: { id }, ifMatch }) => {
  const missionId = await missionOf(ctx, id)
  if (await aidWaits(ctx, missionId)) await aidInTurn(ctx)
  const mission = await holdMission(ctx, missionId)
  await moveToBin(ctx, 'participations', id, ifMatch)
  const standing = await standingOf(ctx, id)
  const leaves = standing.side === 'home' && holdsPlace(lastState(standing).state)
  const promoted = leaves ? await offerPlace(ctx, mission, await asOfDay(ctx, undefined)) : null
  return {
    ...(await readParticipation(ctx, id)),
    promoted: promoted === null ? null : (await readParticipation(ctx, promoted.id)).organisation,
  }
}
