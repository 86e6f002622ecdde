import type { cancelMission as endpoint } from '../../contract/missions.ts'
import { missionCan } from '../../domain/mission.ts'
import { mustBeAllowed } from '../failure.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { readMission } from './queries.ts'

export const cancelMission: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'missions', id, ifMatch)
  mustBeAllowed(missionCan.cancel(await readMission(ctx, id)))
  await ctx.db
    .updateTable('missions')
    .set({ cancelled_on: body.on, cancelled_reason: body.reason })
    .where('id', '=', id)
    .execute()
  return readMission(ctx, id)
}
