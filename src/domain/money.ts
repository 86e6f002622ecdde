/** An amount of money: integer minor units (cents; yen, which has none) of an ISO 4217 currency. Never floating point. */
export interface Money {
  minor: number
  currency: string
}

/** How many decimals a currency has: 2 for EUR, 0 for JPY; 2 for one that nobody knows. */
export function decimalsOf(currency: string): number {
  try {
    const style = { style: 'currency', currency } as const
    return new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** Why a text can't be read as an amount. */
export type AmountRefusal = 'not_a_number' | 'too_precise' | 'too_large'

const largest = 999_999_999_999

/**
 * Reads an amount as people write it: "1 862 505,50", "1,862,505.50", "1.862.505,50", "300000". The last separator counts as the
 * decimal one, unless it occurs more than once or three digits follow it where the currency has fewer decimals.
 */
export function readAmount(text: string, currency: string): { minor: number } | { refusal: AmountRefusal } {
  const bare = text.replace(/[\s\u00a0\u202f'’_]/g, '')
  if (!/^\d[\d.,]*$/.test(bare)) return { refusal: 'not_a_number' }
  const decimals = decimalsOf(currency)
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  const mark = bare[last]
  const behind = last < 0 ? '' : bare.slice(last + 1)
  const once = mark !== undefined && bare.indexOf(mark) === last
  const grouped = behind.length === 3 && decimals < 3
  const hasDecimals = once && !grouped
  const whole = (hasDecimals ? bare.slice(0, last) : bare).replace(/[.,]/g, '')
  const fraction = hasDecimals ? behind.replace(/0+$/, '') : ''
  if (!isGrouped(hasDecimals ? bare.slice(0, last) : bare)) return { refusal: 'not_a_number' }
  if (fraction.length > decimals) return { refusal: 'too_precise' }
  const minor = Number(whole + fraction.padEnd(decimals, '0'))
  return minor > largest || !Number.isSafeInteger(minor) ? { refusal: 'too_large' } : { minor }
}

/** Digits, or groups of three behind the first with one separator throughout. */
const isGrouped = (text: string) => /^\d+$/.test(text) || /^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(text)

/** An amount as digits that `readAmount` reads back: "1862505.50". */
export function writeAmount({ minor, currency }: Money): string {
  const decimals = decimalsOf(currency)
  if (decimals === 0) return String(minor)
  const digits = String(minor).padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** True for a code that ISO 4217 knows or knew: "FRF" was one. */
export function isCurrency(code: string): boolean {
  known ??= new Set([...Intl.supportedValuesOf('currency'), ...former])
  return known.has(code)
}
let known: Set<string> | undefined

/** Currencies of the past that documents still name, and that not every engine lists. */
const former =
  'ATS BEF BGN CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE ROL RUR SIT SKK TRL YUM ZWD'.split(
    ' ',
  )

/** A decimal as written ("1.4829"), without losing a digit: 14829 of 10,000. */
export interface Fraction {
  over: bigint
  under: bigint
}

/** Reads digits with at most one point; throws for anything else, which the contract refuses before. */
export function fractionOf(decimal: string): Fraction {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(decimal)
  if (!match) throw new RangeError(`${decimal} is not a decimal`)
  const behind = match[2] ?? ''
  return { over: BigInt(match[1] + behind), under: 10n ** BigInt(behind.length) }
}

/** The whole number nearest to a quotient; halves go away from zero, so that refunds mirror payments. */
export function nearest(over: bigint, under: bigint): bigint {
  const negative = over < 0n !== under < 0n
  const [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under]
  const rounded = (2n * a + b) / (2n * b)
  return negative ? -rounded : rounded
}

/** A fraction as a decimal of so many digits behind the point, without zeros at its end. */
export function decimalOf({ over, under }: Fraction, digits: number): string {
  const scaled = nearest(over * 10n ** BigInt(digits), under)
    .toString()
    .padStart(digits + 1, '0')
  if (digits === 0) return scaled
  return `${scaled.slice(0, -digits)}.${scaled.slice(-digits)}`.replace(/\.?0+$/, '')
}

/**
 * An amount in another currency, to the nearest minor unit. `rate` is units of the amount's currency for one unit of a
 * third (the euro) and `crossRate` units of the wanted currency for one of the same; without it `rate` is for one unit of
 * the wanted currency itself.
 */
export function convert(
  { minor, currency }: Money,
  wanted: string,
  rate: string,
  crossRate: string | null = null,
): Money {
  const from = fractionOf(rate)
  const to = crossRate === null ? { over: 1n, under: 1n } : fractionOf(crossRate)
  const over = BigInt(minor) * 10n ** BigInt(decimalsOf(wanted)) * from.under * to.over
  const under = 10n ** BigInt(decimalsOf(currency)) * from.over * to.under
  return { minor: Number(nearest(over, under)), currency: wanted }
}
