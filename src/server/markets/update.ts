import type { marketRecords } from '../../contract/markets.ts'
import { lockLiving, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { readMarket } from './queries.ts'
import { rowOf, storeLists } from './store.ts'

export const updateMarket: Verb<typeof marketRecords.update> = async (
  ctx,
  { params: { id }, body, ifMatch },
) => {
  await lockLiving(ctx, 'markets', id, ifMatch)
  const row = rowOf(body)
  if (Object.keys(row).length > 0) await ctx.db.updateTable('markets').set(row).where('id', '=', id).execute()
  else await touch(ctx, 'markets', id)
  await storeLists(ctx, id, body)
  return readMarket(ctx, id)
}
