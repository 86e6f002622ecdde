import { isPartialDate, type PartialDate } from '../domain/partial-date.ts'
import { plain } from './matches.ts'

/** Names and short names of months in the languages people type here, without accents and dots. */
const months = new Map<string, number>()
for (const locale of ['en-GB', 'en-US', 'fr-FR']) {
  for (const month of ['long', 'short'] as const) {
    const name = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' })
    for (let index = 0; index < 12; index++) {
      months.set(plain(name.format(Date.UTC(2008, index, 15))).replace('.', ''), index + 1)
    }
  }
}

function monthOf(word: string): number | undefined {
  const bare = plain(word).replace('.', '')
  if (/^\d{1,2}$/.test(bare)) return Number(bare)
  const exact = months.get(bare)
  if (exact || bare.length < 3) return exact
  // "juill", "septem": the beginning of one month only.
  const found = new Set([...months].filter(([name]) => name.startsWith(bare)).map(([, month]) => month))
  return found.size === 1 ? [...found][0] : undefined
}

const two = (value: number) => String(value).padStart(2, '0')

/**
 * Reads a year, month or day as people write them: "2008", "June 2008", "06/2008", "2008-06", "4 Feb 2008",
 * "4/2/2008" (day first), "Feb 4, 2008", "1er juillet 2008". Null where it is none of the calendar.
 */
export function parsePartialDate(text: string): PartialDate | null {
  const words = text
    .trim()
    .replace(/[,/\-.\s]+/g, ' ')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th|er)\b/gi, '$1')
    .trim()
    .split(' ')
  const date = fromWords(words)
  return date && isPartialDate(date) ? date : null
}

function fromWords(words: string[]): string | null {
  const year = /^\d{4}$/
  const [a = '', b = '', c = ''] = words
  if (words.length === 1)
    return year.test(a) ? a : /^\d{8}$/.test(a) ? `${a.slice(0, 4)}-${a.slice(4, 6)}-${a.slice(6)}` : null
  if (words.length === 2) {
    const [y, m] = year.test(a) ? [a, b] : [b, a]
    const month = monthOf(m)
    return year.test(y) && month ? `${y}-${two(month)}` : null
  }
  if (words.length !== 3) return null
  if (year.test(a)) return dayOf(a, b, c)
  if (!year.test(c)) return null
  // "Feb 4 2008" begins with a word, "4 Feb 2008" and "4 2 2008" with the day.
  return /^\d/.test(a) ? dayOf(c, b, a) : dayOf(c, a, b)
}

function dayOf(year: string, monthWord: string, day: string): string | null {
  const month = monthOf(monthWord)
  return month && /^\d{1,2}$/.test(day) ? `${year}-${two(month)}-${two(Number(day))}` : null
}

/**
 * Reads a time of day: "10:45", "1045", "10h45", "10 h", "9", "7pm", "7:30 p.m.". Null where it is none; twelve o'clock
 * at night is "12 am", as English has it.
 */
export function parseTime(text: string): string | null {
  const match = /^(\d{1,2})\s*(?:[:h.]\s*)?(\d{2})?\s*(?:([ap])\.?\s?m\.?)?$/i.exec(text.trim())
  if (!match) return null
  const [written, minutes, half] = [Number(match[1]), Number(match[2] ?? 0), match[3]?.toLowerCase()]
  if (half && (written < 1 || written > 12)) return null
  const hours = half ? (written % 12) + (half === 'p' ? 12 : 0) : written
  return hours < 24 && minutes < 60 ? `${two(hours)}:${two(minutes)}` : null
}
