import { addDays, type PartialDate } from '../../../domain/partial-date.ts'

/** When what follows begins, as precise as the end is: 2010 → 2011, 2010-06 → 2010-07, 2010-06-30 → 2010-07-01. */
export function startAfter(end: PartialDate): PartialDate {
  if (end.length === 10) return addDays(end, 1)
  if (end.length === 7) return addDays(`${end}-28`, 5).slice(0, 7)
  return String(Number(end) + 1).padStart(4, '0')
}
