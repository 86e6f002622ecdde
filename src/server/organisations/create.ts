import type { organisationRecords } from '../../contract/organisations.ts'
import type { Verb } from '../route.ts'
import { readOrganisation } from './queries.ts'
import { rowOf, storeLists } from './store.ts'

export const createOrganisation: Verb<typeof organisationRecords.create> = async (ctx, { body }) => {
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('organisations')
    .values({ ...rowOf(body), id, name: body.name, kinds: body.kinds, created_at: at, updated_at: at })
    .execute()
  await storeLists(ctx, id, body)
  return readOrganisation(ctx, id)
}
