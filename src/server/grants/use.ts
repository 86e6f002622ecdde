import type { GrantUse } from '../../contract/grants.ts'
import { addSums, elapsedBp, figuresOf, noSums, type Sums } from '../../domain/budget-position.ts'
import { lineSums, withBudget } from '../budget/sums.ts'
import type { Context } from '../context.ts'

interface Held {
  id: string
  starts: string | null
  ends: string | null
  total: { kind: string; minor?: number }
}

/** How grants stand as of a day, by id. */
export async function usesOf(
  ctx: Context,
  grants: readonly Held[],
  day: string,
): Promise<Map<string, GrantUse>> {
  const ids = grants.map(({ id }) => id)
  const sums = new Map<string, Sums>()
  for (const line of await lineSums(ctx, ids, day))
    sums.set(line.grantId, addSums(sums.get(line.grantId) ?? noSums, line))
  const budgeted = await withBudget(ctx, ids, day)
  return new Map(grants.map((grant) => [grant.id, useOf(grant, sums.get(grant.id), budgeted, day)]))
}

function useOf(grant: Held, held: Sums = noSums, budgeted: ReadonlySet<string>, day: string): GrantUse {
  const { starts, ends, total } = grant
  const exact = total.kind === 'exact' ? (total.minor ?? null) : null
  const budget = budgeted.has(grant.id) ? held.budget : exact
  const { planned, committed, paid, claimed, reimbursed, spentBp } = figuresOf({
    ...held,
    budget: budget ?? 0,
  })
  return {
    budget,
    planned,
    committed,
    paid,
    claimed,
    reimbursed,
    elapsedBp: elapsedBp(starts, ends, day),
    spentBp,
  }
}
