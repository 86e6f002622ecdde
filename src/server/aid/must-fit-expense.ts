import { type AidByExpense, aidFlawsOf } from '../../domain/expense-aid.ts'
import type { Context } from '../context.ts'
import { aidByIt, helpingOf } from '../expenses/aid.ts'
import { readExpenseAt } from '../expenses/queries.ts'
import { invalidField } from '../failure.ts'

/** Aid given by an expense is no more than the expense came to, together with what was given by it before. */
export async function mustFitExpense(
  ctx: Context,
  expenseId: string | null | undefined,
  asked: AidByExpense & { id?: string },
): Promise<void> {
  if (!expenseId) return
  const expense = await readExpenseAt(ctx, expenseId)
  const others = aidByIt({ aid: expense.aid.filter(({ id }) => id !== asked.id) })
  const flaws = aidFlawsOf(helpingOf(expense), [...others, asked])
  if (flaws.includes('cancelled'))
    throw invalidField('expenseId', 'expense_cancelled', 'The expense was given up')
  const given = others.filter(({ currency }) => currency === asked.currency)
  const most = expense.eligible - given.reduce((sum, { minor }) => sum + minor, 0)
  if (flaws.includes('more_than_expense'))
    throw invalidField('amount.minor', 'more_than_expense', `The expense leaves ${most}`, {
      most: Math.max(0, most),
      currency: asked.currency,
    })
}
