import { sql } from 'kysely'
import type { freezeClaim, submitClaim, thawClaim } from '../../contract/claims.ts'
import { endsAfter } from '../../domain/claim-checks.ts'
import type { Context } from '../context.ts'
import { Failure, invalidField } from '../failure.ts'
import type { Verb } from '../route.ts'
import { settleRates } from './fill.ts'
import { readClaimWhole, termsOf } from './queries.ts'
import { seenRows } from './rows.ts'
import { holdClaim } from './steps.ts'

/** Rows, rates and terms are kept as they are now. What changes later is made up for in the next claim. */
export const freeze: Verb<typeof freezeClaim> = async (
  ctx,
  { params: { id }, body: { on, reason }, ifMatch },
) => {
  const claim = await holdClaim(ctx, id, ifMatch, 'freeze')
  if (endsAfter(claim, on) && !reason) throw reasonRequired(claim.to)
  await holdExpenses(ctx, id)
  await settleRates(ctx, claim)
  const { checks, note } = await readClaimWhole(ctx, id)
  const blocking = checks.filter(({ severity }) => severity === 'block')
  if (blocking.length > 0)
    throw new Failure('claim_blocked', blocking.map(({ code }) => code).join(', '), {
      params: { checks: blocking.map(({ code }) => code).join(','), count: blocking.length },
    })
  await keepRows(ctx, id)
  const terms = await termsOf(ctx, claim.grantId)
  await ctx.db
    .updateTable('claims')
    .set({
      frozen_on: on,
      frozen: JSON.stringify(terms),
      ...(reason && { note: [note, reason].filter(Boolean).join('\n') }),
    })
    .where('id', '=', id)
    .execute()
  await keepSums(ctx, id, claim.grantId)
  return readClaimWhole(ctx, id)
}

const reasonRequired = (to: string) =>
  new Failure('reason_required', `Its period ends on ${to}`, {
    errors: [{ path: 'reason', code: 'period_open', message: `Its period ends on ${to}`, params: { to } }],
  })

/** Nobody changes what is being frozen. */
async function holdExpenses(ctx: Context, id: string): Promise<void> {
  await sql`
    select from expenses e where e.id in (select r.expense_id from claim_rows r where r.claim_id = ${id})
    order by e.id for no key update`.execute(ctx.db)
}

async function keepRows(ctx: Context, id: string): Promise<void> {
  await sql`
    update claim_rows r set line_id = w.line_id, payer_id = w.payer_id, bp = w.bp, whole_minor = w.whole_minor, currency = w.currency,
      part_minor = w.part_minor, amount_minor = w.amount_minor, rate_policy = w.rate_policy, rate = w.rate, cross_rate = w.cross_rate,
      rate_on = w.rate_on, rate_source = w.rate_source, rate_provisional = w.rate_provisional
    from ${seenRows(id)} w where w.id = r.id`.execute(ctx.db)
}

/** What a claim comes to per line. */
async function keepSums(ctx: Context, id: string, grantId: string): Promise<void> {
  const { rows } = await sql<{ line_id: string | null; amount_minor: number }>`
    select r.line_id, sum(r.amount_minor)::bigint as amount_minor from claim_rows r where r.claim_id = ${id}
    group by r.line_id order by r.line_id`.execute(ctx.db)
  const sums = rows.map((row) => ({ ...row, id: ctx.newId(), grant_id: grantId, claim_id: id }))
  if (sums.length > 0) await ctx.db.insertInto('claim_sums').values(sums).execute()
}

export const thaw: Verb<typeof thawClaim> = async (ctx, { params: { id }, ifMatch }) => {
  const { grantId } = await holdClaim(ctx, id, ifMatch, 'thaw')
  const { rows } = await sql<{ drafts: number }>`
    select count(*)::int as drafts from claims c where c.grant_id = ${grantId} and c.frozen_on is null`.execute(
    ctx.db,
  )
  if (rows[0]?.drafts) throw new Failure('claim_draft_open', 'Another claim is being drafted')
  await sql`delete from claim_sums where claim_id = ${id}`.execute(ctx.db)
  await ctx.db.updateTable('claims').set({ frozen_on: null, frozen: null }).where('id', '=', id).execute()
  return readClaimWhole(ctx, id)
}

export const submit: Verb<typeof submitClaim> = async (ctx, { params: { id }, body: { on }, ifMatch }) => {
  const { frozenOn } = await holdClaim(ctx, id, ifMatch, 'submit')
  if (frozenOn && on < frozenOn)
    throw invalidField('on', 'before_step', 'Before it was frozen', { before: frozenOn })
  await ctx.db.updateTable('claims').set({ submitted_on: on }).where('id', '=', id).execute()
  return readClaimWhole(ctx, id)
}
