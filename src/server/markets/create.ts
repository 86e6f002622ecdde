import type { marketRecords } from '../../contract/markets.ts'
import type { Verb } from '../route.ts'
import { readMarket } from './queries.ts'
import { rowOf, storeLists } from './store.ts'

export const createMarket: Verb<typeof marketRecords.create> = async (ctx, { body }) => {
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('markets')
    .values({ ...rowOf(body), id, name: body.name, country: body.country, created_at: at, updated_at: at })
    .execute()
  await storeLists(ctx, id, body)
  return readMarket(ctx, id)
}
