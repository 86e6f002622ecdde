import { fractionOf } from './money.ts'
import { addDays, type CivilDate, daysBetween, isCivilDate } from './partial-date.ts'
import { placeOnOrBefore, type RateTable } from './rates.ts'

/** What can be found in a file of reference rates, the last three of which are no obstacle. */
export const importFindings = [
  'not_the_file',
  'bad_date',
  'future_day',
  'day_twice',
  'order',
  'bad_rate',
  'contradiction',
  'weekend',
  'jump',
  'gap',
  'unknown_currency',
] as const
export type ImportFinding = (typeof importFindings)[number]

export interface RateFinding {
  kind: ImportFinding
  /** Refused: nothing is taken. Flagged: taken only by somebody who has looked. */
  severity: 'refused' | 'flagged' | 'note'
  on: CivilDate | null
  currency: string | null
  line: number | null
  params: Record<string, string | number>
}

/** A day's rates, by currency. */
export interface RateDay {
  on: CivilDate
  quotes: Record<string, string>
}

export interface RateFile {
  /** Those that it has a column of. */
  currencies: string[]
  days: RateDay[]
  findings: RateFinding[]
}

const finding = (
  kind: ImportFinding,
  severity: RateFinding['severity'],
  rest: Partial<RateFinding> = {},
): RateFinding => ({ kind, severity, on: null, currency: null, line: null, params: {}, ...rest })

/** Reads the ECB's file: a head of currencies, then a row per day, newest first (or, turned round, oldest first). */
export function readRateFile(text: string): RateFile {
  const rows = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const head = (rows[0] ?? '').split(',').map((cell) => cell.trim())
  const currencies = head.slice(1).filter(Boolean)
  if (head[0] !== 'Date' || currencies.length === 0 || currencies.some((code) => !/^[A-Z]{3}$/.test(code)))
    return { currencies: [], days: [], findings: [finding('not_the_file', 'refused', { line: 1 })] }
  const findings: RateFinding[] = []
  const days: RateDay[] = []
  for (const [n, row] of rows.entries()) {
    if (n === 0 || row.trim() === '') continue
    const cells = row.split(',').map((cell) => cell.trim())
    const on = cells[0] ?? ''
    const line = n + 1
    if (!isCivilDate(on)) {
      findings.push(finding('bad_date', 'refused', { line, params: { text: on.slice(0, 40) } }))
      continue
    }
    const quotes: Record<string, string> = {}
    for (const [place, currency] of currencies.entries()) {
      const rate = cells[place + 1] ?? ''
      if (rate === 'N/A' || rate === '') continue
      if (!/^\d{1,9}(\.\d{1,9})?$/.test(rate) || !/[1-9]/.test(rate))
        findings.push(
          finding('bad_rate', 'refused', { on, currency, line, params: { text: rate.slice(0, 40) } }),
        )
      else quotes[currency] = rate
    }
    days.push({ on, quotes })
  }
  if (days.length === 0 && findings.length === 0)
    findings.push(finding('not_the_file', 'refused', { line: 1 }))
  return { currencies, days: inOrder(days, findings), findings }
}

/** Oldest first. A file is in one order throughout; a day stands in it once. */
function inOrder(days: RateDay[], findings: RateFinding[]): RateDay[] {
  const [first, second] = days
  const newestFirst = first && second ? first.on > second.on : false
  const ordered = newestFirst ? [...days].reverse() : days
  for (const [n, { on }] of ordered.entries()) {
    const before = ordered[n - 1]?.on
    if (before === on) findings.push(finding('day_twice', 'refused', { on }))
    else if (before !== undefined && before > on)
      findings.push(finding('order', 'refused', { on, params: { before } }))
  }
  return ordered
}

interface Checked {
  table: RateTable
  /** Nobody quotes tomorrow. */
  today: CivilDate
  /** Percent from the day before that count as a jump. */
  jump: number
}

/** Longest pause between two quoted days: the Christmas of 1999 and the Easters are shorter. */
const longestPause = 6

