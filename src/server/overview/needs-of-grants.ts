import { sql } from 'kysely'
import type { Need } from '../../contract/overview.ts'
import type { Scope } from '../../contract/primitives.ts'
import { type AlertKind, alertKinds, type BudgetAlert } from '../../domain/budget-alerts.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { alertsOf, type WatchedGrant } from '../budget/alerts.ts'
import type { Context } from '../context.ts'
import { inScope } from '../scope.ts'

/** Grants watched at most: those that end first. */
const mostGrants = 200

export interface OpenGrant extends WatchedGrant {
  title: string
  currency: string
}

/** The grants in scope whose books are open on a day: those of others need nothing. */
export async function openGrants(ctx: Context, day: CivilDate, scope: Scope): Promise<OpenGrant[]> {
  const { rows } = await sql<OpenGrant>`
    select g.id, g.title, g.currency, g.starts, g.ends, g.rules from grants g
    where g.deleted_at is null and coalesce(g.closed_on > ${day}::date, true) and ${inScope('grants', 'g.id', scope)}
    order by partial_last(g.ends), sorted_as(g.title), g.id limit ${sql.lit(mostGrants)}`.execute(ctx.db)
  return rows
}

/** What grants need as of a day, one line per grant and kind of alert. */
export async function neededByGrants(
  ctx: Context,
  day: CivilDate,
  rows: readonly OpenGrant[],
): Promise<Need[]> {
  if (rows.length === 0) return []
  const alerts = await alertsOf(ctx, rows, day)
  return rows.flatMap((grant) =>
    alertKinds.flatMap((kind) => {
      const of = (alerts.get(grant.id) ?? []).filter((alert) => alert.kind === kind)
      return of.length > 0 ? [needOf(grant, kind, of)] : []
    }),
  )
}

function needOf({ id, title, currency }: OpenGrant, kind: AlertKind, alerts: readonly BudgetAlert[]): Need {
  const sum = (name: string) => alerts.reduce((all, { params }) => all + Number(params[name] ?? 0), 0)
  const money = (minor: number) => ({ amount: { minor, currency } })
  const need: Need = {
    kind,
    noun: 'grants',
    recordId: id,
    taskId: null,
    title,
    detail: null,
    on: null,
    count: null,
  }
  switch (kind) {
    case 'line_overspent':
    case 'forecast_over_budget':
      return { ...need, count: alerts.length, ...money(sum('over')) }
    case 'underspend_risk':
      return { ...need, ...money(sum('unspent')) }
    case 'claim_due': {
      const days = alerts.map(({ params }) => String(params.due)).sort()
      return { ...need, on: days[0] ?? null, count: alerts.length }
    }
    case 'outside_period':
    case 'missing_receipt':
      return { ...need, count: alerts[0]?.count ?? null }
  }
}

/** The order in which alerts without a day of their own are told: what is lost for good first. */
const gravity: readonly string[] = alertKinds

/** By the day that each concerns. What has no day of its own and stands now comes where today does. */
export function byUrgency(needs: readonly Need[], day: CivilDate): Need[] {
  const isAlert = ({ kind }: Need) => gravity.includes(kind)
  const graveness = (need: Need) => (need.on === null ? gravity.indexOf(need.kind) : -1)
  const dayOf = (need: Need) => need.on ?? (isAlert(need) ? day : '9999')
  return needs
    .map((need, place) => ({ need, place }))
    .sort((a, b) => {
      const [first, second] = [dayOf(a.need), dayOf(b.need)]
      if (first !== second) return first < second ? -1 : 1
      return graveness(a.need) - graveness(b.need) || a.place - b.place
    })
    .map(({ need }) => need)
}
