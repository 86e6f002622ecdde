import { type RawBuilder, sql } from 'kysely'
import type { Accounts } from '../../contract/accounts.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'

/** Accounts that a condition over `a` narrows to, the newest first. */
export async function accountsOf(ctx: Context, condition: RawBuilder<unknown>): Promise<Accounts[]> {
  const { rows } = await sql<Accounts>`
    select a.id, a.version, a.organisation_id as "organisationId", a.closed_on as "closedOn", a.basis, a.consolidated,
      a.headcount / 100.0::float8 as headcount, a.turnover_minor as turnover, a.balance_sheet_minor as "balanceSheet", a.currency,
      a.rate, a.rate_on as "rateOn", a.rate_source as "rateSource", a.note, a.sample, a.created_at as "createdAt", a.updated_at as "updatedAt"
    from accounts a where ${condition} order by a.closed_on desc, a.consolidated desc, a.id`.execute(ctx.db)
  return rows
}

export async function readAccounts(ctx: Context, id: string): Promise<Accounts> {
  const [found] = await accountsOf(ctx, sql`a.id = ${id}`)
  if (!found) throw new Failure('not_found', 'There are no such accounts')
  return found
}
