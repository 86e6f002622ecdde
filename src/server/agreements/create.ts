import type { agreementRecords } from '../../contract/agreements.ts'
import { mustBeRegionOf, mustNotEndBeforeStart, mustReferToLiving } from '../checks.ts'
import { asOfDay } from '../context.ts'
import type { Verb } from '../route.ts'
import { readAgreement } from './queries.ts'
import { referencesOf, rowOf, storeLists } from './store.ts'

export const createAgreement: Verb<typeof agreementRecords.create> = async (ctx, { body }) => {
  mustNotEndBeforeStart(body.starts, body.ends)
  await mustReferToLiving(ctx, referencesOf(body))
  if (body.regionId) await mustBeRegionOf(ctx, body.regionId, body.marketId)
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('agreements')
    .values({ ...rowOf(body), id, title: body.title, type: body.type, created_at: at, updated_at: at })
    .execute()
  const since = await asOfDay(ctx, body.stageSince ?? undefined)
  await ctx.db
    .insertInto('agreement_stages')
    .values({ id: ctx.newId(), agreement_id: id, stage: body.stage, since })
    .execute()
  await storeLists(ctx, id, body)
  return readAgreement(ctx, id)
}
