import type { sayHere } from '../../contract/live.ts'
import { rightOf } from '../../contract/rights.ts'
import { Failure } from '../failure.ts'
import { reachIn } from '../rights/authorise.ts'
import type { Verb } from '../route.ts'

/** Where a window is, said to those who are there, too; whether there is such a record is not asked. */
export const noteHere: Verb<typeof sayHere> = async (ctx, { body: { tab, at, doing } }) => {
  if (at && reachIn(ctx.actor, rightOf({ id: `${at.noun}.read`, access: 'read' })) !== 'everywhere')
    throw new Failure('right_missing', 'None of your roles lets you read all of these')
  return { others: ctx.live?.here(ctx.actor, { tab, recordId: at?.recordId ?? null, doing }) ?? [] }
}
