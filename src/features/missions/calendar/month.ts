import { addDays, type CivilDate, firstDay, lastDay, type PartialDate } from '../../../domain/partial-date.ts'

/** Monday is 0, as weeks begin where we work. */
export const weekdayOf = (day: CivilDate): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7

/** The weeks that a month touches, each from Monday to Sunday. */
export function weeksOf(month: PartialDate): CivilDate[][] {
  const last = lastDay(month)
  const weeks: CivilDate[][] = []
  let day = addDays(firstDay(month), -weekdayOf(firstDay(month)))
  while (day <= last) {
    const monday = day
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)))
    day = addDays(day, 7)
  }
  return weeks
}

/** The twelve months of a year: "2008" gives "2008-01" to "2008-12". */
export const monthsOf = (year: PartialDate): PartialDate[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)

/** The month or year that lies so many months or years away. */
export function shifted(period: PartialDate, by: number): PartialDate {
  const year = Number(period.slice(0, 4))
  if (period.length === 4) return four(year + by)
  const months = year * 12 + Number(period.slice(5, 7)) - 1 + by
  return `${four(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`
}

const four = (year: number) => String(Math.min(9999, Math.max(1, year))).padStart(4, '0')

/** The same day of another month, or its last where it is shorter. */
export function inMonth(month: PartialDate, day: CivilDate): CivilDate {
  const same = `${month}-${day.slice(8)}`
  return same > lastDay(month) ? lastDay(month) : same
}
