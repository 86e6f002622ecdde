import type * as z from 'zod'
import type {
  accountsPatch,
  createAccounts,
  removeAccounts,
  updateAccounts,
} from '../../contract/accounts.ts'
import { holdCompany } from '../companies/hold.ts'
import { hundredths } from '../companies/store.ts'
import { lock } from '../record.ts'
import type { Verb } from '../route.ts'
import { readAccounts } from './queries.ts'

/** The columns of what was given; what was not stays as it is. */
function rowOf(given: z.output<typeof accountsPatch>) {
  const columns = {
    closed_on: given.closedOn,
    basis: given.basis,
    consolidated: given.consolidated,
    headcount: hundredths(given.headcount),
    turnover_minor: given.turnover,
    balance_sheet_minor: given.balanceSheet,
    currency: given.currency,
    rate: given.rate,
    rate_on: given.rateOn,
    rate_source: given.rateSource,
    note: given.note,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

export const addAccounts: Verb<typeof createAccounts> = async (ctx, { params, body }) => {
  await holdCompany(ctx, params.id)
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  const { closedOn: closed_on, basis, currency } = body
  await ctx.db
    .insertInto('accounts')
    .values({
      ...rowOf(body),
      id,
      organisation_id: params.id,
      closed_on,
      basis,
      currency,
      created_at: at,
      updated_at: at,
    })
    .execute()
  return readAccounts(ctx, id)
}

export const changeAccounts: Verb<typeof updateAccounts> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lock(ctx, 'accounts', id, ifMatch)
  const row = { ...rowOf(body), updated_at: ctx.now.toISOString() }
  await ctx.db.updateTable('accounts').set(row).where('id', '=', id).execute()
  return readAccounts(ctx, id)
}

export const dropAccounts: Verb<typeof removeAccounts> = async (ctx, { params: { id }, ifMatch }) => {
  await lock(ctx, 'accounts', id, ifMatch)
  await ctx.db.deleteFrom('accounts').where('id', '=', id).execute()
  return undefined
}
