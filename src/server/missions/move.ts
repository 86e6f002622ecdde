import type { moveMission as endpoint } from '../../contract/missions.ts'
import { missionCan, missionStages } from '../../domain/mission.ts'
import { asOfDay } from '../context.ts'
import { mustBeAllowed } from '../failure.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { moveStage } from '../stages.ts'
import { readMission } from './queries.ts'

export const moveMission: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'missions', id, ifMatch)
  const { stages, ...mission } = await readMission(ctx, id)
  mustBeAllowed(missionCan.move(mission))
  const since = await asOfDay(ctx, body.since ?? undefined)
  await moveStage(ctx, { noun: 'missions', id, order: missionStages, stages }, { stage: body.stage, since })
  return readMission(ctx, id)
}
