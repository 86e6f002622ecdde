import i18next from 'i18next'
import type { MonthPlace, Recurrence, Weekday } from '../../domain/recurrence.ts'
import type { Format } from '../../i18n/format.ts'

const named = (f: Format, date: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(f.language === 'fr' ? 'fr-FR' : 'en-GB', { ...options, timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  )

/** "Monday"; 1 January 2024 was one. */
export const weekdayWord = (weekday: Weekday, f: Format) =>
  named(f, `2024-01-0${weekday}`, { weekday: 'long' })
export const shortWeekday = (weekday: Weekday, f: Format) => f.weekdayName(`2024-01-0${weekday}`)

/** "on day 31", "on the last Friday" */
export function placeWords(on: MonthPlace, f: Format): string {
  const t = i18next.getFixedT(null, 'dossier')
  if ('day' in on) return t('repeat.place.day', { day: on.day })
  const nth = t(`repeat.nth.${on.nth}`)
  return t('repeat.place.nth', { nth, weekday: weekdayWord(on.weekday, f) })
}

/** "every 2 weeks on Mon and Thu, until 31 Dec 2009" */
export function repeatWords(rule: Recurrence, f: Format): string {
  const t = i18next.getFixedT(null, 'dossier')
  const often = t(`repeat.often.${rule.every}`, { count: rule.interval })
  const when = whenWords(rule, f)
  const end = rule.until ? t('repeat.untilDay', { date: f.date(rule.until) }) : ''
  return [[often, when].filter(Boolean).join(' '), end].filter(Boolean).join(', ')
}

function whenWords(rule: Recurrence, f: Format): string {
  const t = i18next.getFixedT(null, 'dossier')
  switch (rule.every) {
    case 'day':
      return ''
    case 'week': {
      const days = [...rule.weekdays].sort((a, b) => a - b).map((weekday) => shortWeekday(weekday, f))
      return t('repeat.onDays', { days: f.list(days) })
    }
    case 'month':
      return placeWords(rule.on, f)
    case 'year': {
      const month = named(f, `2024-${String(rule.month).padStart(2, '0')}-01`, { month: 'long' })
      if ('day' in rule.on) return t('repeat.place.date', { day: rule.on.day, month })
      return t('repeat.place.ofMonth', { place: placeWords(rule.on, f), month })
    }
  }
}
