import {
  addDays,
  type CivilDate,
  daysBetween,
  firstDay,
  lastDay,
  type PartialDate,
} from '../domain/partial-date.ts'

/** The days that an axis shows, both included. */
export interface DayRange {
  from: CivilDate
  to: CivilDate
}

/** Where a bar lies on the axis, as shares of its width (0 to 1), and which of its ends lie beyond it or are unknown. */
export interface BarPlace {
  start: number
  end: number
  openStart: boolean
  openEnd: boolean
}

export interface Tick {
  /** Share of the width, 0 to 1. */
  at: number
  /** What the tick stands for: a year or a month. */
  date: PartialDate
}

/** The calendar year that a day is in. */
export const yearOf = (day: CivilDate): DayRange => ({
  from: `${day.slice(0, 4)}-01-01`,
  to: `${day.slice(0, 4)}-12-31`,
})

/** Where a day lies on the axis; below 0 or above 1 outside of it. */
export const placeOf = (day: CivilDate, { from, to }: DayRange): number =>
  (daysBetween(from, day) + 0.5) / (daysBetween(from, to) + 1)

/** Where a period lies on the axis, or null where it does not touch it. An unknown end reaches to the edge. */
export function barOf(from: PartialDate | null, to: PartialDate | null, range: DayRange): BarPlace | null {
  const first = from ? firstDay(from) : null
  const last = to ? lastDay(to) : null
  if ((first && first > range.to) || (last && last < range.from)) return null
  const width = daysBetween(range.from, range.to) + 1
  const start = first && first > range.from ? daysBetween(range.from, first) / width : 0
  const end = last && last < range.to ? (daysBetween(range.from, last) + 1) / width : 1
  return { start, end, openStart: !first || first < range.from, openEnd: !last || last > range.to }
}

/** The whole years that hold all the given dates and the day itself, at least `least` of them. */
export function yearsAround(dates: readonly (PartialDate | null)[], day: CivilDate, least = 1): DayRange {
  const years = [...dates.filter((date) => date !== null), day].map((date) => Number(date.slice(0, 4)))
  const from = Math.min(...years)
  const to = Math.max(...years, from + least - 1)
  return { from: `${four(from)}-01-01`, to: `${four(to)}-12-31` }
}

const four = (year: number) => String(year).padStart(4, '0')

/** Ticks at the starts of months where the axis is a year or less, else at the starts of years, at most `most`. */
export function ticksOf(range: DayRange, most = 13): Tick[] {
  const width = daysBetween(range.from, range.to) + 1
  const dates = width <= 366 ? monthsIn(range) : yearsIn(range)
  const step = Math.ceil(dates.length / most)
  return dates
    .filter((_, index) => index % step === 0)
    .map((date) => ({ date, at: Math.max(0, daysBetween(range.from, firstDay(date)) / width) }))
}

function monthsIn({ from, to }: DayRange): PartialDate[] {
  const months: PartialDate[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); ) {
    months.push(month)
    month = addDays(`${month}-28`, 5).slice(0, 7)
  }
  return months
}

function yearsIn({ from, to }: DayRange): PartialDate[] {
  const first = Number(from.slice(0, 4))
  const count = Number(to.slice(0, 4)) - first + 1
  return Array.from({ length: count }, (_, index) => four(first + index))
}
