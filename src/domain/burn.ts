import { type BasisPoints, wholeShare } from './grant.ts'
import { addDays, addMonths, type CivilDate, daysBetween, lastDay } from './partial-date.ts'

/** What a day adds to what is paid and committed (below nothing, what it takes away). */
export interface DayChange {
  day: CivilDate
  paid: number
  committed: number
}

/** What is open, and when it is expected to be paid; null is unknown. */
export interface Expected {
  day: CivilDate | null
  minor: number
}

export interface BurnPoint {
  day: CivilDate
  elapsedBp: BasisPoints | null
  budget: number
  paid: number
  committed: number
  forecast: number
  future: boolean
}

interface BurnFacts {
  asOf: CivilDate
  first: CivilDate
  last: CivilDate
  /** By day. */
  changes: readonly DayChange[]
  /** Open as of the as-of date. */
  expected: readonly Expected[]
  /** The budget in force from a day on, by day. */
  budgets: readonly { day: CivilDate; minor: number }[]
  /** Whether the period has two ends, of which elapsed time can be told. */
  dated: boolean
}

/** Months that a chart shows at most: 20 years. */
const mostPoints = 240

/** The ends of the months from the first to the last day, with the as-of date among them where it is within. */
export function burnDays(first: CivilDate, last: CivilDate, asOf: CivilDate): CivilDate[] {
  const days = new Set<CivilDate>()
  for (
    let month = `${first.slice(0, 7)}-01`;
    month <= last && days.size < mostPoints;
    month = addMonths(month, 1)
  ) {
    const end = lastDay(month.slice(0, 7))
    days.add(end < last ? end : last)
  }
  if (asOf >= first && asOf <= last) days.add(asOf)
  return [...days].sort()
}

/**
 * Use of a budget over time. Up to the as-of date the points tell what was paid and committed by each day; after it, what
 * is open is added to the forecast on the day it is expected. What was expected earlier, or at no known time, comes last.
 */
export function burnPoints({ asOf, first, last, changes, expected, budgets, dated }: BurnFacts): BurnPoint[] {
  const until = (day: CivilDate) => (day < asOf ? day : asOf)
  const sumBy = (day: CivilDate, of: (change: DayChange) => number) =>
    changes.reduce((sum, change) => (change.day <= day ? sum + of(change) : sum), 0)
  const lastKnown = expected.map(({ day, minor }) => ({
    minor,
    day: day === null || day <= asOf || day > last ? last : day,
  }))
  const days = daysBetween(first, last) + 1
  return burnDays(first, last, asOf).map((day) => {
    const paid = sumBy(until(day), (change) => change.paid)
    const open = lastKnown.reduce((sum, { day: on, minor }) => (on <= day ? sum + minor : sum), 0)
    const passed = Math.min(daysBetween(first, addDays(day, 1)), days)
    return {
      day,
      elapsedBp: dated ? Math.floor((passed * wholeShare) / days) : null,
      budget: budgets.findLast((version) => version.day <= day)?.minor ?? 0,
      paid,
      committed: sumBy(until(day), (change) => change.committed),
      forecast: day > asOf ? paid + open : paid,
      future: day > asOf,
    }
  })
}
