import type { personRecords } from '../../contract/people.ts'
import type { Verb } from '../route.ts'
import { readPerson } from './queries.ts'
import { rowOf, storePosts } from './store.ts'

export const createPerson: Verb<typeof personRecords.create> = async (ctx, { body }) => {
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('people')
    .values({ ...rowOf(body), id, family_name: body.familyName, created_at: at, updated_at: at })
    .execute()
  await storePosts(ctx, id, body)
  return readPerson(ctx, id)
}
