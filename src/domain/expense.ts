import type { CivilDate } from './partial-date.ts'

/** How far an expense has come, the furthest last but for the two ways out. */
export const expenseStates = [
  'planned',
  'committed',
  'paid',
  'claimed',
  'reimbursed',
  'rejected',
  'cancelled',
] as const
export type ExpenseState = (typeof expenseStates)[number]

/** The days on which an expense entered its states; null where it has not. */
export interface ExpenseDays {
  plannedOn: CivilDate | null
  committedOn: CivilDate | null
  paidOn: CivilDate | null
  /** Given up; of an order, what is not invoiced by then is released. */
  cancelledOn: CivilDate | null
}

/** What claims did with one share of an expense: submitted, refunded, refused. */
export interface ClaimDays {
  claimedOn: CivilDate | null
  reimbursedOn: CivilDate | null
  rejectedOn: CivilDate | null
}

const come = (on: CivilDate | null, day: CivilDate) => on !== null && on <= day

/** Before any of its days, and therefore not to be seen, it has none. */
export function expenseState(
  days: ExpenseDays,
  claims: readonly ClaimDays[],
  day: CivilDate,
): ExpenseState | null {
  if (come(days.cancelledOn, day)) return 'cancelled'
  if (come(days.paidOn, day)) return claimState(claims, day) ?? 'paid'
  if (come(days.committedOn, day)) return 'committed'
  return come(days.plannedOn, day) ? 'planned' : null
}

/** Claimed from several funders, it is as far as the furthest; rejected only where all that decided refused. */
function claimState(claims: readonly ClaimDays[], day: CivilDate): ExpenseState | null {
  if (claims.some(({ reimbursedOn }) => come(reimbursedOn, day))) return 'reimbursed'
  const claimed = claims.filter(({ claimedOn }) => come(claimedOn, day))
  if (claimed.length === 0) return null
  return claimed.every(({ rejectedOn }) => come(rejectedOn, day)) ? 'rejected' : 'claimed'
}

/** The day whose rate counts: of payment, else the best known. */
export const reckoningDay = (days: ExpenseDays & { expectedOn: CivilDate | null }): CivilDate | null =>
  days.paidOn ?? days.committedOn ?? days.expectedOn ?? days.plannedOn

/** What of an amount counts as a cost: VAT that comes back is none. */
export const eligibleMinor = (
  minor: number,
  vatMinor: number | null,
  vatRecoverable: boolean | null,
): number => (vatRecoverable === true ? minor - (vatMinor ?? 0) : minor)

export const expenseGaps = ['receipt', 'approval', 'line', 'rate', 'shares', 'aid'] as const
/**
 * What an expense still lacks: a receipt, the second person, a budget line, its final rate, any grant at all, agreement with the
 * aid that was given by it.
 */
export type ExpenseGap = (typeof expenseGaps)[number]
