import type { reopenMission as endpoint } from '../../contract/missions.ts'
import { missionCan } from '../../domain/mission.ts'
import { mustBeAllowed } from '../failure.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { readMission } from './queries.ts'

export const reopenMission: Verb<typeof endpoint> = async (ctx, { params: { id }, ifMatch }) => {
  await lockLiving(ctx, 'missions', id, ifMatch)
  mustBeAllowed(missionCan.reopen(await readMission(ctx, id)))
  await ctx.db
    .updateTable('missions')
    .set({ cancelled_on: null, cancelled_reason: null, closed_on: null })
    .where('id', '=', id)
    .execute()
  return readMission(ctx, id)
}
