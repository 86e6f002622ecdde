import { type CivilDate, isCivilDate } from '../../../../domain/partial-date.ts'
import { parsePartialDate } from '../../../../ui/parse-date.ts'

/**
 * Reads a day as people write it; what is left out is as in `like`: "5" is the fifth of its month, "5/2" the fifth of
 * February of its year. Null where it is none of the calendar.
 */
export function readDay(text: string, like: string): CivilDate | null {
  const whole = parsePartialDate(text)
  if (whole && isCivilDate(whole)) return whole
  if (!isCivilDate(like)) return null
  const [, day, month = like.slice(5, 7)] = /^\s*(\d{1,2})(?:\s*[/.\-\s]\s*(\d{1,2}))?\s*$/.exec(text) ?? []
  if (day === undefined) return null
  const short = `${like.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCivilDate(short) ? short : null
}
