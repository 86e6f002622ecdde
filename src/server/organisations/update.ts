import type { organisationRecords } from '../../contract/organisations.ts'
import { lockLiving, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { readOrganisation } from './queries.ts'
import { rowOf, storeLists } from './store.ts'

export const updateOrganisation: Verb<typeof organisationRecords.update> = async (
  ctx,
  { params: { id }, body, ifMatch },
) => {
  await lockLiving(ctx, 'organisations', id, ifMatch)
  const row = rowOf(body)
  if (Object.keys(row).length > 0)
    await ctx.db.updateTable('organisations').set(row).where('id', '=', id).execute()
  else await touch(ctx, 'organisations', id)
  await storeLists(ctx, id, body)
  return readOrganisation(ctx, id)
}
