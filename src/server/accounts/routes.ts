import { sql } from 'kysely'
import * as contract from '../../contract/accounts.ts'
import { mustBeThere } from '../companies/hold.ts'
import { route } from '../route.ts'
import { accountsOf, readAccounts } from './queries.ts'
import { addAccounts, changeAccounts, dropAccounts } from './write.ts'

export const accountsRoutes = [
  route(contract.listAccounts, async (ctx, { params: { id } }) => {
    await mustBeThere(ctx, id)
    return { items: await accountsOf(ctx, sql`a.organisation_id = ${id}`) }
  }),
  route(contract.createAccounts, addAccounts),
  route(contract.updateAccounts, changeAccounts, readAccounts),
  route(contract.removeAccounts, dropAccounts, readAccounts),
]
