import { sql } from 'kysely'
import type { removeExpense } from '../../contract/expenses.ts'
import { lockLiving, moveToBin } from '../record.ts'
import type { Verb } from '../route.ts'
import { mustNotBeClaimed } from './claimed.ts'
import { readExpenseAt } from './queries.ts'

/** What is claimed stays; a draft of a claim forgets what is moved to the bin. */
export const binExpense: Verb<typeof removeExpense> = async (ctx, { params: { id }, ifMatch }) => {
  await lockLiving(ctx, 'expenses', id, ifMatch)
  mustNotBeClaimed(await readExpenseAt(ctx, id))
  await moveToBin(ctx, 'expenses', id, ifMatch)
  await sql`delete from claim_rows where expense_id = ${id}`.execute(ctx.db)
  return readExpenseAt(ctx, id)
}
