import { addDays, type CivilDate, daysBetween } from './partial-date.ts'
import type { RateDay } from './rate-import.ts'
import type { RateTable } from './rates.ts'

/**
 * The table that ships with the app, as text: a head, the days as gaps from one to the next, then per currency its
 * decimals and its rates as differences from one to the next. Numbers are written like those of source maps (base 64, the
 * least digits first, the sign in the lowest bit); "!" and a count stand for days without a rate.
 */

const head = 'ecb-rates 1'
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Map([...digits].map((digit, value) => [digit, value]))
export const ratesAttribution =
  'European Central Bank, euro foreign exchange reference rates. https://www.ecb.europa.eu/stats/eurofxref/'

function written(value: number): string {
  let rest = value < 0 ? -value * 2 + 1 : value * 2
  let text = ''
  do {
    const low = rest % 32
    rest = Math.floor(rest / 32)
    text += digits[rest > 0 ? low + 32 : low]
  } while (rest > 0)
  return text
}

/** Reads numbers from a text, one after the other. */
function reader(text: string) {
  let at = 0
  return {
    more: () => at < text.length,
    /** Passes over a mark where it comes next. */
    passes: (mark: string) => text[at] === mark && ++at > 0,
    number(): number {
      let value = 0
      let factor = 1
      for (;;) {
        const digit = values.get(text[at++] ?? '')
        if (digit === undefined) throw new RangeError('The table of rates is damaged')
        value += (digit % 32) * factor
        factor *= 32
        if (digit < 32) return value % 2 === 1 ? -(value - 1) / 2 : value / 2
      }
    },
  }
}

const decimalsIn = (rate: string) => (rate.split('.')[1] ?? '').length
const scaled = (rate: string, decimals: number) => {
  const [whole = '', behind = ''] = rate.split('.')
  return Number(whole + behind.padEnd(decimals, '0'))
}

/** Packs days, oldest first. */
export function packRates(days: readonly RateDay[]): string {
  const first = days[0]?.on ?? ''
  const gaps = days.slice(1).map(({ on }, n) => written(daysBetween(days[n]?.on ?? '', on)))
  const currencies = [...new Set(days.flatMap(({ quotes }) => Object.keys(quotes)))].sort()
  const lines = currencies.map(
    (currency) => `${currency} ${packed(days.map(({ quotes }) => quotes[currency]))}`,
  )
  return [head, ratesAttribution, `${first} ${gaps.join('')}`, ...lines, ''].join('\n')
}

function packed(rates: readonly (string | undefined)[]): string {
  const decimals = Math.max(...rates.map((rate) => (rate === undefined ? 0 : decimalsIn(rate))))
  let text = ''
  let before = 0
  let missing = 0
  const missed = () => (missing > 0 ? `!${written(missing)}` : '')
  for (const rate of rates) {
    if (rate === undefined) {
      missing++
      continue
    }
    text += missed()
    missing = 0
    const value = scaled(rate, decimals)
    text += written(value - before)
    before = value
  }
  return `${decimals} ${text}${missed()}`
}

/** Reads what `packRates` wrote. A currency is unpacked when it is first asked for. */
export function unpackRates(text: string): RateTable {
  const [first, , dated = '', ...lines] = text.trimEnd().split('\n')
  if (first !== head) throw new RangeError('This is not a table of rates')
  const days = unpackDays(dated)
  const byCurrency = new Map(lines.map((line) => [line.slice(0, 3), line.slice(4)]))
  const unpacked = new Map<string, (string | null)[]>()
  return {
    days,
    currencies: [...byCurrency.keys()],
    quoteAt(place, currency) {
      const line = byCurrency.get(currency)
      if (line === undefined) return null
      const rates = unpacked.get(currency) ?? unpackCurrency(line)
      unpacked.set(currency, rates)
      return rates[place] ?? null
    },
  }
}

function unpackDays(line: string): CivilDate[] {
  const [start = '', gaps = ''] = line.split(' ')
  const days = [start]
  const numbers = reader(gaps)
  let day = start
  while (numbers.more()) {
    day = addDays(day, numbers.number())
    days.push(day)
  }
  return days
}

function unpackCurrency(line: string): (string | null)[] {
  const [decimals = '0', text = ''] = line.split(' ')
  const rates: (string | null)[] = []
  const numbers = reader(text)
  let value = 0
  while (numbers.more()) {
    if (numbers.passes('!')) {
      for (let left = numbers.number(); left > 0; left--) rates.push(null)
    } else {
      value += numbers.number()
      rates.push(decimal(value, Number(decimals)))
    }
  }
  return rates
}

/** Without zeros at its end, as the ECB writes them. */
function decimal(value: number, decimals: number): string {
  const text = String(value).padStart(decimals + 1, '0')
  if (decimals === 0) return text
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`.replace(/\.?0+$/, '')
}

/** A table and days imported beside it; what the table holds is never replaced. */
export function extended(table: RateTable, imported: readonly RateDay[]): RateTable {
  if (imported.length === 0) return table
  const held = new Set(table.days)
  const own = new Map(imported.filter(({ on }) => !held.has(on)).map((day) => [day.on, day.quotes]))
  const places = new Map(table.days.map((day, place) => [day, place]))
  const days = [...table.days, ...own.keys()].sort()
  const more = [...own.values()].flatMap((quotes) => Object.keys(quotes))
  return {
    days,
    currencies: [...new Set([...table.currencies, ...more])],
    quoteAt(place, currency) {
      const day = days[place]
      if (day === undefined) return null
      const shipped = places.get(day)
      return shipped === undefined ? (own.get(day)?.[currency] ?? null) : table.quoteAt(shipped, currency)
    },
  }
}
