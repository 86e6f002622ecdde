import type { grantRecords } from '../../contract/grants.ts'
import { mustNotEndBeforeStart, mustReferToLiving } from '../checks.ts'
import type { Verb } from '../route.ts'
import { mustHoldTogether } from './checks.ts'
import { readGrant } from './queries.ts'
import { referencesOf, rowOf, storeFunders } from './store.ts'

export const createGrant: Verb<typeof grantRecords.create> = async (ctx, { body }) => {
  mustNotEndBeforeStart(body.starts, body.ends)
  mustHoldTogether(body)
  await mustReferToLiving(ctx, referencesOf(body))
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('grants')
    .values({
      ...rowOf(body),
      id,
      title: body.title,
      currency: body.currency,
      total_kind: body.total.kind,
      rules: JSON.stringify(body.rules),
      created_at: at,
      updated_at: at,
    })
    .execute()
  await storeFunders(ctx, id, body)
  return readGrant(ctx, id)
}
