import { sql } from 'kysely'
import type { Sums } from '../../domain/budget-position.ts'
import type { Context } from '../context.ts'

/** The sums of one line of a grant as of a day; without an id, of what stands against none. */
export interface LineSums extends Sums {
  grantId: string
  lineId: string | null
}

/**
 * What the expenses of grants come to per line as of a day, in one pass over the ledger: the SQL twin of `openSums` in
 * src/domain/budget-position.ts. Claims count by their kept sums; budgets are those in force.
 */
export async function lineSums(ctx: Context, grants: readonly string[], day: string): Promise<LineSums[]> {
  if (grants.length === 0) return []
  const wanted = sql`${sql.val([...grants])}::uuid[]`
  const { rows } = await sql<LineSums>`
    with invoiced as (
      select l.grant_id, l.order_id, sum(l.amount_minor) as minor
      from ledger l
      where l.grant_id = any (${wanted}) and l.order_id is not null and l.paid_on <= ${day}::date and coalesce(l.cancelled_on > ${day}::date, true)
      group by l.grant_id, l.order_id
    )
    select m.grant_id as "grantId", m.line_id as "lineId",
      sum(m.budget)::bigint as budget, sum(m.planned)::bigint as planned, sum(m.committed)::bigint as committed, sum(m.paid)::bigint as paid,
      sum(m.claimed)::bigint as claimed, sum(m.reimbursed)::bigint as reimbursed, sum(m.rejected)::bigint as rejected, sum(m.expenses)::int as expenses
    from (
      select l.grant_id, l.line_id, 0 as budget,
        sum(case when l.paid_on <= ${day}::date or l.committed_on <= ${day}::date then 0 when l.planned_on <= ${day}::date then l.amount_minor end) as planned,
        sum(case when l.paid_on <= ${day}::date then 0 when l.committed_on <= ${day}::date
          then greatest(l.amount_minor - coalesce(i.minor, 0), 0) end) as committed,
        sum(case when l.paid_on <= ${day}::date then l.amount_minor end) as paid,
        0 as claimed, 0 as reimbursed, 0 as rejected,
        count(*) filter (where l.paid_on <= ${day}::date or l.committed_on <= ${day}::date or l.planned_on <= ${day}::date) as expenses
      from ledger l left join invoiced i on i.grant_id = l.grant_id and i.order_id = l.expense_id
      where l.grant_id = any (${wanted}) and coalesce(l.cancelled_on > ${day}::date, true)
      group by l.grant_id, l.line_id
      union all
      select s.grant_id, s.line_id, 0, 0, 0, 0,
        case when c.submitted_on <= ${day}::date then s.amount_minor - case when c.decided_on <= ${day}::date then s.rejected_minor else 0 end end,
        case when c.paid_on <= ${day}::date then s.amount_minor - s.rejected_minor end,
        case when c.decided_on <= ${day}::date then s.rejected_minor end, 0
      from claim_sums s join claims c on c.id = s.claim_id
      where s.grant_id = any (${wanted}) and c.submitted_on <= ${day}::date
      union all
      select g.id, b.line_id, b.amount, 0, 0, 0, 0, 0, 0, 0
      from unnest(${wanted}) g (id) cross join lateral budget_on(g.id, ${day}) b
    ) m
    group by m.grant_id, m.line_id`.execute(ctx.db)
  return rows.map((row) => ({ ...row, ...filled(row) }))
}

/** Sums of nothing are null in SQL. */
const filled = ({ planned, committed, paid, claimed, reimbursed, rejected, budget }: Sums) => ({
  budget: budget ?? 0,
  planned: planned ?? 0,
  committed: committed ?? 0,
  paid: paid ?? 0,
  claimed: claimed ?? 0,
  reimbursed: reimbursed ?? 0,
  rejected: rejected ?? 0,
})

/** Which of the grants have a budget in force as of the day. */
export async function withBudget(ctx: Context, grants: readonly string[], day: string): Promise<Set<string>> {
  if (grants.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select distinct v.grant_id as id from budget_versions v
    where v.grant_id = any (${sql.val([...grants])}::uuid[]) and v.adopted_on <= ${day}::date`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}
