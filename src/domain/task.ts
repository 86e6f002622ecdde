import { addDays, addMonths, type CivilDate } from './partial-date.ts'
import { weekdayOf } from './recurrence.ts'

/** Whether a task is done as seen from a day: one that was done later was still open then. */
export const isDoneBy = ({ doneOn }: { doneOn: CivilDate | null }, day: CivilDate): boolean =>
  doneOn !== null && doneOn <= day

/** Since when a task rests, and until when; not at all where that day is not known any more. */
export interface Rest {
  from: CivilDate
  until: CivilDate | null
}

/** Whether a task rests as seen from a day. On the day until which it rests it is back. */
export const rests = (snooze: Rest | null, day: CivilDate): boolean =>
  snooze !== null && snooze.until !== null && snooze.from <= day && day < snooze.until

/** Until when a task usually rests, seen from a day: tomorrow, the next Monday, the first of the next month. */
export const usualRests = {
  tomorrow: (day: CivilDate) => addDays(day, 1),
  week: (day: CivilDate) => addDays(day, 8 - weekdayOf(day)),
  month: (day: CivilDate) => `${addMonths(`${day.slice(0, 7)}-01`, 1)}`,
} as const
