import type { recordMeeting } from '../../contract/meetings.ts'
import { recordedAs } from '../../domain/meeting.ts'
import type { Context } from '../context.ts'
import { Failure, invalidField } from '../failure.ts'
import type { Verb } from '../route.ts'
import { clashesOf } from './clashes.ts'
import { holdMissionOf } from './hold-mission.ts'
import { takeOffGrid } from './place.ts'
import { readMeeting } from './queries.ts'
import { readSchedule } from './read-schedule.ts'

/**
 * Needs no version, as it is recorded where there may be no connection: it says what became of one meeting, and sent again
 * it changes nothing.
 */
export const recordOutcome: Verb<typeof recordMeeting> = async (ctx, { params: { id }, body }) => {
  await holdMissionOf(ctx, id)
  const before = await readMeeting(ctx, id)
  if (before.deletedAt) throw new Failure('record_in_bin', 'The meeting is in the bin')
  const { state, rating } = body
  const known = recordedAs(before, {
    ...(state === undefined ? {} : { state }),
    ...(rating === undefined ? {} : { rating }),
  })
  if (!known) throw invalidField('rating', 'rating_contradicts', 'The rating contradicts the state')
  const remark = body.remark === undefined ? before.remark : body.remark
  const movedTo = body.movedTo === undefined ? before.movedTo : body.movedTo
  const same =
    known.state === before.state &&
    known.rating === before.rating &&
    remark === before.remark &&
    movedTo === before.movedTo
  if (same) return before
  await ctx.db
    .updateTable('meetings')
    .set({ ...known, remark, moved_to: movedTo })
    .where('id', '=', id)
    .execute()
  if (before.state === 'cancelled' && known.state !== 'cancelled') await giveUpTakenPlace(ctx, id)
  return readMeeting(ctx, id)
}

/** A meeting that is back leaves its place where that has been given to others meanwhile, or can't be had any more. */
export async function giveUpTakenPlace(ctx: Context, id: string): Promise<void> {
  const { missionId, slotId } = await readMeeting(ctx, id)
  if (slotId === null) return
  const clashes = clashesOf(await readSchedule(ctx, missionId), new Set([id]))
  if (clashes.length > 0) await takeOffGrid(ctx, [id])
}
