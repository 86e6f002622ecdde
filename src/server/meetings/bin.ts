import type { removeMeeting as removal, restoreMeeting as restoration } from '../../contract/meetings.ts'
import { Failure } from '../failure.ts'
import { lockLiving, moveToBin, takeFromBin } from '../record.ts'
import type { Verb } from '../route.ts'
import { readMeeting } from './queries.ts'
import { giveUpTakenPlace } from './record.ts'

/** What has been recorded of a meeting is not thrown away with it. */
export const removeMeeting: Verb<typeof removal> = async (ctx, { params: { id }, ifMatch }) => {
  await lockLiving(ctx, 'meetings', id, ifMatch)
  const { state, rating, remark } = await readMeeting(ctx, id)
  if (state === 'held' || state === 'no_show' || rating !== null || remark !== null)
    throw new Failure('meeting_recorded', 'What became of it is recorded')
  await moveToBin(ctx, 'meetings', id, ifMatch)
  return readMeeting(ctx, id)
}

export const restoreMeeting: Verb<typeof restoration> = async (ctx, { params: { id } }) => {
  const { deletedAt } = await readMeeting(ctx, id)
  await takeFromBin(ctx, 'meetings', id)
  if (deletedAt !== null) await giveUpTakenPlace(ctx, id)
  return readMeeting(ctx, id)
}
