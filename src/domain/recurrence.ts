import { addDays, type CivilDate, lastDay } from './partial-date.ts'

/** Monday is 1 and Sunday 7, as ISO 8601 counts. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof weekdays)[number]
/** The first to fourth of its weekday in a month, or the last. */
export const ordinals = [1, 2, 3, 4, -1] as const
export type Ordinal = (typeof ordinals)[number]
export const paces = ['day', 'week', 'month', 'year'] as const
export type Pace = (typeof paces)[number]

/** Where in a month: a day of it, or "the last Friday". */
export type MonthPlace = { day: number } | { nth: Ordinal; weekday: Weekday }

/** How often something comes round again, and until when: what RFC 5545 calls FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH and UNTIL. */
export type Recurrence = { interval: number; until: CivilDate | null } & (
  | { every: 'day' }
  | { every: 'week'; weekdays: Weekday[] }
  | { every: 'month'; on: MonthPlace }
  | { every: 'year'; month: number; on: MonthPlace }
)

/** The day of the week of a civil date. */
export function weekdayOf(date: CivilDate): Weekday {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  return (day === 0 ? 7 : day) as Weekday
}

/**
 * The first day of the series after `after`, counted from a day that belongs to it; null where it has ended. A month without
 * the 29th, 30th or 31st takes its last day, and the month after has the day again: what is due on 31 January is due on 28 or 29
 * February and on 31 March. (RFC 5545 would leave such months out, which nobody means who reports monthly.)
 */
export function nextOccurrence(rule: Recurrence, from: CivilDate, after: CivilDate = from): CivilDate | null {
  const last = after > from ? after : from
  for (let at = jumped(rule, from, last); ; at = step(rule, at)) {
    const next = step(rule, at)
    // The calendar of four-digit years has an end.
    if (next <= at || (rule.until !== null && next > rule.until)) return null
    if (next > last) return next
  }
}

/** The day of the series that follows one of it. */
function step(rule: Recurrence, at: CivilDate): CivilDate {
  switch (rule.every) {
    case 'day':
      return addDays(at, rule.interval)
    case 'week':
      return inWeeks(rule, at)
    case 'month':
      return placeIn(monthsLater(at.slice(0, 7), rule.interval), rule.on)
    case 'year':
      return placeIn(monthsLater(`${at.slice(0, 4)}-${twoDigits(rule.month)}`, 12 * rule.interval), rule.on)
  }
}

/** A later day of the same week that is chosen, else the first one so many weeks on. Weeks begin on Monday. */
function inWeeks(rule: Extract<Recurrence, { every: 'week' }>, at: CivilDate): CivilDate {
  const today = weekdayOf(at)
  const chosen = [...rule.weekdays].sort((a, b) => a - b)
  const later = chosen.find((weekday) => weekday > today)
  if (later !== undefined) return addDays(at, later - today)
  return addDays(at, 7 * rule.interval + (chosen[0] ?? today) - today)
}

/** Days that are skipped at once: a daily task that nobody looked at for years would else be counted day by day. */
function jumped(rule: Recurrence, from: CivilDate, last: CivilDate): CivilDate {
  if (rule.every !== 'day') return from
  const days = (Date.parse(last) - Date.parse(from)) / 86_400_000
  return addDays(from, Math.floor(days / rule.interval) * rule.interval)
}

/** The day of a month ("2008-02") at a place in it. */
export function placeIn(month: string, on: MonthPlace): CivilDate {
  const end = lastDay(month)
  if ('day' in on) {
    const wanted = `${month}-${twoDigits(on.day)}`
    return wanted < end ? wanted : end
  }
  if (on.nth === -1) return addDays(end, -((weekdayOf(end) - on.weekday + 7) % 7))
  const first = `${month}-01`
  return addDays(first, ((on.weekday - weekdayOf(first) + 7) % 7) + 7 * (on.nth - 1))
}

function monthsLater(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const index = Math.min(year * 12 + number - 1 + months, 9999 * 12 + 11)
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${twoDigits((index % 12) + 1)}`
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** The rule that one most likely means of something due on a day: the same weekday, the same day of the month, the same date. */
export function usualRule(every: Pace, due: CivilDate): Recurrence {
  const rest = { interval: 1, until: null }
  const on = { day: Number(due.slice(8)) }
  switch (every) {
    case 'day':
      return { every, ...rest }
    case 'week':
      return { every, ...rest, weekdays: [weekdayOf(due)] }
    case 'month':
      return { every, ...rest, on }
    case 'year':
      return { every, ...rest, month: Number(due.slice(5, 7)), on }
  }
}
