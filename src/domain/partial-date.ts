/**
 * Dates as documents give them: a year ("2010"), a month ("2008-06") or a day ("2008-02-04"),
 * written in ISO 8601 reduced precision. A civil date has no time and no zone.
 */
export type CivilDate = string
export type PartialDate = string

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

export type Precision = 'year' | 'month' | 'day'

/** Year, month and day as numbers, or null where the text is not a date of the calendar. */
function parts(text: string): { year: number; month?: number; day?: number } | null {
  const match = shape.exec(text)
  if (!match) return null
  const year = Number(match[1])
  const month = match[2] === undefined ? undefined : Number(match[2])
  const day = match[3] === undefined ? undefined : Number(match[3])
  if (year < 1) return null
  if (month !== undefined && (month < 1 || month > 12)) return null
  if (day !== undefined && (day < 1 || day > daysInMonth(year, month ?? 1))) return null
  return { year, month, day }
}

function daysInMonth(year: number, month: number): number {
  const last = new Date(Date.UTC(2000, month, 0))
  last.setUTCFullYear(year, month, 0)
  return last.getUTCDate()
}

export const isPartialDate = (text: string): boolean => parts(text) !== null

export const isCivilDate = (text: string): boolean => text.length === 10 && parts(text) !== null

export function precisionOf(date: PartialDate): Precision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

/** The first day that a partial date can mean: "2008" gives 2008-01-01. */
export function firstDay(date: PartialDate): CivilDate {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** The last day that a partial date can mean: "2008-02" gives 2008-02-29. */
export function lastDay(date: PartialDate): CivilDate {
  if (date.length === 4) return `${date}-12-31`
  if (date.length === 10) return date
  const [year, month] = date.split('-').map(Number) as [number, number]
  return `${date}-${String(daysInMonth(year, month)).padStart(2, '0')}`
}

/** The civil date `days` later (earlier when negative); the calendar of four-digit years has an end at either side. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const moved = new Date(0)
  moved.setUTCFullYear(year, month - 1, day + days)
  if (moved.getUTCFullYear() > 9999) return '9999-12-31'
  if (moved.getUTCFullYear() < 1) return '0001-01-01'
  return moved.toISOString().slice(0, 10)
}

/** The civil date `months` later, on the same day of the month or, where that month is too short, on its last. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const index = year * 12 + month - 1 + months
  const target = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
  if (target.length > 7) return '9999-12-31'
  const last = lastDay(target)
  const same = `${target}-${String(day).padStart(2, '0')}`
  return same < last ? same : last
}

/** Whole days from one civil date to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** True where a period that may lack either end holds the day. An unknown end is open. */
export function periodHolds(
  from: PartialDate | null | undefined,
  to: PartialDate | null | undefined,
  day: CivilDate,
): boolean {
  return (!from || firstDay(from) <= day) && (!to || day <= lastDay(to))
}
