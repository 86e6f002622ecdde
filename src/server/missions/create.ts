import type { missionRecords } from '../../contract/missions.ts'
import { mustBeRegionOf, mustNotEndBeforeStart, mustReferToLiving } from '../checks.ts'
import { asOfDay } from '../context.ts'
import type { Verb } from '../route.ts'
import { mustBeActionsOf, mustBeWholeSteps } from './checks.ts'
import { readMission } from './queries.ts'
import { referencesOf, rowOf, storeLists, templateSteps } from './store.ts'

export const createMission: Verb<typeof missionRecords.create> = async (ctx, { body }) => {
  mustNotEndBeforeStart(body.starts, body.ends)
  mustBeWholeSteps(body.steps)
  await mustReferToLiving(ctx, referencesOf(body))
  if (body.regionId) await mustBeRegionOf(ctx, body.regionId, body.marketId)
  await mustBeActionsOf(ctx, body.agreements)
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('missions')
    .values({ ...rowOf(body), id, title: body.title, kind: body.kind, created_at: at, updated_at: at })
    .execute()
  const since = body.stageSince ?? (await asOfDay(ctx, undefined))
  await ctx.db
    .insertInto('mission_stages')
    .values({ id: ctx.newId(), mission_id: id, stage: body.stage, since })
    .execute()
  const steps = body.template ? [...templateSteps(body.kind), ...body.steps] : body.steps
  await storeLists(ctx, id, { ...body, steps })
  return readMission(ctx, id)
}
