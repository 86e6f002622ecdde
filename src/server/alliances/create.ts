import type { allianceRecords } from '../../contract/alliances.ts'
import type { Verb } from '../route.ts'
import { readAlliance } from './queries.ts'
import { rowOf, storeParts } from './store.ts'

export const createAlliance: Verb<typeof allianceRecords.create> = async (ctx, { body }) => {
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('alliances')
    .values({ ...rowOf(body), id, name: body.name, created_at: at, updated_at: at })
    .execute()
  await storeParts(ctx, id, body)
  return readAlliance(ctx, id)
}
