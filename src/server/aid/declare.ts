import type { declareAid as endpoint } from '../../contract/aid.ts'
import { isMemberState } from '../../domain/de-minimis-regimes.ts'
import { holdCompany } from '../companies/hold.ts'
import { readCompany } from '../companies/queries.ts'
import { invalidField } from '../failure.ts'
import type { Verb } from '../route.ts'
import { aidInTurn } from './in-turn.ts'
import { readAidEntry } from './queries.ts'
import { eurosOf, mustBelong, mustBeOneCurrency, rowOf } from './store.ts'

/** Aid that others gave: what has happened is recorded, also where it should not have. */
export const declareAid: Verb<typeof endpoint> = async (ctx, { params, body }) => {
  mustBeOneCurrency(body.amount, body.eligibleCosts)
  const euros = eurosOf(body.amount, body.rate)
  await aidInTurn(ctx)
  const { country } = await holdCompany(ctx, params.id)
  await mustBelong(ctx, params.id, { granterId: body.granterId })
  const own = (await readCompany(ctx, params.id)).memberState ?? country
  const memberState = body.memberState ?? (isMemberState(own, body.grantedOn) ? own : null)
  if (!memberState) throw invalidField('memberState', 'required', 'Neither the company nor its country tells')
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('aid')
    .values({
      ...rowOf(body),
      id,
      organisation_id: params.id,
      origin: 'declared',
      granted_on: body.grantedOn,
      member_state: memberState,
      basis: body.basis,
      amount_minor: body.amount.minor,
      currency: body.amount.currency,
      euros,
      purpose: body.purpose,
      instrument: body.instrument,
      created_at: at,
      updated_at: at,
    })
    .execute()
  return readAidEntry(ctx, id)
}