/** Compares a file's days with what is known, and with their neighbours. Gives the days that are new. */
export function checkRateDays(
  { days, currencies }: Pick<RateFile, 'days' | 'currencies'>,
  { table, today, jump }: Checked,
): { added: RateDay[]; known: number; findings: RateFinding[] } {
  const findings: RateFinding[] = []
  const added: RateDay[] = []
  const knownDays = new Set(table.days)
  const newest = table.days.at(-1) ?? null
  let known = 0
  let before: Neighbour | null = null
  for (const day of days) {
    const { on } = day
    if (on > today) findings.push(finding('future_day', 'refused', { on }))
    if (knownDays.has(on)) {
      known++
      findings.push(...contradictions(day, currencies, table))
    } else {
      if (isWeekend(on)) findings.push(finding('weekend', 'flagged', { on }))
      const neighbour: Neighbour | null = before ?? lastKnown(table, on)
      if (neighbour) {
        findings.push(...jumps(neighbour, day, jump))
        const pause = daysBetween(neighbour.on, on)
        if (pause > longestPause) findings.push(finding('gap', 'flagged', { on, params: { days: pause } }))
      }
      // A day that was left out before, between days that are known.
      if (newest && on < newest && !isWeekend(on)) findings.push(finding('order', 'flagged', { on }))
      added.push(day)
    }
    before = { on, rateOf: (currency) => day.quotes[currency] ?? null }
  }
  return { added, known, findings: [...findings, ...newCurrencies(added, table)] }
}

export function isWeekend(day: CivilDate): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

const sameRate = (a: string, b: string) => {
  const [x, y] = [fractionOf(a), fractionOf(b)]
  return x.over * y.under === y.over * x.under
}

/** History is never restated: what a file says of a known day must be what is known. */
function contradictions(
  { on, quotes }: RateDay,
  currencies: readonly string[],
  table: RateTable,
): RateFinding[] {
  const place = placeOnOrBefore(table.days, on)
  const said = (severity: 'refused' | 'flagged', currency: string, held: string | null, given?: string) =>
    finding('contradiction', severity, {
      on,
      currency,
      params: { held: held ?? 'N/A', given: given ?? 'N/A' },
    })
  return currencies.flatMap((currency) => {
    const held = table.quoteAt(place, currency)
    const given = quotes[currency]
    if (held === null && given === undefined) return []
    // One has a rate where the other has none: nobody's figures are wrong by it.
    if (held === null || given === undefined) return [said('flagged', currency, held, given)]
    return sameRate(held, given) ? [] : [said('refused', currency, held, given)]
  })
}

/** The quoted day before another. */
interface Neighbour {
  on: CivilDate
  rateOf(currency: string): string | null
}

function jumps(before: Neighbour, { on, quotes }: RateDay, percent: number): RateFinding[] {
  return Object.entries(quotes).flatMap(([currency, rate]) => {
    const held = before.rateOf(currency)
    if (held === null) return []
    const change = (Number(rate) / Number(held) - 1) * 100
    return Math.abs(change) > percent
      ? finding('jump', 'flagged', {
          on,
          currency,
          params: { before: held, given: rate, percent: Math.round(change) },
        })
      : []
  })
}

function lastKnown(table: RateTable, on: CivilDate): Neighbour | null {
  const place = placeOnOrBefore(table.days, addDays(on, -1))
  const day = table.days[place]
  return day === undefined ? null : { on: day, rateOf: (currency) => table.quoteAt(place, currency) }
}

/** Currencies that were never quoted before: taken, and said. */
function newCurrencies(added: readonly RateDay[], table: RateTable): RateFinding[] {
  const known = new Set(table.currencies)
  const first = new Map<string, CivilDate>()
  for (const { on, quotes } of added)
    for (const currency of Object.keys(quotes))
      if (!known.has(currency) && !first.has(currency)) first.set(currency, on)
  return [...first].map(([currency, on]) => finding('unknown_currency', 'note', { on, currency }))
}
