import { sql } from 'kysely'
import type { removeExpense } from '../../contract/expenses.ts'
import { Failure } from '../failure.ts'
import { moveToBin } from '../record.ts'
import type { Verb } from '../route.ts'
import { readExpenseAt } from './queries.ts'

/** What is claimed stays; a draft of a claim forgets what is moved to the bin. */
export const binExpense: Verb<typeof removeExpense> = async (ctx, { params: { id }, ifMatch }) => {
  await moveToBin(ctx, 'expenses', id, ifMatch)
  const held = await readExpenseAt(ctx, id)
  const claimed = held.shares.find(({ claim }) => claim && claim.state !== 'draft')
  if (claimed)
    throw new Failure('expense_claimed', 'The expense is in a claim that is frozen', {
      params: { claim: claimed.claim?.title ?? '' },
    })
  await sql`delete from claim_rows where expense_id = ${id}`.execute(ctx.db)
  return readExpenseAt(ctx, id)
}
