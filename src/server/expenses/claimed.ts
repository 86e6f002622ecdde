import type { Expense } from '../../contract/expenses.ts'
import { Failure } from '../failure.ts'

/** Whether a claim that is fixed stands on a share. */
export const isFrozen = ({ claim }: Expense['shares'][number]): boolean =>
  claim !== null && claim.state !== 'draft'

/** Refuses what a frozen claim of the expense does not bear. */
export function mustNotBeClaimed({ shares }: Pick<Expense, 'shares'>): void {
  const claim = shares.find(isFrozen)?.claim
  if (claim)
    throw new Failure('expense_claimed', 'The expense is in a claim that is frozen', {
      params: { claim: claim.title ?? String(claim.number) },
    })
}
