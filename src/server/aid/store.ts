import { sql } from 'kysely'
import type * as z from 'zod'
import type { aidPatch } from '../../contract/aid.ts'
import { euroCents } from '../../domain/sme/accounts.ts'
import { mustReferToLiving } from '../checks.ts'
import type { Context } from '../context.ts'
import { invalidField } from '../failure.ts'

export type AidFields = z.output<typeof aidPatch>

/** An amount beyond which nothing is aid but a slip of the pen. */
const mostEuros = 999_999_999_999

/** What an amount is in euro cents, at the rate given; 422 without one. */
export function eurosOf(
  { minor, currency }: { minor: number; currency: string },
  rate: string | null | undefined,
): number {
  const cents = euroCents(minor, currency, rate ?? null)
  if (cents === null) throw invalidField('rate', 'rate', 'Needed for another currency than the euro')
  if (cents < 1) throw invalidField('amount.minor', 'too_small', 'Less than a cent', { min: 1 })
  if (cents > mostEuros) throw invalidField('amount.minor', 'too_big', 'Too much', { max: mostEuros })
  return cents
}

/** The columns of what was given, but for Member State, amount and findings, which depend on others. */
export function rowOf(given: AidFields) {
  const columns = {
    granted_on: given.grantedOn,
    basis: given.basis,
    rate: given.rate,
    purpose: given.purpose,
    ...(given.amount ? { amount_minor: given.amount.minor, currency: given.amount.currency } : {}),
    ...(given.eligibleCosts === undefined
      ? {}
      : { eligible_costs_minor: given.eligibleCosts?.minor ?? null }),
    instrument: given.instrument,
    sector: given.sector,
    granter_id: given.granterId,
    granter_name: given.granterName,
    reference: given.reference,
    participation_id: given.participationId,
    service_id: given.serviceId,
    expense_id: given.expenseId,
    reason: given.reason,
    note: given.note,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** Costs are in the currency of what is a part of them. */
export function mustBeOneCurrency(amount: { currency: string }, costs: { currency: string } | null): void {
  if (costs && costs.currency !== amount.currency)
    throw invalidField('eligibleCosts.currency', 'invalid_value', 'Must be that of the amount')
}

/** What aid is given for belongs to the company, and who grants it lives; what was `held` before may stay. */
export async function mustBelong(
  ctx: Context,
  organisationId: string,
  given: Pick<AidFields, 'granterId' | 'participationId' | 'serviceId' | 'expenseId'>,
  held: ReadonlySet<string> = new Set(),
): Promise<void> {
  await mustReferToLiving(ctx, [{ noun: 'organisations', id: given.granterId, path: 'granterId' }], held)
  const parts = [
    ['participationId', sql`select organisation_id as owner, deleted_at from participations`],
    ['serviceId', sql`select organisation_id as owner, null::timestamptz as deleted_at from services`],
    ['expenseId', sql`select company_id as owner, deleted_at from expenses`],
  ] as const
  for (const [field, records] of parts) {
    const id = given[field]
    if (!id || held.has(id)) continue
    const { rows } = await sql<{ owner: string | null; deleted_at: string | null }>`
      ${records} where id = ${id} for key share`.execute(ctx.db)
    const [found] = rows
    if (!found || found.deleted_at) throw invalidField(field, 'unknown_reference', 'No such record')
    if (found.owner !== organisationId) throw invalidField(field, 'other_company', 'Of another company')
  }
}
