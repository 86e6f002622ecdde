import type { RateRule } from './grant.ts'
import { legacyRate } from './legacy-currencies.ts'
import { convert, decimalOf, type Fraction, fractionOf, type Money } from './money.ts'
import { addDays, addMonths, type CivilDate, daysBetween } from './partial-date.ts'

/**
 * Daily reference rates against the euro, as the European Central Bank quotes them: units of a currency for one euro, on
 * each of its working days, oldest first.
 */
export interface RateTable {
  /** The days, in order. */
  days: readonly CivilDate[]
  /** Every currency that was quoted on some day. */
  currencies: readonly string[]
  /** The rate of a currency on the day with this place in `days`, as written; null where there is none ("N/A"). */
  quoteAt(place: number, currency: string): string | null
}

export interface Quote {
  rate: string
  on: CivilDate
}

/** The rate is older than this where it was suspended (the Icelandic króna from 2008 to 2018): then there is none. */
const oldest = 14

/** The place of the last day that is not after this one; −1 before the first. */
export function placeOnOrBefore(days: readonly CivilDate[], day: CivilDate): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as string) <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The rate of the day or the last before it; of a day still to come, the newest. Null where there is none, or one too old. */
export function quoteOn(table: RateTable, currency: string, day: CivilDate): Quote | null {
  const start = placeOnOrBefore(table.days, day)
  const newest = table.days[start]
  if (newest === undefined) return null
  for (let place = start; place >= 0; place--) {
    const on = table.days[place] as string
    if (daysBetween(on, newest) > oldest) return null
    const rate = table.quoteAt(place, currency)
    if (rate !== null) return { rate, on }
  }
  return null
}

/**
 * The Commission's accounting rate (InforEuro) for the month of a day: the ECB's rate of the month before, of its last
 * working day but one.
 */
export function monthlyQuote(table: RateTable, currency: string, day: CivilDate): Quote | null {
  const first = `${day.slice(0, 7)}-01`
  const last = placeOnOrBefore(table.days, addDays(first, -1))
  const on = table.days[last - 1]
  if (on === undefined || on < addMonths(first, -1)) return null
  const rate = table.quoteAt(last - 1, currency)
  return rate === null ? null : { rate, on }
}

/** Digits behind the point that a mean is given with. */
const meanDigits = 6

/** The mean of the daily rates from one day to another, both included, over the days that were quoted; null without any. */
export function meanQuote(table: RateTable, currency: string, from: CivilDate, to: CivilDate): Quote | null {
  let sum: Fraction = { over: 0n, under: 1n }
  let count = 0n
  let on = ''
  for (let place = placeOnOrBefore(table.days, addDays(from, -1)) + 1; place < table.days.length; place++) {
    const day = table.days[place] as string
    if (day > to) break
    const rate = table.quoteAt(place, currency)
    if (rate === null) continue
    const { over, under } = fractionOf(rate)
    sum = { over: sum.over * under + over * sum.under, under: sum.under * under }
    count += 1n
    on = day
  }
  if (count === 0n) return null
  return { rate: decimalOf({ over: sum.over, under: sum.under * count }, meanDigits), on }
}

/** How an amount is converted, as stored with it. */
export interface RateUsed {
  policy: RateRule['kind'] | 'by_hand' | 'same_currency'
  rate: string
  crossRate: string | null
  on: CivilDate | null
  source: string
  provisional: boolean
}

export const ecbSource = 'European Central Bank'
export const legacySource = 'Council of the European Union: irrevocable conversion rate'

export interface RateAsked {
  from: string
  to: string
  /** Null is unknown: then the rate of the day. */
  rule: RateRule | null
  day: CivilDate
  /** The reporting period, for the mean over it. */
  period: { from: CivilDate; to: CivilDate } | null
  /** The day that it is: what is still to come makes a rate provisional. */
  today: CivilDate
}

/** The rate that a grant's rule asks for; null where there is none: then one has to be given by hand. */
export function rateFor(table: RateTable, asked: RateAsked): RateUsed | null {
  const { from, to, rule } = asked
  const policy = rule?.kind ?? 'day'
  if (from === to)
    return { policy: 'same_currency', rate: '1', crossRate: null, on: null, source: '', provisional: false }
  if (rule?.kind === 'fixed') {
    const rate = rule.quotes.find(({ currency }) => currency === from)?.rate
    return rate ? { policy, rate, crossRate: null, on: null, source: 'grant', provisional: false } : null
  }
  const quotes = [from, to].map((currency) => euroQuote(table, currency, policy, asked))
  const [given, wanted] = quotes
  if (!given || !wanted) return null
  const dated = quotes.find((quote) => quote?.on)
  return {
    policy,
    rate: given.rate,
    crossRate: to === 'EUR' ? null : wanted.rate,
    on: dated?.on ?? null,
    source: quotes.find((quote) => quote?.source)?.source ?? ecbSource,
    provisional: quotes.some((quote) => quote?.provisional),
  }
}

/** A day that no table reaches. */
const never = '9999-12-31'

interface EuroQuote {
  rate: string
  on: CivilDate | null
  source: string
  provisional: boolean
}

/** Units of a currency for one euro, by the policy. */
function euroQuote(
  table: RateTable,
  currency: string,
  policy: RateRule['kind'],
  { day, period, today }: RateAsked,
): EuroQuote | null {
  if (currency === 'EUR') return { rate: '1', on: null, source: '', provisional: false }
  const legacy = legacyRate(currency, day)
  if (legacy) return { rate: legacy.rate, on: legacy.since, source: legacySource, provisional: false }
  const newest = table.days.at(-1) ?? ''
  // Of a day still to come, the newest rate stands in.
  const known = day < today ? day : today
  const found = (quote: Quote | null, needs: CivilDate) =>
    quote && { ...quote, source: ecbSource, provisional: needs > newest || needs > today }
  if (policy === 'month') {
    // Which was the last working day but one is certain once the month before is over.
    if (newest >= `${day.slice(0, 7)}-01`) {
      const quote = monthlyQuote(table, currency, day)
      return found(quote, quote?.on ?? '')
    }
    return found(quoteOn(table, currency, known), never)
  }
  if (policy === 'period_mean' && period && period.to <= newest && period.to <= today)
    return found(meanQuote(table, currency, period.from, period.to), period.to)
  // The mean of a period that is not over, or not known yet, is stood in for by the rate of the day.
  return found(quoteOn(table, currency, known), policy === 'period_mean' ? never : day)
}

/** An amount by a rate as stored. */
export const convertBy = (
  amount: Money,
  wanted: string,
  { rate, crossRate }: Pick<RateUsed, 'rate' | 'crossRate'>,
) => (amount.currency === wanted ? amount : convert(amount, wanted, rate, crossRate))
