import type { moveMission as endpoint } from '../../contract/missions.ts'
import { missionCan, missionStageOn } from '../../domain/mission.ts'
import { asOfDay } from '../context.ts'
import { mustBeAllowed } from '../failure.ts'
import { lockLiving, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { readMission } from './queries.ts'

/** A day has one stage: moving on and back within it leaves the last. The stage it has that day already is no move. */
export const moveMission: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'missions', id, ifMatch)
  const mission = await readMission(ctx, id)
  mustBeAllowed(missionCan.move(mission))
  const since = body.since ?? (await asOfDay(ctx, undefined))
  const begun = mission.stages.some((entry) => entry.since <= since)
  if (begun && missionStageOn(mission.stages, since) === body.stage) return mission
  const others = mission.stages.filter((entry) => entry.since !== since)
  await ctx.db.deleteFrom('mission_stages').where('mission_id', '=', id).where('since', '=', since).execute()
  const begunBefore = others.some((entry) => entry.since < since)
  if (!begunBefore || missionStageOn(others, since) !== body.stage)
    await ctx.db
      .insertInto('mission_stages')
      .values({ id: ctx.newId(), mission_id: id, stage: body.stage, since })
      .execute()
  await touch(ctx, 'missions', id)
  return readMission(ctx, id)
}
