import type { tickStep as endpoint } from '../../contract/missions.ts'
import { Failure } from '../failure.ts'
import { touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { readMission } from './queries.ts'

/** Needs no version: it says what is so of one step, and sent again it changes nothing. */
export const tickStep: Verb<typeof endpoint> = async (ctx, { params: { id, stepId }, body }) => {
  const mission = await ctx.db
    .selectFrom('missions')
    .select('deleted_at')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const step = await ctx.db
    .selectFrom('mission_steps')
    .select('done_on')
    .where('mission_id', '=', id)
    .where('id', '=', stepId)
    .executeTakeFirst()
  if (!mission || !step) throw new Failure('not_found', 'There is no such step')
  if (mission.deleted_at) throw new Failure('record_in_bin', 'The mission is in the bin')
  if (step.done_on !== body.doneOn) {
    await ctx.db.updateTable('mission_steps').set({ done_on: body.doneOn }).where('id', '=', stepId).execute()
    await touch(ctx, 'missions', id)
  }
  return readMission(ctx, id)
}
