import { sql } from 'kysely'
import type { Scope } from '../../contract/primitives.ts'
import type { View } from '../../contract/views.ts'
import { addSums, elapsedBp, figuresOf, noSums } from '../../domain/budget-position.ts'
import type { CivilDate, PartialDate } from '../../domain/partial-date.ts'
import { lineSums } from '../budget/sums.ts'
import type { Context } from '../context.ts'
import { inScope } from '../scope.ts'

interface Held {
  id: string
  title: string
  currency: string
  starts: PartialDate | null
  ends: PartialDate | null
  /** Those of the scope. */
  lines: string[]
  /** What stands against no line is of the scope too. */
  bare: boolean
}

/**
 * What of each grant's budget is meant for the scope, and how it is used as of the day: its lines for the cluster and the
 * market, all of them where neither is asked for. A line without a cluster is of the cluster that holds the grant.
 */
export async function budgetOf(ctx: Context, day: CivilDate, scope: Scope): Promise<View['budget']> {
  const { cluster, market } = scope
  const whole = cluster === undefined && market === undefined
  const { rows } = await sql<Held>`
    select g.id, g.title, g.currency, g.starts, g.ends,
      ${whole} or (${market === undefined} and g.cluster_id is not distinct from ${cluster ?? null}::uuid) as bare,
      coalesce((select json_agg(l.id) from budget_lines l where l.grant_id = g.id
        and ${cluster ? sql`coalesce(l.cluster_id, g.cluster_id) = ${cluster}` : sql`true`}
        and ${market ? sql`l.market_id = ${market}` : sql`true`}), '[]') as lines
    from grants g where g.deleted_at is null and ${inScope('grants', 'g.id', scope)}
    order by partial_last(g.ends) desc nulls first, sorted_as(g.title), g.id`.execute(ctx.db)
  const sums = await lineSums(
    ctx,
    rows.map(({ id }) => id),
    day,
  )
  return rows.flatMap(({ id, title, currency, starts, ends, lines, bare }) => {
    const own = new Set(lines)
    const all = sums.filter(({ grantId }) => grantId === id)
    const mine = all.filter(({ lineId }) => (lineId === null ? bare : whole || own.has(lineId)))
    if (!whole && lines.length === 0 && mine.length === 0) return []
    const figures = figuresOf(mine.reduce((sum, line) => addSums(sum, line), noSums))
    const { budget, planned, committed, paid, available, spentBp } = figures
    return [
      {
        grant: { id, name: title },
        currency,
        whole,
        elapsedBp: elapsedBp(starts, ends, day),
        budget,
        ofBudget: all.reduce((sum, line) => sum + line.budget, 0),
        planned,
        committed,
        paid,
        available,
        spentBp,
      },
    ]
  })
}
