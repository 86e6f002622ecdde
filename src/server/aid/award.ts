import type { awardAid as endpoint } from '../../contract/aid.ts'
import { holdCompany } from '../companies/hold.ts'
import { invalidField } from '../failure.ts'
import type { Verb } from '../route.ts'
import { checkAward } from './check-award.ts'
import { aidInTurn } from './in-turn.ts'
import { mustFitExpense } from './must-fit-expense.ts'
import { readAidEntry } from './queries.ts'
import { eurosOf, mustBelong, mustBeOneCurrency, rowOf } from './store.ts'
import { beneficiaryOn } from './undertaking.ts'

/** Aid of ours: all of it or none, one award after the other. */
export const awardAid: Verb<typeof endpoint> = async (ctx, { params, body }) => {
  mustBeOneCurrency(body.amount, body.eligibleCosts)
  const euros = eurosOf(body.amount, body.rate)
  await aidInTurn(ctx)
  await holdCompany(ctx, params.id)
  await mustBelong(ctx, params.id, body)
  await mustFitExpense(ctx, body.expenseId, { companyId: params.id, ...body.amount })
  const beneficiary = await beneficiaryOn(ctx, params.id, body.grantedOn)
  const memberState = body.memberState ?? beneficiary.memberState
  if (!memberState) throw invalidField('memberState', 'required', 'Neither the company nor its country tells')
  const warnings = checkAward(beneficiary, { ...body, memberState, euros })
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('aid')
    .values({
      ...rowOf(body),
      id,
      organisation_id: params.id,
      origin: 'awarded',
      granted_on: body.grantedOn,
      member_state: memberState,
      basis: body.basis,
      amount_minor: body.amount.minor,
      currency: body.amount.currency,
      euros,
      purpose: body.purpose,
      instrument: body.instrument,
      warnings,
      created_at: at,
      updated_at: at,
    })
    .execute()
  return readAidEntry(ctx, id)
}
