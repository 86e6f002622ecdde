import { sql } from 'kysely'
import type { Position, readPosition } from '../../contract/budget.ts'
import { budgetAlerts } from '../../domain/budget-alerts.ts'
import { addSums, elapsedBp, figuresOf, noSums, type Sums } from '../../domain/budget-position.ts'
import { claimsDue } from '../../domain/claim.ts'
import type { GrantRules } from '../../domain/grant.ts'
import { timedClaims } from '../claims/periods.ts'
import { asOfDay, type Context } from '../context.ts'
import { readTerms } from '../grants/queries.ts'
import type { Verb } from '../route.ts'
import { countOutside } from './alerts.ts'
import { lineDimensions } from './read.ts'
import { rollUpsOf } from './roll-ups.ts'
import { grantSums, type LineSums } from './sums.ts'

export type Line = Omit<Position['lines'][number], 'figures'> & { sums: Sums }

/** Where a grant stands as of a day. */
export const readGrantPosition: Verb<typeof readPosition> = async (ctx, { params: { id }, query }) => {
  const day = await asOfDay(ctx, query.asOf)
  const grant = await readTerms(ctx, id, day)
  const rules = grant.rules as GrantRules
  const sums = (await grantSums(ctx, [id], day))(id)
  const lines = await linesWithSums(ctx, id, sums.lines)
  const total = figuresOf(lines.reduce((sum, line) => addSums(sum, line.sums), noSums))
  const shown = lines.map(({ sums, ...line }) => ({ ...line, figures: figuresOf(sums) }))
  const elapsed = elapsedBp(grant.starts, grant.ends, day)
  const outside = await countOutside(ctx, [{ ...grant, rules }], day)
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
      outsidePeriod: outside.get(id) ?? 0,
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
