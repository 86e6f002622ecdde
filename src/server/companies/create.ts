import type { createCompany as endpoint } from '../../contract/companies.ts'
import type { Verb } from '../route.ts'
import { readCompany } from './queries.ts'
import { storeProfile } from './store.ts'

export const createCompany: Verb<typeof endpoint> = async (ctx, { body }) => {
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  const { name, country, region, town, founded } = body
  await ctx.db
    .insertInto('organisations')
    .values({ id, name, kinds: ['company'], country, region, town, founded, created_at: at, updated_at: at })
    .execute()
  await storeProfile(ctx, id, body)
  return readCompany(ctx, id)
}
