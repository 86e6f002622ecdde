import type { approveExpense } from '../../contract/expenses.ts'
import { asOfDay } from '../context.ts'
import { Failure } from '../failure.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { readExpenseAt } from './queries.ts'

/** The second person is another than the one who entered it; somebody who has not said who they are is nobody else. */
export const approve: Verb<typeof approveExpense> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'expenses', id, ifMatch)
  const held = await readExpenseAt(ctx, id)
  const claimed = held.shares.find(({ claim }) => claim && claim.state !== 'draft')
  if (!body.approved && claimed)
    throw new Failure('expense_claimed', 'The expense is in a claim that is frozen', {
      params: { claim: claimed.claim?.title ?? '' },
    })
  if (body.approved && ctx.actor.id === (held.enteredBy?.id ?? null))
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
