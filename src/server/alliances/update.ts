import type { allianceRecords } from '../../contract/alliances.ts'
import { lockLiving, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { readAlliance } from './queries.ts'
import { rowOf, storeParts } from './store.ts'

export const updateAlliance: Verb<typeof allianceRecords.update> = async (
  ctx,
  { params: { id }, body, ifMatch },
) => {
  await lockLiving(ctx, 'alliances', id, ifMatch)
  const row = rowOf(body)
  if (Object.keys(row).length > 0)
    await ctx.db.updateTable('alliances').set(row).where('id', '=', id).execute()
  else await touch(ctx, 'alliances', id)
  await storeParts(ctx, id, body)
  return readAlliance(ctx, id)
}
