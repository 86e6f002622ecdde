import { sql } from 'kysely'
import { type BudgetAlert, budgetAlerts } from '../../domain/budget-alerts.ts'
import { addSums, elapsedBp, figuresOf, noSums } from '../../domain/budget-position.ts'
import { claimsDue } from '../../domain/claim.ts'
import { eligibleDays, type GrantRules } from '../../domain/grant.ts'
import { timedClaims } from '../claims/periods.ts'
import type { Context } from '../context.ts'
import { grantSums } from './sums.ts'

/** A grant as far as its alerts depend on it. */
export interface WatchedGrant {
  id: string
  starts: string | null
  ends: string | null
  rules: GrantRules
}

/** The alerts of grants as of a day, by grant: the same sums as their positions, for all of them at once. */
export async function alertsOf(
  ctx: Context,
  grants: readonly WatchedGrant[],
  day: string,
): Promise<Map<string, BudgetAlert[]>> {
  const ids = grants.map(({ id }) => id)
  const sums = await grantSums(ctx, ids, day)
  const claims = await timedClaims(ctx, ids)
  const outside = await countOutside(ctx, grants, day)
  return new Map(
    grants.map(({ id, starts, ends, rules }) => {
      const { lines, bare } = sums(id)
      return [
        id,
        budgetAlerts({
          day,
          elapsedBp: elapsedBp(starts, ends, day),
          total: figuresOf(lines.reduce(addSums, noSums)),
          lines: lines.map((line) => ({ lineId: line.lineId, figures: figuresOf(line) })),
          outsidePeriod: outside.get(id) ?? 0,
          missingReceipts: bare,
          unclaimed: claimsDue(rules.claimPeriods, claims.of(id), day),
        }),
      ]
    }),
  )
}

/** How many expenses of each grant, of those known by the day, are of days that don't count. */
export async function countOutside(
  ctx: Context,
  grants: readonly WatchedGrant[],
  day: string,
): Promise<Map<string, number>> {
  const bounded = grants.flatMap((grant) => {
    const { from, to } = eligibleDays(grant, grant.rules)
    return from === null && to === null
      ? []
      : [{ id: grant.id, first: from ?? '-infinity', last: to ?? 'infinity' }]
  })
  if (bounded.length === 0) return new Map()
  // Before and after are asked for apart, so that each is a range of the index, however many expenses are between them.
  const { rows } = await sql<{ id: string; count: number }>`
    select g.id, count(*)::int as count
    from jsonb_to_recordset(${JSON.stringify(bounded)}::jsonb) as g (id uuid, first date, last date)
    cross join lateral (
      select b.* from ledger b where b.grant_id = g.id and b.reckoned_on < g.first
      union all
      select a.* from ledger a where a.grant_id = g.id and a.reckoned_on > g.last
    ) l
    where coalesce(l.cancelled_on > ${day}::date, true)
      and (l.paid_on <= ${day}::date or l.committed_on <= ${day}::date or l.planned_on <= ${day}::date)
    group by g.id`.execute(ctx.db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
