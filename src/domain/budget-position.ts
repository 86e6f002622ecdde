import { type BasisPoints, wholeShare } from './grant.ts'
import { nearest } from './money.ts'
import { type CivilDate, daysBetween, firstDay, lastDay, type PartialDate } from './partial-date.ts'
import { splitByWeights } from './shares.ts'

/** Sums over expenses as of a day, in minor units of the grant's currency. */
export interface Sums {
  budget: number
  planned: number
  /** Orders and contracts, without what of them has been invoiced. */
  committed: number
  /** All that was paid, whatever the funder said of it. */
  paid: number
  /** Handed in to the funders and not refused; of figures, without what came back. */
  claimed: number
  /** What the funders paid back. */
  reimbursed: number
  /** What the funder refused: it no longer burdens the budget. */
  rejected: number
  expenses: number
}

/** Sums, and what follows from them. */
export interface Figures extends Sums {
  available: number
  forecast: number
  /** Null without a budget. */
  spentBp: BasisPoints | null
}

export const noSums: Sums = {
  budget: 0,
  planned: 0,
  committed: 0,
  paid: 0,
  claimed: 0,
  reimbursed: 0,
  rejected: 0,
  expenses: 0,
}

/**
 * Claimed is what is with the funders still, reimbursed what came back. Available is budget − committed − paid; the forecast
 * at completion is paid + committed + planned.
 */
export function figuresOf(sums: Sums): Figures {
  const paid = sums.paid - sums.rejected
  return {
    ...sums,
    paid,
    claimed: sums.claimed - sums.reimbursed,
    available: sums.budget - sums.committed - paid,
    forecast: paid + sums.committed + sums.planned,
    spentBp: shareOf(paid, sums.budget),
  }
}

/** A part of a whole in basis points, rounded down; null where there is no whole. */
export function shareOf(part: number, whole: number): BasisPoints | null {
  return whole > 0 ? Math.max(0, Number((BigInt(part) * BigInt(wholeShare)) / BigInt(whole))) : null
}

export const addSums = (a: Sums, b: Sums): Sums => ({
  budget: a.budget + b.budget,
  planned: a.planned + b.planned,
  committed: a.committed + b.committed,
  paid: a.paid + b.paid,
  claimed: a.claimed + b.claimed,
  reimbursed: a.reimbursed + b.reimbursed,
  rejected: a.rejected + b.rejected,
  expenses: a.expenses + b.expenses,
})

/** The sums of lines by what `keyOf` says they belong to, in the order in which the keys come first. */
export function rollUp<L extends { sums: Sums }, K>(
  lines: readonly L[],
  keyOf: (line: L) => K,
): Map<K, Sums> {
  const byKey = new Map<K, Sums>()
  for (const line of lines) {
    const key = keyOf(line)
    byKey.set(key, addSums(byKey.get(key) ?? noSums, line.sums))
  }
  return byKey
}

/** What each funder bears of the sums, by weights of which the last is nobody's; each sum is split to the minor unit. */
export function byFunder(sums: Sums, weights: readonly number[]): Sums[] {
  const split = (minor: number) => splitByWeights(minor, weights)
  const parts = {
    budget: split(sums.budget),
    planned: split(sums.planned),
    committed: split(sums.committed),
    paid: split(sums.paid),
    claimed: split(sums.claimed),
    reimbursed: split(sums.reimbursed),
    rejected: split(sums.rejected),
  }
  return weights.map((_, n) => ({
    budget: parts.budget[n] ?? 0,
    planned: parts.planned[n] ?? 0,
    committed: parts.committed[n] ?? 0,
    paid: parts.paid[n] ?? 0,
    claimed: parts.claimed[n] ?? 0,
    reimbursed: parts.reimbursed[n] ?? 0,
    rejected: parts.rejected[n] ?? 0,
    expenses: sums.expenses,
  }))
}

/** How much of a period has passed by the end of a day; null where it lacks an end. */
export function elapsedBp(
  starts: PartialDate | null,
  ends: PartialDate | null,
  day: CivilDate,
): BasisPoints | null {
  if (!starts || !ends) return null
  const first = firstDay(starts)
  const days = daysBetween(first, lastDay(ends)) + 1
  if (days <= 0) return null
  const passed = Math.min(Math.max(daysBetween(first, day) + 1, 0), days)
  return Math.floor((passed * wholeShare) / days)
}

/** One expense's share in a grant, as the position of a day needs it. */
export interface Movement {
  lineId: string | null
  /** In the grant's currency. */
  minor: number
  /** The same in the expense's own. */
  part: number
  currency: string
  plannedOn: CivilDate | null
  committedOn: CivilDate | null
  paidOn: CivilDate | null
  cancelledOn: CivilDate | null
  /** Names an order, or the order that this is an invoice of. */
  id: string
  orderId: string | null
}

const come = (on: CivilDate | null, day: CivilDate) => on !== null && on <= day

/**
 * What of an order its invoices cover, never more than all of it: one in the order's currency covers its part of it, whatever
 * the rates of the two days were; one in another covers what it comes to.
 */
export function coveredBy(order: Movement, invoices: readonly Movement[]): number {
  const sum = (same: boolean, of: (invoice: Movement) => number) =>
    invoices.reduce(
      (all, invoice) => ((invoice.currency === order.currency) === same ? all + of(invoice) : all),
      0,
    )
  const part = Math.min(
    sum(true, (invoice) => invoice.part),
    order.part,
  )
  const own = order.part > 0 ? Number(nearest(BigInt(order.minor) * BigInt(part), BigInt(order.part))) : 0
  return Math.min(order.minor, own + sum(false, ({ minor }) => minor))
}

/**
 * Planned, committed and paid as of a day: the rule that the position's SQL follows. An order counts as committed less
 * what its invoices, paid by then, cover of it in the same grant, on whatever line they are. `counts` narrows what is added
 * up.
 */
export function openSums(
  movements: readonly Movement[],
  day: CivilDate,
  counts: (movement: Movement) => boolean = () => true,
): Pick<Sums, 'planned' | 'committed' | 'paid'> {
  const sums = { planned: 0, committed: 0, paid: 0 }
  const invoices = new Map<string, Movement[]>()
  const living = movements.filter(({ cancelledOn }) => !come(cancelledOn, day))
  for (const movement of living)
    if (movement.orderId && come(movement.paidOn, day))
      invoices.set(movement.orderId, [...(invoices.get(movement.orderId) ?? []), movement])
  for (const movement of living.filter(counts))
    if (come(movement.paidOn, day)) sums.paid += movement.minor
    else if (come(movement.committedOn, day))
      sums.committed += movement.minor - coveredBy(movement, invoices.get(movement.id) ?? [])
    else if (come(movement.plannedOn, day)) sums.planned += movement.minor
  return sums
}
