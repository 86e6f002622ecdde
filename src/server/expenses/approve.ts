import { sql } from 'kysely'
import type { approveExpense } from '../../contract/expenses.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { mustNotBeClaimed } from './claimed.ts'
import { readExpenseAt } from './queries.ts'

/**
 * The second person is another than who entered it or gave what is approved; somebody who has not said who they are is
 * nobody else.
 */
export const approve: Verb<typeof approveExpense> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'expenses', id, ifMatch)
  const held = await readExpenseAt(ctx, id)
  if (!body.approved) mustNotBeClaimed(held)
  else if (ctx.actor.id === null || ctx.actor.id === held.enteredBy?.id || (await hasGivenFigures(ctx, id)))
    throw new Failure('approval_by_same_person', 'Somebody else has to approve it')
  const on = body.on ?? (await asOfDay(ctx, undefined))
  await ctx.db
    .updateTable('expenses')
    .set(
      body.approved
        ? { approved_by_id: ctx.actor.id, approved_on: on }
        : { approved_by_id: null, approved_on: null },
    )
    .where('id', '=', id)
    .execute()
  return readExpenseAt(ctx, id)
}

/** What is approved: the columns whose change takes an approval away (`changesFigures`), by table. */
const approved = {
  expenses: [
    'amount_minor',
    'currency',
    'vat_minor',
    'vat_recoverable',
    'supplier_id',
    'supplier_name',
    'payer_id',
    'paid_on',
  ],
  expense_shares: ['grant_id', 'line_id', 'bp'],
} as const

/** Whether who asks has given or changed any of it, by the log of changes. */
async function hasGivenFigures(ctx: Context, id: string): Promise<boolean> {
  const differ = (columns: readonly string[]) =>
    sql.join(
      columns.map((key) => sql`c.before -> ${sql.lit(key)} is distinct from c.after -> ${sql.lit(key)}`),
      sql` or `,
    )
  const { rows } = await sql`
    select from changes c join change_sets s on s.id = c.change_set_id
    where c.noun = 'expenses' and c.record_id = ${id} and s.actor_id = ${ctx.actor.id} and (
      c.table_name = 'expenses' and (${differ(approved.expenses)})
      or c.table_name = 'expense_shares' and (${differ(approved.expense_shares)}))
    limit 1`.execute(ctx.db)
  return rows.length > 0
}
