import type { updateAid as endpoint } from '../../contract/aid.ts'
import { lock } from '../record.ts'
import type { Verb } from '../route.ts'
import { checkAward } from './check-award.ts'
import { aidInTurn } from './in-turn.ts'
import { mustFitExpense } from './must-fit-expense.ts'
import { readAidEntry } from './queries.ts'
import { eurosOf, mustBelong, mustBeOneCurrency, rowOf } from './store.ts'
import { beneficiaryOn } from './undertaking.ts'

/** A correction; an award is checked anew as what it becomes. */
export const updateAid: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await aidInTurn(ctx)
  await lock(ctx, 'aid', id, ifMatch)
  const held = await readAidEntry(ctx, id)
  const { memberState = null, ...given } = body
  const next = { ...held, ...given, memberState: memberState ?? held.memberState }
  mustBeOneCurrency(next.amount, next.eligibleCosts)
  const euros = eurosOf(next.amount, next.rate)
  const known = [held.granter, held.participation, held.service, held.expense].flatMap((one) => one?.id ?? [])
  await mustBelong(ctx, held.organisation.id, body, new Set(known))
  const expenseId = given.expenseId === undefined ? held.expense?.id : given.expenseId
  if (given.amount || given.expenseId)
    await mustFitExpense(ctx, expenseId, { id, companyId: held.organisation.id, ...next.amount })
  const warnings =
    held.origin === 'awarded'
      ? checkAward(await beneficiaryOn(ctx, held.organisation.id, next.grantedOn), { ...next, id, euros })
      : held.warnings
  await ctx.db
    .updateTable('aid')
    .set({
      ...rowOf(given),
      member_state: next.memberState,
      euros,
      warnings,
      updated_at: ctx.now.toISOString(),
    })
    .where('id', '=', id)
    .execute()
  return readAidEntry(ctx, id)
}
