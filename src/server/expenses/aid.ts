import type { Expense } from '../../contract/expenses.ts'
import { eligibleMinor } from '../../domain/expense.ts'
import { type AidByExpense, aidFlawsOf, type HelpingExpense } from '../../domain/expense-aid.ts'
import { Failure } from '../failure.ts'
import type { Given } from './world.ts'

/** An expense as far as aid is about it. */
export const helpingOf = ({
  company,
  eligible,
  amount,
  cancelledOn,
}: Pick<Expense, 'company' | 'eligible' | 'amount' | 'cancelledOn'>): HelpingExpense => ({
  companyId: company?.id ?? null,
  eligible,
  currency: amount.currency,
  cancelledOn,
})

/** The aid that was given by an expense. */
export const aidByIt = ({ aid }: Pick<Expense, 'aid'>): AidByExpense[] =>
  aid.map(({ company, amount }) => ({ companyId: company.id, ...amount }))

/**
 * A change that contradicts the aid given by an expense is refused: another company, giving it up. That it came to less
 * than the aid is said afterwards (`gaps`): bills do change, and the entry of aid is then the one to correct.
 */
export function mustAgreeWithAid(held: Expense, given: Given): void {
  const before = new Set(aidFlawsOf(helpingOf(held), aidByIt(held)))
  const { amount, vatMinor, vatRecoverable, companyId, cancelledOn } = given
  const after = aidFlawsOf(
    {
      companyId,
      cancelledOn,
      currency: amount.currency,
      eligible: eligibleMinor(amount.minor, vatMinor, vatRecoverable),
    },
    aidByIt(held),
  )
  const [flaw] = after.filter((one) => one !== 'more_than_expense' && !before.has(one))
  if (flaw)
    throw new Failure('expense_has_aid', `Aid was given by the expense: ${flaw.replaceAll('_', ' ')}`, {
      params: { flaw, who: [...new Set(held.aid.map(({ company }) => company.name))].join(', ') },
    })
}
