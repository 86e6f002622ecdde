import { sql } from 'kysely'
import type { Position, readPosition } from '../../contract/budget.ts'
import { budgetAlerts } from '../../domain/budget-alerts.ts'
import { addSums, elapsedBp, figuresOf, noSums, type Sums } from '../../domain/budget-position.ts'
import { claimsDue } from '../../domain/claim.ts'
import { eligibleDays, type GrantRules } from '../../domain/grant.ts'
import { timedClaims } from '../claims/periods.ts'
import { asOfDay, type Context } from '../context.ts'
import { readTerms } from '../grants/queries.ts'
import type { Verb } from '../route.ts'
import { lineDimensions } from './read.ts'
import { rollUpsOf } from './roll-ups.ts'
import { grantSums, type LineSums } from './sums.ts'

export type Line = Omit<Position['lines'][number], 'figures'> & { sums: Sums }

/** Where a grant stands as of a day. */
export const readGrantPosition: Verb<typeof readPosition> = async (ctx, { params: { id }, query }) => {
  const day = await asOfDay(ctx, query.asOf)
  const grant = await readTerms(ctx, id, day)
  const rules = grant.rules as GrantRules
  const sums = await grantSums(ctx, id, day)
  const lines = await linesWithSums(ctx, id, sums.lines)
  const total = figuresOf(lines.reduce((sum, line) => addSums(sum, line.sums), noSums))
  const shown = lines.map(({ sums, ...line }) => ({ ...line, figures: figuresOf(sums) }))
  const elapsed = elapsedBp(grant.starts, grant.ends, day)
  const outsidePeriod = await countOutside(ctx, id, day, eligibleDays(grant, rules))
  const unclaimed = claimsDue(rules.claimPeriods, (await timedClaims(ctx, [id])).of(id), day)
  return {
    grantId: id,
    asOf: day,
    currency: grant.currency,
    elapsedBp: elapsed,
    total,
    lines: shown,
    rollUps: rollUpsOf(lines, grant),
    alerts: budgetAlerts({
      day,
      elapsedBp: elapsed,
      total,
      lines: shown,
      outsidePeriod,
      missingReceipts: sums.bare,
      unclaimed,
    }),
    exposure: sums.open,
  }
}

async function linesWithSums(ctx: Context, id: string, held: readonly LineSums[]): Promise<Line[]> {
  const sums = new Map<string | null, Sums>(held.map(({ lineId, grantId: _, ...line }) => [lineId, line]))
  const { rows } = await sql<Omit<Line, 'sums'>>`
    select l.id as "lineId", l.name, l.category, l.sample, ${lineDimensions}
    from budget_lines l
    left join organisations o on o.id = l.cluster_id left join markets k on k.id = l.market_id left join missions m on m.id = l.mission_id
    where l.grant_id = ${id}
    order by l.position, l.id`.execute(ctx.db)
  const none = sums.get(null)
  return [
    ...rows.map((row) => ({ ...row, sums: sums.get(row.lineId) ?? noSums })),
    ...(none && Object.values(none).some((sum) => sum !== 0) ? [{ ...noLine, sums: none }] : []),
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
  sample: false,
}

/** How many expenses, of those known by the day, are of days that don't count. */
async function countOutside(
  ctx: Context,
  id: string,
  day: string,
  { from, to }: { from: string | null; to: string | null },
): Promise<number> {
  if (from === null && to === null) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ledger l
    where l.grant_id = ${id} and (l.reckoned_on < ${from ?? '-infinity'}::date or l.reckoned_on > ${to ?? 'infinity'}::date)
      and coalesce(l.cancelled_on > ${day}::date, true)
      and (l.paid_on <= ${day}::date or l.committed_on <= ${day}::date or l.planned_on <= ${day}::date)`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}
