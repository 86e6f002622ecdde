import type { personRecords } from '../../contract/people.ts'
import { mustNotBeErased } from '../privacy/queries.ts'
import { lockLiving, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { readPerson } from './queries.ts'
import { rowOf, storePosts } from './store.ts'

export const updatePerson: Verb<typeof personRecords.update> = async (
  ctx,
  { params: { id }, body, ifMatch },
) => {
  await lockLiving(ctx, 'people', id, ifMatch)
  await mustNotBeErased(ctx, id)
  const row = rowOf(body)
  if (Object.keys(row).length > 0) await ctx.db.updateTable('people').set(row).where('id', '=', id).execute()
  else await touch(ctx, 'people', id)
  await storePosts(ctx, id, body)
  return readPerson(ctx, id)
}
