import { type RawBuilder, sql } from 'kysely'
import type { ClaimRow, listClaimRows } from '../../contract/claims.ts'
import type { Context } from '../context.ts'
import { rateColumns } from '../expenses/queries.ts'
import { Failure } from '../failure.ts'
import { type Cursor, readCursor, writeCursor } from '../list.ts'
import type { Verb } from '../route.ts'

/** Whether an expense e is a cost. What was claimed as paid, and turned out not to be, is taken back. */
export const isCost = sql`(e.cancelled_on is null and e.deleted_at is null and e.paid_on is not null)`

/** The same for a row of a draft: one that is not paid yet is shown with what it will come to, and blocks the claim. */
const countsFor = (row: string) =>
  sql`(${isCost} or ${sql.ref(`${row}.kind`)} = 'expense' and e.cancelled_on is null and e.deleted_at is null)`

/**
 * The rows of claims as they count: of a draft, the shares as they stand; once frozen, as they were then. What is no cost
 * any more comes to nothing. An adjustment is what the share differs by from what was claimed before.
 */
export const seenRows = (claim: string | RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select r.id, r.position, r.kind, r.expense_id, r.share_id, r.claimed_before, r.decision, r.reason, l.line_id, l.payer_id, l.bp,
    l.whole_minor, l.currency, l.part_minor, l.amount_minor - coalesce(r.claimed_before, 0) as amount_minor,
    l.rate_policy, l.rate, l.cross_rate, l.rate_on, l.rate_source, l.rate_provisional
  from claim_rows r
  join claims k on k.id = r.claim_id and k.frozen_on is null
  cross join lateral (
    select s.line_id, e.payer_id, s.bp, e.amount_minor as whole_minor, e.currency,
      case when ${countsFor('r')} then s.part_minor else 0 end as part_minor,
      case when ${countsFor('r')} then s.amount_minor else 0 end as amount_minor,
      s.rate_policy, s.rate, s.cross_rate, s.rate_on, s.rate_source, s.rate_provisional
    from expense_shares s join expenses e on e.id = s.expense_id where s.id = r.share_id
  ) l
  where r.claim_id = ${claim}
  union all
  select r.id, r.position, r.kind, r.expense_id, r.share_id, r.claimed_before, r.decision, r.reason, r.line_id, r.payer_id, r.bp,
    r.whole_minor, r.currency, r.part_minor, r.amount_minor, r.rate_policy, r.rate, r.cross_rate, r.rate_on, r.rate_source, r.rate_provisional
  from claim_rows r
  join claims k on k.id = r.claim_id and k.frozen_on is not null
  where r.claim_id = ${claim})`

const sort = 'position'

export const listRows: Verb<typeof listClaimRows> = async (ctx, { params: { id }, query }) => {
  const grant = await ctx.db
    .selectFrom('claims')
    .innerJoin('grants', 'grants.id', 'claims.grant_id')
    .select('grants.currency')
    .where('claims.id', '=', id)
    .executeTakeFirst()
  if (!grant) throw new Failure('not_found', 'There is no such claim')
  const conditions = conditionsOf(query)
  const after: Cursor | null = query.cursor === undefined ? null : readCursor(query.cursor, sort)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from ${seenRows(id)} r left join budget_lines l on l.id = r.line_id where ${conditions}`.execute(
    ctx.db,
  )
  const page = after ? sql`(r.position, r.id) > (${after.value}::int, ${after.id}::uuid)` : sql`true`
  const rows = await shownRows(ctx, id, sql`${conditions} and ${page}`, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ position: _, ...row }) => row),
    next: last ? writeCursor({ sort, value: String(last.position), id: last.id }) : null,
    total: counted[0]?.total ?? 0,
  }
}

/** Rows of a claim as they are shown, in its order; all of them unless there is a limit. */
export async function shownRows(
  ctx: Pick<Context, 'db'>,
  claim: string,
  where: RawBuilder<unknown> = sql`true`,
  limit: number | null = null,
): Promise<(ClaimRow & { position: number })[]> {
  const { rows } = await sql<ClaimRow & { position: number }>`
    select r.id, r.position, r.kind, json_build_object('id', e.id, 'name', e.title) as expense, e.version as "expenseVersion",
      r.share_id as "shareId", coalesce(o.name, e.supplier_name) as supplier, e.reference,
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as payer, l.category, r.line_id as "lineId",
      reckoning_day(e.paid_on, e.committed_on, e.expected_on, e.planned_on) as on, e.paid_on as "paidOn",
      json_build_object('minor', r.whole_minor, 'currency', r.currency) as whole, r.bp, r.part_minor as part,
      r.amount_minor as amount, ${rateColumns('r')} as rate,
      (select count(*)::int from documents d where d.noun = 'expenses' and d.record_id = e.id) as receipts,
      r.claimed_before as "claimedBefore", r.decision, r.reason
    from ${seenRows(claim)} r
    join expenses e on e.id = r.expense_id
    left join organisations o on o.id = e.supplier_id left join organisations p on p.id = r.payer_id
    left join budget_lines l on l.id = r.line_id
    where ${where}
    order by r.position, r.id limit ${limit}`.execute(ctx.db)
  return rows
}

interface Narrowed {
  payer?: string | undefined
  category?: string | undefined
  decision?: 'accepted' | 'rejected' | 'none' | undefined
}

function conditionsOf({ payer, category, decision }: Narrowed): RawBuilder<unknown> {
  const conditions = [
    sql`true`,
    ...(payer ? [sql`r.payer_id = ${payer}`] : []),
    ...(category ? [sql`l.category = ${category}`] : []),
    ...(decision ? [decision === 'none' ? sql`r.decision is null` : sql`r.decision = ${decision}`] : []),
  ]
  return sql.join(conditions, sql` and `)
}

/** A row as sums and checks need it. */
export interface CountedRow {
  id: string
  kind: 'expense' | 'adjustment'
  lineId: string | null
  category: string | null
  payerId: string | null
  paidOn: string | null
  minor: number
  rejected: boolean
  receipts: number
  approved: boolean
  provisional: boolean
  vatUnknown: boolean
  currency: string
  rate: string
  rateOn: string | null
  rateSource: string
}

/** All rows of a claim, in its order. */
export async function countedRows(ctx: Context, claim: string): Promise<CountedRow[]> {
  const { rows } = await sql<CountedRow>`
    select r.id, r.kind, r.line_id as "lineId", l.category, r.payer_id as "payerId", e.paid_on as "paidOn", r.amount_minor as minor,
      coalesce(r.decision = 'rejected', false) as rejected, coalesce(d.receipts, 0) as receipts, e.approved_on is not null as approved,
      r.rate_provisional as provisional, coalesce(e.vat_recoverable and e.vat_minor is null, false) as "vatUnknown", r.currency, r.rate, r.rate_on as "rateOn", r.rate_source as "rateSource"
    from ${seenRows(claim)} r
    join expenses e on e.id = r.expense_id
    left join budget_lines l on l.id = r.line_id
    left join (select t.record_id, count(*)::int as receipts from documents t where t.noun = 'expenses' group by t.record_id) d
      on d.record_id = e.id
    order by r.position, r.id`.execute(ctx.db)
  return rows
}
