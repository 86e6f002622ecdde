import { sql } from 'kysely'
import type { readBurn } from '../../contract/budget.ts'
import { burnPoints, type DayChange, type Expected } from '../../domain/burn.ts'
import { firstDay, lastDay } from '../../domain/partial-date.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'

/** Over the grant's period or, where it has no two ends, over the days of its expenses. */
export const readGrantBurn: Verb<typeof readBurn> = async (ctx, { params: { id }, query }) => {
  const asOf = await asOfDay(ctx, query.asOf)
  const { rows } = await sql<{
    currency: string
    starts: string | null
    ends: string | null
    first: string | null
    last: string | null
  }>`
    select g.currency, g.starts, g.ends, d.first, d.last from grants g
    cross join lateral (
      select min(l.reckoned_on) as first, max(l.reckoned_on) as last from ledger l where l.grant_id = g.id
    ) d
    where g.id = ${id}`.execute(ctx.db)
  const [grant] = rows
  if (!grant) throw new Failure('not_found', 'There is no such grant')
  const first = grant.starts ? firstDay(grant.starts) : grant.first
  const last = grant.ends ? lastDay(grant.ends) : grant.last && (grant.last > asOf ? grant.last : asOf)
  const head = { grantId: id, asOf, currency: grant.currency }
  if (!first || !last || last < first) return { ...head, points: [] }
  const points = burnPoints({
    asOf,
    first,
    last,
    changes: await changesOf(ctx, id, asOf, last),
    expected: await expectedOf(ctx, id, asOf),
    budgets: await budgetsOf(ctx, id, asOf),
    dated: grant.starts !== null && grant.ends !== null,
  })
  return { ...head, points }
}

/** What an invoice i covers of its order o: in the order's currency, or else what it comes to. */
const same = sql`case when i.currency = o.currency then i.part_minor else 0 end`
const other = sql`case when i.currency = o.currency then 0 else i.amount_minor end`

/**
 * What each day until the as-of date added to paid and committed. An order is less from the day that an invoice of it is paid,
 * though never less than nothing; what was covered counts until the order is settled.
 */
async function changesOf(ctx: Context, id: string, asOf: string, last: string): Promise<DayChange[]> {
  // The chart has the ends of months, and within months no other days than these two.
  const [own, end] = [asOf, last].map((day) => sql`date_trunc('month', ${day}::date)`)
  const cells = sql`(
    l.grain = 'month' and l.day < ${own} and l.day <> ${end}
    or l.grain = 'day' and l.day >= ${own} and l.day <= ${asOf}::date
    or l.grain = 'day' and l.day >= ${end} and l.day < ${end} + interval '1 month' and l.day < ${own})`
  const { rows } = await sql<DayChange>`
    with covered as (
      select greatest(i.paid_on, o.committed_on) as day, least(o.paid_on, o.cancelled_on) as until,
        covered_amount(o.amount_minor, o.part_minor, sum(${same}) over earlier, sum(${other}) over earlier)
          - covered_amount(o.amount_minor, o.part_minor, sum(${same}) over earlier - ${same}, sum(${other}) over earlier - ${other}) as minor
      from ledger i join ledger o on o.expense_id = i.order_id and o.grant_id = i.grant_id
      where i.grant_id = ${id} and i.order_id is not null
        and greatest(i.paid_on, o.committed_on) < coalesce(least(o.paid_on, o.cancelled_on), 'infinity')
        and i.paid_on is not null and o.committed_on is not null
      window earlier as (partition by i.order_id order by i.paid_on, i.share_id)
    )
    select c.day, sum(c.paid)::bigint as paid, sum(c.committed)::bigint as committed from (
      select l.day, sum(l.paid) as paid, sum(l.committed) as committed from ledger_cells l
        where l.grant_id = ${id} and ${cells} group by l.day
      union all
      select m.decided_on, -s.rejected_minor, 0 from claim_sums s join claims m on m.id = s.claim_id
        where s.grant_id = ${id} and m.decided_on <= ${asOf}::date
      union all
      select v.day, 0, -v.minor from covered v where v.day <= ${asOf}::date
      union all
      select v.until, 0, v.minor from covered v where v.until <= ${asOf}::date
    ) c
    group by c.day order by c.day`.execute(ctx.db)
  return rows
}

/** What is open as of the day, by the day that it is expected on. */
async function expectedOf(ctx: Context, id: string, asOf: string): Promise<Expected[]> {
  const { rows } = await sql<Expected>`
    with covered as (
      select o.expense_id, covered_amount(o.amount_minor, o.part_minor, sum(${same}), sum(${other})) as minor
      from ledger i join ledger o on o.expense_id = i.order_id and o.grant_id = i.grant_id
      where i.grant_id = ${id} and i.order_id is not null and i.paid_on <= ${asOf}::date
      group by o.share_id, o.expense_id, o.amount_minor, o.part_minor
    )
    select l.expected_on as day,
      sum(case when l.committed_on <= ${asOf}::date then l.amount_minor - coalesce(i.minor, 0) else l.amount_minor end)::bigint as minor
    from ledger l left join covered i on i.expense_id = l.expense_id
    where l.grant_id = ${id} and coalesce(l.cancelled_on > ${asOf}::date, true) and coalesce(l.paid_on > ${asOf}::date, true)
      and (l.committed_on <= ${asOf}::date or l.planned_on <= ${asOf}::date)
    group by l.expected_on`.execute(ctx.db)
  return rows
}

/** What the budget came to from each day on that a version was adopted, until the as-of date; transfers leave the sum as it is. */
async function budgetsOf(ctx: Context, id: string, asOf: string): Promise<{ day: string; minor: number }[]> {
  const { rows } = await sql<{ day: string; minor: number }>`
    select v.adopted_on as day, coalesce(sum(a.amount_minor), 0)::bigint as minor
    from budget_versions v left join budget_amounts a on a.version_id = v.id
    where v.grant_id = ${id} and v.adopted_on <= ${asOf}::date
    group by v.id order by v.adopted_on, v.position`.execute(ctx.db)
  return rows
}
