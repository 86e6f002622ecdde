import { sql } from 'kysely'
import type { GrantRules } from '../../domain/grant.ts'
import { convertBy } from '../../domain/rates.ts'
import type { Context } from '../context.ts'
import { rateRow } from '../expenses/shares.ts'
import { rateFinder } from '../rates/rating.ts'
import { isCost } from './rows.ts'

interface Filled {
  id: string
  grantId: string
  from: string
  to: string
}

interface Found {
  shareId: string
  /** Of an adjustment: what was claimed before. */
  claimedBefore: number | null
}

/**
 * Puts into a draft what is in no claim yet: every share that was paid within its period, or within that of an earlier claim
 * that was frozen without it; and for what was claimed before and has changed since, an adjustment. What is in it already stays.
 */
export async function fill(ctx: Context, claim: Filled): Promise<void> {
  await insertRows(ctx, claim, await unclaimedShares(ctx, claim))
  await insertRows(ctx, claim, await changedShares(ctx, claim))
}

/** Puts in shares of the grant that are in no claim. */
export async function putIn(ctx: Context, claim: Filled, shares: readonly string[]): Promise<void> {
  if (shares.length === 0) return
  const { rows } = await sql<Found>`
    select l.share_id as "shareId", null as "claimedBefore" from ledger l join expenses e on e.id = l.expense_id
    where l.grant_id = ${claim.grantId} and l.share_id = any (${sql.val([...shares])}::uuid[]) and l.cancelled_on is null
      and not exists (select from claim_rows r where r.share_id = l.share_id)
    order by l.reckoned_on, sorted_as(e.title), l.share_id`.execute(ctx.db)
  await insertRows(ctx, claim, rows)
}

/** How many paid expenses belong to a draft and are in no claim. */
export async function countLeftOut(ctx: Context, claim: Filled): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ledger l where ${isLeftOut(claim)}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

async function unclaimedShares(ctx: Context, claim: Filled): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select l.share_id as "shareId", null as "claimedBefore" from ledger l join expenses e on e.id = l.expense_id
    where ${isLeftOut(claim)}
    order by l.reckoned_on, sorted_as(e.title), l.share_id`.execute(ctx.db)
  return rows
}

/** Of a share `l`: paid in the claim's period, or in that of an earlier claim that was frozen without it, and in no claim. */
const isLeftOut = ({ id, grantId, from, to }: Filled) => sql<boolean>`
  l.grant_id = ${grantId} and l.cancelled_on is null
    and (l.paid_on between ${from}::date and ${to}::date
      or l.paid_on < ${from}::date and exists (
        select from claims k where k.grant_id = ${grantId} and k.id <> ${id} and k.frozen_on is not null
          and l.paid_on between k.from_date and k.to_date))
    and not exists (select from claim_rows r where r.share_id = l.share_id)`

async function changedShares(ctx: Context, { id, grantId }: Filled): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select before.share_id as "shareId", before.minor as "claimedBefore"
    from (
      select r.share_id, coalesce(sum(r.amount_minor) filter (where r.decision is distinct from 'rejected'), 0)::bigint as minor,
        coalesce(bool_or(r.decision = 'rejected'), false) as refused
      from claim_rows r join claims k on k.id = r.claim_id
      where r.grant_id = ${grantId} and k.frozen_on is not null
      group by r.share_id
    ) before
    join expense_shares s on s.id = before.share_id join expenses e on e.id = s.expense_id
    cross join lateral (select case when ${isCost} then s.amount_minor else 0 end as minor) now
    -- What was refused is not asked for again; what was accepted and is not that much any more is taken back all the same.
    where (now.minor < before.minor or now.minor > before.minor and not before.refused)
      and not exists (select from claim_rows r where r.claim_id = ${id} and r.share_id = s.id)
    order by sorted_as(e.title), before.share_id`.execute(ctx.db)
  return rows
}

async function insertRows(ctx: Context, claim: Filled, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(r.position), -1) + 1 as next from claim_rows r where r.claim_id = ${claim.id}`.execute(
    ctx.db,
  )
  const first = rows[0]?.next ?? 0
  const given = found.map(({ shareId, claimedBefore }, n) => ({
    id: ctx.newId(),
    share_id: shareId,
    claimed_before: claimedBefore,
    position: first + n,
  }))
  await sql`
    insert into claim_rows (id, grant_id, claim_id, position, kind, expense_id, share_id, line_id, payer_id, bp, whole_minor, currency,
      part_minor, amount_minor, claimed_before, rate_policy, rate, cross_rate, rate_on, rate_source, rate_provisional)
    select w.id, ${claim.grantId}::uuid, ${claim.id}::uuid, w.position,
      case when w.claimed_before is null then 'expense' else 'adjustment' end, s.expense_id, s.id, s.line_id, e.payer_id, s.bp,
      e.amount_minor, e.currency, s.part_minor, s.amount_minor - coalesce(w.claimed_before, 0), w.claimed_before, s.rate_policy, s.rate,
      s.cross_rate, s.rate_on, s.rate_source, s.rate_provisional
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as w (id uuid, share_id uuid, claimed_before bigint, position int)
    join expense_shares s on s.id = w.share_id join expenses e on e.id = s.expense_id
    order by w.position`.execute(ctx.db)
}

/** Rates of a draft's rows that were not final when they were reckoned, and are now, are settled. */
export async function settleRates(
  ctx: Context,
  claim: Filled & { currency: string; rules: GrantRules },
): Promise<void> {
  const { rows } = await sql<{ id: string; expenseId: string; currency: string; part: number; on: string }>`
    select s.id, s.expense_id as "expenseId", e.currency, s.part_minor as part,
      reckoning_day(e.paid_on, e.committed_on, e.expected_on, e.planned_on) as on
    from claim_rows r join expense_shares s on s.id = r.share_id join expenses e on e.id = s.expense_id
    where r.claim_id = ${claim.id} and s.rate_provisional
    order by r.position`.execute(ctx.db)
  const find = rateFinder(ctx)
  // The claim's own period is the one to take the mean over.
  const period = { from: claim.from, to: claim.to, due: claim.to }
  const grant = { currency: claim.currency, rules: { rates: claim.rules.rates, claimPeriods: [period] } }
  for (const { id, currency, part, on } of rows) {
    const rate = await find(grant, currency, on)
    if (!rate || rate.provisional) continue
    const { minor } = convertBy({ minor: part, currency }, claim.currency, rate)
    await ctx.db
      .updateTable('expense_shares')
      .set({ ...rateRow(rate), amount_minor: minor })
      .where('id', '=', id)
      .execute()
  }
  const changed = [...new Set(rows.map(({ expenseId }) => expenseId))]
  if (changed.length > 0)
    await sql`update expenses set updated_at = ${ctx.now.toISOString()} where id = any (${sql.val(changed)}::uuid[])`.execute(
      ctx.db,
    )
}
