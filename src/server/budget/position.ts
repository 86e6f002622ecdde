import { sql } from 'kysely'
import type { Position, readPosition } from '../../contract/budget.ts'
import { budgetAlerts } from '../../domain/budget-alerts.ts'
import { addSums, elapsedBp, figuresOf, noSums, type Sums } from '../../domain/budget-position.ts'
import { eligibleDays, type GrantRules } from '../../domain/grant.ts'
import { unclaimedPeriods } from '../claims/periods.ts'
import { asOfDay, type Context } from '../context.ts'
import { readGrant } from '../grants/queries.ts'
import type { Verb } from '../route.ts'
import { lineDimensions } from './read.ts'
import { rollUpsOf } from './roll-ups.ts'
import { lineSums } from './sums.ts'

export type Line = Omit<Position['lines'][number], 'figures'> & { sums: Sums }

/** Where a grant stands as of a day. */
export const readGrantPosition: Verb<typeof readPosition> = async (ctx, { params: { id }, query }) => {
  const day = await asOfDay(ctx, query.asOf)
  const grant = await readGrant(ctx, id, day)
  const rules = grant.rules as GrantRules
  const lines = await linesWithSums(ctx, id, day)
  const total = figuresOf(lines.reduce((sum, line) => addSums(sum, line.sums), noSums))
  const shown = lines.map(({ sums, ...line }) => ({ ...line, figures: figuresOf(sums) }))
  const elapsed = elapsedBp(grant.starts, grant.ends, day)
  const flaws = await expenseFlaws(ctx, id, day, eligibleDays(grant, rules))
  const unclaimed = (await unclaimedPeriods(ctx, [{ id, rules }], day)).get(id) ?? []
  return {
    grantId: id,
    asOf: day,
    currency: grant.currency,
    elapsedBp: elapsed,
    total,
    lines: shown,
    rollUps: rollUpsOf(lines, grant),
    alerts: budgetAlerts({ day, elapsedBp: elapsed, total, lines: shown, ...flaws, unclaimed }),
    exposure: await exposureOf(ctx, id, day),
  }
}

async function linesWithSums(ctx: Context, id: string, day: string): Promise<Line[]> {
  const sums = new Map(
    (await lineSums(ctx, [id], day)).map(({ lineId, grantId: _, ...line }) => [lineId, line]),
  )
  const { rows } = await sql<Omit<Line, 'sums'>>`
    select l.id as "lineId", l.name, l.category, ${lineDimensions}
    from budget_lines l
    left join organisations o on o.id = l.cluster_id left join markets k on k.id = l.market_id left join missions m on m.id = l.mission_id
    where l.grant_id = ${id}
    order by l.position, l.id`.execute(ctx.db)
  const none = sums.get(null)
  return [
    ...rows.map((row) => ({ ...row, sums: sums.get(row.lineId) ?? noSums })),
    ...(none ? [{ ...noLine, sums: none }] : []),
  ]
}

const noLine: Omit<Line, 'sums'> = {
  lineId: null,
  name: null,
  category: null,
  cluster: null,
  clusterColour: null,
  market: null,
  mission: null,
  workPackage: null,
}

/** How many expenses are outside the days that count, and how many are paid without a receipt. */
async function expenseFlaws(
  ctx: Context,
  id: string,
  day: string,
  { from, to }: { from: string | null; to: string | null },
): Promise<{ outsidePeriod: number; missingReceipts: number }> {
  const { rows } = await sql<{ outsidePeriod: number; missingReceipts: number }>`
    select (count(*) filter (where l.reckoned_on < ${from}::date or l.reckoned_on > ${to}::date))::int as "outsidePeriod",
      (count(*) filter (where l.paid_on <= ${day}::date and d.record_id is null))::int as "missingReceipts"
    from ledger l
    left join (select distinct t.record_id from documents t where t.noun = 'expenses') d on d.record_id = l.expense_id
    where l.grant_id = ${id} and coalesce(l.cancelled_on > ${day}::date, true)
      and (l.paid_on <= ${day}::date or l.committed_on <= ${day}::date or l.planned_on <= ${day}::date)`.execute(
    ctx.db,
  )
  return rows[0] ?? { outsidePeriod: 0, missingReceipts: 0 }
}

/** What is planned and committed as of the day, by line and currency. */
async function exposureOf(ctx: Context, id: string, day: string): Promise<Position['exposure']> {
  const { rows } = await sql<Position['exposure'][number]>`
    with invoiced as (
      select l.order_id, sum(l.amount_minor) as amount, sum(l.part_minor) as part
      from ledger l
      where l.grant_id = ${id} and l.order_id is not null and l.paid_on <= ${day}::date and coalesce(l.cancelled_on > ${day}::date, true)
      group by l.order_id
    )
    select l.line_id as "lineId", l.currency,
      sum(greatest(l.part_minor - case when l.committed_on <= ${day}::date then coalesce(i.part, 0) else 0 end, 0))::bigint as minor,
      sum(greatest(l.amount_minor - case when l.committed_on <= ${day}::date then coalesce(i.amount, 0) else 0 end, 0))::bigint as amount
    from ledger l left join invoiced i on i.order_id = l.expense_id
    where l.grant_id = ${id} and coalesce(l.cancelled_on > ${day}::date, true) and coalesce(l.paid_on > ${day}::date, true)
      and (l.committed_on <= ${day}::date or l.planned_on <= ${day}::date)
    group by l.line_id, l.currency
    order by l.currency, amount desc, l.line_id`.execute(ctx.db)
  return rows
}
