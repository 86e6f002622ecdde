import type { Figures } from './budget-position.ts'
import type { BasisPoints } from './grant.ts'
import { type CivilDate, daysBetween } from './partial-date.ts'

export const alertKinds = [
  'line_overspent',
  'forecast_over_budget',
  'underspend_risk',
  'outside_period',
  'missing_receipt',
  'claim_due',
] as const
export type AlertKind = (typeof alertKinds)[number]

/** More than so many points of elapsed time over what is spent: money that may be lost. */
export const underspendPoints = 20
/** A claim that is due within so many days is near. */
export const claimNotice = 30

/** Each alert's rule in words, for those who read the API; the screens have their own in the reader's language. */
export const alertRules: Record<AlertKind, string> = {
  line_overspent: 'Committed and paid together are more than the line’s budget.',
  forecast_over_budget: 'Paid, committed and planned together are more than the line’s budget.',
  underspend_risk: `The elapsed share of the period is more than ${underspendPoints} points above the spent share of the budget.`,
  outside_period: 'The expense is of a day before or after those that the grant counts.',
  missing_receipt: 'The expense is paid and has no receipt.',
  claim_due: `A claim for a period is due within ${claimNotice} days, or late, and has not been submitted.`,
}

export interface BudgetAlert {
  kind: AlertKind
  severity: 'over' | 'warning' | 'info'
  lineId: string | null
  count: number | null
  params: Record<string, string | number>
}

interface AlertFacts {
  day: CivilDate
  elapsedBp: BasisPoints | null
  total: Figures
  lines: readonly { lineId: string | null; figures: Figures }[]
  outsidePeriod: number
  missingReceipts: number
  /** Periods for which no claim has been submitted by the day. */
  unclaimed: readonly { from: CivilDate; to: CivilDate; due: CivilDate }[]
}

/** What needs to be said of a budget as of a day, the gravest first. */
export function budgetAlerts(facts: AlertFacts): BudgetAlert[] {
  const all = [
    ...facts.lines.flatMap(lineAlerts),
    ...expenseAlert('outside_period', facts.outsidePeriod),
    ...expenseAlert('missing_receipt', facts.missingReceipts),
    ...claimAlerts(facts),
    ...underspend(facts),
  ]
  const grave = { over: 0, warning: 1, info: 2 }
  return all.sort((a, b) => grave[a.severity] - grave[b.severity])
}

function lineAlerts({ lineId, figures }: AlertFacts['lines'][number]): BudgetAlert[] {
  // What stands against no line has no budget that it could pass.
  if (lineId === null) return []
  const { budget, available, forecast } = figures
  if (available < 0)
    return [alert('line_overspent', 'over', { lineId, params: { over: -available, budget } })]
  if (forecast > budget)
    return [alert('forecast_over_budget', 'warning', { lineId, params: { over: forecast - budget, budget } })]
  return []
}

const expenseAlert = (kind: AlertKind, count: number): BudgetAlert[] =>
  count > 0 ? [alert(kind, 'warning', { count, params: { count } })] : []

function claimAlerts({ day, unclaimed }: AlertFacts): BudgetAlert[] {
  return unclaimed.flatMap(({ from, to, due }) => {
    const days = daysBetween(day, due)
    if (to >= day || days > claimNotice) return []
    return [alert('claim_due', days < 0 ? 'over' : 'warning', { params: { from, to, due, days } })]
  })
}

function underspend({ elapsedBp, total }: AlertFacts): BudgetAlert[] {
  if (elapsedBp === null || total.spentBp === null) return []
  const points = (elapsedBp - total.spentBp) / 100
  if (points <= underspendPoints) return []
  // What is ordered and planned is on its way: the same measure as the forecast, so that no screen tells two sums.
  const params = {
    points,
    elapsedBp,
    spentBp: total.spentBp,
    unspent: Math.max(0, total.budget - total.forecast),
  }
  return [alert('underspend_risk', 'warning', { params })]
}

const alert = (
  kind: AlertKind,
  severity: BudgetAlert['severity'],
  rest: Partial<BudgetAlert> & Pick<BudgetAlert, 'params'>,
): BudgetAlert => ({ kind, severity, lineId: null, count: null, ...rest })
