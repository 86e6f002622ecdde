import { addDays, type CivilDate, daysBetween } from '../../../../domain/partial-date.ts'
import type { LocalTime } from '../../../../domain/time-zone.ts'
import { weekdayOf } from '../../calendar/month.ts'

/** How a day is cut into slots; lengths in minutes. */
export interface Pattern {
  from: CivilDate
  to: CivilDate
  starts: LocalTime
  ends: LocalTime
  length: number
  /** Between one slot and the next. */
  pause: number
  lunchFrom: LocalTime | null
  lunchTo: LocalTime | null
  /** Saturdays and Sundays get slots too. */
  weekends: boolean
}

export interface NewSlot {
  day: CivilDate
  starts: LocalTime
  ends: LocalTime
  session: 'morning' | 'afternoon'
}

/** More than the API takes at once nobody needs. */
export const mostSlots = 500

export const minutesOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
export const timeOf = (minutes: number): LocalTime =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
/** "10:45"; what can't be read yet isn't. */
export const isTime = (text: string | null): text is LocalTime =>
  text !== null && /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** The half of the day: before or after the lunch break, else before or after noon. */
export const sessionOf = (starts: LocalTime, lunchFrom: LocalTime | null): NewSlot['session'] =>
  starts < (lunchFrom ?? '12:00') ? 'morning' : 'afternoon'

function ofOneDay({ starts, ends, length, pause, lunchFrom, lunchTo }: Pattern): Omit<NewSlot, 'day'>[] {
  const slots: Omit<NewSlot, 'day'>[] = []
  const end = minutesOf(ends)
  const lunch = lunchFrom && lunchTo ? [minutesOf(lunchFrom), minutesOf(lunchTo)] : null
  let at = minutesOf(starts)
  while (at + length <= end && slots.length < mostSlots) {
    const [from, to] = lunch ?? [end, end]
    if (at < (to ?? end) && at + length > (from ?? end)) {
      at = to ?? end
      continue
    }
    const time = timeOf(at)
    slots.push({ starts: time, ends: timeOf(at + length), session: sessionOf(time, lunchFrom) })
    at += length + pause
  }
  return slots
}

/** A break that ends before it begins is none that was meant. */
export const lunchEndsFirst = ({
  lunchFrom,
  lunchTo,
}: {
  lunchFrom: string | null
  lunchTo: string | null
}) => lunchFrom !== null && lunchTo !== null && lunchFrom >= lunchTo

const isWeekend = (day: CivilDate) => weekdayOf(day) >= 5

/** The first sixty days of a period: nobody meets for longer. */
const daysOf = ({ from, to }: Pick<Pattern, 'from' | 'to'>): CivilDate[] =>
  Array.from({ length: Math.min(Math.max(daysBetween(from, to) + 1, 0), 60) }, (_, index) =>
    addDays(from, index),
  )

/** The Saturdays and Sundays of a period. */
export const weekendsIn = (period: Pick<Pattern, 'from' | 'to'>): CivilDate[] =>
  daysOf(period).filter(isWeekend)

/** Whether all of a period is on a weekend, so that its days are meant. */
export const isAllWeekend = (period: Pick<Pattern, 'from' | 'to'>): boolean => daysOf(period).every(isWeekend)

/** The slots of a pattern, day by day; none on weekends unless they are meant. Lunch is kept free: what would run into it begins after it. */
export function generateSlots(pattern: Pattern): NewSlot[] {
  const days = daysBetween(pattern.from, pattern.to) + 1
  const usable = pattern.length >= 5 && pattern.pause >= 0 && pattern.starts < pattern.ends && days > 0
  if (!usable || lunchEndsFirst(pattern)) return []
  const day = ofOneDay(pattern)
  return daysOf(pattern)
    .filter((date) => pattern.weekends || !isWeekend(date))
    .flatMap((date) => day.map((slot) => ({ day: date, ...slot })))
    .slice(0, mostSlots)
}
