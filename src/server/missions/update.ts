import type { missionRecords } from '../../contract/missions.ts'
import { aidInTurn } from '../aid/in-turn.ts'
import { mustBeRegionOf, mustNotEndBeforeStart, mustReferToLiving } from '../checks.ts'
import { asOfDay } from '../context.ts'
import { aidWaits, offerPlaces } from '../participations/offer-place.ts'
import { holdMission } from '../participations/places.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { mustBeActionsOf, mustBeWholeSteps, mustHoldThePlaced } from './checks.ts'
import { mustKeepSlots } from './keep-slots.ts'
import { readMission } from './queries.ts'
import { referencesOf, referredBy, rowOf, storeLists } from './store.ts'

export const updateMission: Verb<typeof missionRecords.update> = async (
  ctx,
  { params: { id }, body, ifMatch },
) => {
  // Before any record is locked, as who awards aid does.
  if (body.capacity !== undefined && (await aidWaits(ctx, id))) await aidInTurn(ctx)
  await lockLiving(ctx, 'missions', id, ifMatch)
  const held = await readMission(ctx, id)
  const { starts = held.starts, ends = held.ends, marketId = held.market?.id ?? null } = body
  if (body.starts !== undefined || body.ends !== undefined) mustNotEndBeforeStart(starts, ends)
  await mustKeepSlots(ctx, held, body)
  mustBeWholeSteps(body.steps)
  await mustReferToLiving(ctx, referencesOf(body), referredBy(held))
  await mustBeActionsOf(ctx, body.agreements)
  if (body.capacity !== undefined) await mustHoldThePlaced(ctx, id, body.capacity)
  const row = rowOf(body)
  const otherMarket = marketId !== (held.market?.id ?? null)
  if (body.regionId && (otherMarket || body.regionId !== held.region?.id))
    await mustBeRegionOf(ctx, body.regionId, marketId)
  // The region of one market makes no sense in another.
  if (body.regionId === undefined && otherMarket) row.region_id = null
  await ctx.db
    .updateTable('missions')
    .set({ ...row, updated_at: ctx.now.toISOString() })
    .where('id', '=', id)
    .execute()
  await storeLists(ctx, id, body)
  if (givesPlaces(held.capacity, body.capacity))
    await offerPlaces(ctx, await holdMission(ctx, id), await asOfDay(ctx, undefined))
  return readMission(ctx, id)
}

/** Whether there are more places than before: those go to who waits. */
const givesPlaces = (before: number | null, now: number | null | undefined) =>
  now !== undefined && before !== null && (now === null || now > before)
