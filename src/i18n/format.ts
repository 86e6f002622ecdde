import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { decimalsOf, type Money } from '../domain/money.ts'
import { type CivilDate, daysBetween, type PartialDate, precisionOf } from '../domain/partial-date.ts'
import { instantOf, type LocalTime, localIn } from '../domain/time-zone.ts'
import { countryCodeOf, countryCodes } from './countries.ts'

/** British conventions for English: "4 Feb 2008". */
const localeOf = (language: string) => ({ fr: 'fr-FR', ja: 'ja-JP' })[language] ?? 'en-GB'

const precisionStyle = {
  year: { year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** Noon UTC of the civil date's first day: no zone can shift it to another. */
const noonOf = (date: PartialDate) => new Date(`${`${date}-01-01`.slice(0, 10)}T12:00:00Z`)

/** What Intl has no words for. French joins a day differently from a month or year. */
const wordsOf = {
  en: {
    from: (day: string) => `from ${day}`,
    until: (day: string) => `until ${day}`,
    in: 'in',
    colon: ': ',
    units: ['B', 'kB', 'MB', 'GB'],
  },
  fr: {
    from: (day: string, isDay: boolean) => (isDay ? `à partir du ${day}` : `à partir de ${day}`),
    until: (day: string, isDay: boolean) => (isDay ? `jusqu’au ${day}` : `jusqu’en ${day}`),
    in: 'à',
    colon: '\u00a0: ',
    units: ['o', 'ko', 'Mo', 'Go'],
  },
}

/** Every way the product writes dates, times, numbers and names of countries, in one language. */
export function formatFor(language: string) {
  const locale = localeOf(language)
  const words = language === 'fr' ? wordsOf.fr : wordsOf.en
  const dateStyles = new Map<string, Intl.DateTimeFormat>()
  const dateStyle = (name: string, options: Intl.DateTimeFormatOptions) => {
    const known = dateStyles.get(name)
    if (known) return known
    const made = new Intl.DateTimeFormat(locale, options)
    dateStyles.set(name, made)
    return made
  }
  const number = new Intl.NumberFormat(locale)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const currencies = new Intl.DisplayNames(locale, { type: 'currency' })
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true })

  /** A year, month or day, as precise as it is known: "2008", "June 2008", "4 Feb 2008". */
  const date = (value: PartialDate): string => {
    const precision = precisionOf(value)
    return dateStyle(precision, { ...precisionStyle[precision], timeZone: 'UTC' }).format(noonOf(value))
  }

  const days = (from: CivilDate, to: CivilDate): string =>
    dateStyle('day', { ...precisionStyle.day, timeZone: 'UTC' })
      .formatRange(noonOf(from), noonOf(to))
      // Browsers differ in the spaces around the dash.
      .replace(/\s*–\s*/u, from.slice(0, 7) === to.slice(0, 7) ? '–' : ' – ')

  return {
    language,
    date,
    /** The month alone, short: "Feb" of "2008-02". */
    monthName: (value: PartialDate): string =>
      dateStyle('monthName', { month: 'short', timeZone: 'UTC' }).format(noonOf(value)),
    /** The day of the week alone, short: "Mon". */
    weekdayName: (value: CivilDate): string =>
      dateStyle('weekdayName', { weekday: 'short', timeZone: 'UTC' }).format(noonOf(value)),
    /** With the weekday: "Monday 4 February 2008". */
    longDate: (value: CivilDate): string =>
      dateStyle('long', { dateStyle: 'full', timeZone: 'UTC' }).format(noonOf(value)),
    /** "Wed 15 Oct" */
    weekday: (value: CivilDate): string =>
      dateStyle('weekday', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
        noonOf(value),
      ),
    /** "2008–2010", "from June 2008", "until 2010"; nothing where neither end is known. */
    period(from: PartialDate | null | undefined, to: PartialDate | null | undefined): string {
      if (from && to) {
        if (from === to) return date(from)
        const years = from.length === 4 && to.length === 4
        // Days of one month or year name it once: "15–17 Oct 2008".
        if (from.length === 10 && to.length === 10 && from < to) return days(from, to)
        return years ? `${from}–${to}` : `${date(from)} – ${date(to)}`
      }
      if (from) return words.from(date(from), from.length === 10)
      return to ? words.until(date(to), to.length === 10) : ''
    },
    /** A moment, in the reader's own zone: "4 Feb 2008, 10:45". */
    instant: (value: string): string =>
      dateStyle('instant', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value)),
    /** A moment's day, in the reader's own zone: "4 Feb 2008". */
    dayOf: (value: string): string => dateStyle('dayOf', precisionStyle.day).format(new Date(value)),
    /** A moment's time of day, in the reader's own zone: "10:45". */
    clock: (value: string): string => dateStyle('clock', { timeStyle: 'short' }).format(new Date(value)),
    /** A civil date seen from a day: "tomorrow", "3 days ago", "in 5 months". */
    relativeDays(value: CivilDate, day: CivilDate): string {
      const days = daysBetween(day, value)
      const size = Math.abs(days)
      if (size < 60) return relative.format(days, 'day')
      if (size < 700) return relative.format(Math.round(days / 30.44), 'month')
      return relative.format(Math.round(days / 365.25), 'year')
    },
    /** A moment seen from now: "5 minutes ago". */
    since(value: string, now: number): string {
      const minutes = Math.round((Date.parse(value) - now) / 60_000)
      if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
      if (Math.abs(minutes) < 1440) return relative.format(Math.round(minutes / 60), 'hour')
      return relative.format(Math.round(minutes / 1440), 'day')
    },
    /** "10:45 in Osaka · 02:45 in Paris", with the day where it is another. */
    localTime(
      local: { date: CivilDate; time: LocalTime; zone: string; place?: string | null },
      otherZone?: string,
    ): string {
      const here = `${local.time} ${words.in} ${local.place || cityOf(local.zone)}`
      if (!otherZone || otherZone === local.zone) return here
      const there = localIn(instantOf(local.date, local.time, local.zone), otherZone)
      const day = there.date === local.date ? '' : `, ${date(there.date)}`
      return `${here} · ${there.time} ${words.in} ${cityOf(otherZone)}${day}`
    },
    /** "7 hours", "5.5 hours" */
    hours: (count: number): string =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long' }).format(count),
    /** Degrees of latitude or longitude: "34.6937°". */
    coordinate: (degrees: number): string =>
      `${new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(degrees)}°`,
    number: (value: number): string => number.format(value),
    /** With one decimal: "3.4". */
    decimal: (value: number): string =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value),
    /** "€1,415,503.80", "¥150,000": with the decimals that its currency has. */
    money: ({ minor, currency }: Money): string =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
        minor / 10 ** decimalsOf(currency),
      ),
    /** "Japanese Yen" of "JPY". */
    currency: (code: string): string => currencies.of(code) ?? code,
    /** "75%" */
    percent: (share: number): string =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    /** "1.4 MB" */
    fileSize(bytes: number): string {
      let size = bytes
      let unit = 0
      while (size >= 1024 && unit < 3) {
        size /= 1024
        unit += 1
      }
      const digits = unit > 0 && size < 10 ? 1 : 0
      return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(size)}\u00a0${words.units[unit]}`
    },
    /** "Japan" of "JP"; the code itself where it names none. */
    country: (code: string): string => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    /** A place, or a market, as the reader names its country: « Osaka, Japon » of "Osaka, Japan" or "Osaka, JP". */
    place: (text: string): string =>
      text
        .split(', ')
        .map((part) => {
          const code = countryCodes.includes(part) ? part : countryCodeOf(part)
          return code ? (countries.of(code) ?? part) : part
        })
        .join(', '),
    /** Between what is named and what is said of it: French has a blank before it that no line ends at. */
    colon: words.colon,
    languageName: (code: string): string => languages.of(code) ?? code,
    list: (parts: string[]): string => new Intl.ListFormat(locale).format(parts),
    compare: collator.compare,
  }
}

export type Format = ReturnType<typeof formatFor>

/** "Tokyo" of "Asia/Tokyo". */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

const known = new Map<string, Format>()

/** The formats of the language in use. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  const language = i18n.language
  return useMemo(() => {
    const format = known.get(language) ?? formatFor(language)
    known.set(language, format)
    return format
  }, [language])
}
