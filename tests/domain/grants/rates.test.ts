import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convert, decimalOf, fractionOf, isCurrency, nearest } from '../../../src/domain/money.ts'
import { extended, packRates, unpackRates } from '../../../src/domain/rate-table.ts'
import { meanQuote, monthlyQuote, quoteOn, type RateAsked, rateFor } from '../../../src/domain/rates.ts'

const table = unpackRates(
  readFileSync(new URL('../../../src/server/rates/ecb-rates.txt', import.meta.url), 'utf8'),
)
const asked = (more: Partial<RateAsked>): RateAsked => ({
  from: 'USD',
  to: 'EUR',
  rule: null,
  day: '2008-02-04',
  period: null,
  today: '2026-04-13',
  ...more,
})

describe('the table that ships', () => {
  test('has every day that the ECB quoted from 1999 on, and no weekend', () => {
    expect(table.days).toHaveLength(6983)
    expect([table.days[0], table.days.at(-1)]).toEqual(['1999-01-04', '2026-04-13'])
    const weekends = table.days.filter((day) => [0, 6].includes(new Date(day).getUTCDay()))
    expect(weekends).toEqual([])
  })

  test.each([
    ['USD', '2008-02-04', '1.4829', '2008-02-04'],
    ['JPY', '2008-02-04', '158.5', '2008-02-04'],
    ['JPY', '2008-10-15', '138.18', '2008-10-15'],
    ['USD', '2008-10-15', '1.3625', '2008-10-15'],
    // A Sunday, and Good Friday to Easter Monday.
    ['JPY', '2008-10-19', quoteOn(table, 'JPY', '2008-10-17')?.rate, '2008-10-17'],
    ['USD', '2008-03-24', '1.5423', '2008-03-20'],
    ['TRL', '2001-01-02', '630033', '2001-01-02'],
  ])('%s on %s: %s', (currency, day, rate, on) => {
    expect(quoteOn(table, currency, day)).toEqual({ rate, on })
  })

  test.each([
    ['before the first day', 'USD', '1999-01-03'],
    ['of a currency not yet quoted', 'CNY', '2005-03-31'],
    ['of one that became the euro', 'CYP', '2008-01-31'],
    ['of one that was suspended', 'ISK', '2012-06-01'],
    ['of one that is no currency', 'XQX', '2008-02-04'],
  ])('none %s', (_, currency, day) => {
    expect(quoteOn(table, currency, day)).toBeNull()
  })

  test('the Commission’s rate is of the last working day but one of the month before', () => {
    expect(monthlyQuote(table, 'USD', '2008-02-04')).toEqual({ rate: '1.481', on: '2008-01-30' })
    expect(monthlyQuote(table, 'USD', '2008-02-29')).toEqual({ rate: '1.481', on: '2008-01-30' })
    // The last two working days of December 2007 were the 28th and the 31st.
    expect(monthlyQuote(table, 'JPY', '2008-01-15')?.on).toBe('2007-12-28')
    expect(monthlyQuote(table, 'USD', '1999-01-15')).toBeNull()
  })

  test('the mean is of the days quoted in the period', () => {
    const [a, b] = [quoteOn(table, 'USD', '2008-02-04'), quoteOn(table, 'USD', '2008-02-05')]
    const mean = meanQuote(table, 'USD', '2008-02-02', '2008-02-05')
    expect(Number(mean?.rate)).toBeCloseTo((Number(a?.rate) + Number(b?.rate)) / 2, 6)
    expect(mean?.on).toBe('2008-02-05')
    expect(meanQuote(table, 'USD', '2008-02-02', '2008-02-03')).toBeNull()
  })
})

describe('the rate that a grant asks for', () => {
  test('unknown rules take the rate of the day', () => {
    expect(rateFor(table, asked({}))).toEqual({
      policy: 'day',
      rate: '1.4829',
      crossRate: null,
      on: '2008-02-04',
      source: 'European Central Bank',
      provisional: false,
    })
  })

  test('legacy currencies keep their fixed rate for ever', () => {
    expect(rateFor(table, asked({ from: 'FRF', day: '1999-01-01' }))).toMatchObject({
      rate: '6.55957',
      provisional: false,
    })
    expect(rateFor(table, asked({ from: 'SKK', day: '2008-12-31' }))).toMatchObject({
      rate: '30.126',
      on: '2008-12-31',
    })
    expect(rateFor(table, asked({ from: 'SKK', day: '2009-01-01' }))).toMatchObject({
      rate: '30.1260',
      on: '2009-01-01',
    })
  })

  test('through the euro where the grant is in another currency', () => {
    const rate = rateFor(table, asked({ from: 'JPY', to: 'CHF', day: '2008-10-15' }))
    expect(rate).toMatchObject({ rate: '138.18', crossRate: quoteOn(table, 'CHF', '2008-10-15')?.rate })
    expect(rateFor(table, asked({ from: 'EUR', to: 'USD' }))).toMatchObject({
      rate: '1',
      crossRate: '1.4829',
    })
  })

  test('is not final while the day, the month before or the period is to come', () => {
    const today = '2008-02-06'
    expect(rateFor(table, asked({ day: '2008-03-01', today }))).toMatchObject({
      provisional: true,
      on: '2008-02-06',
    })
    const period = { from: '2008-01-01', to: '2008-06-30' }
    const mean = { kind: 'period_mean' } as const
    expect(rateFor(table, asked({ rule: mean, period, today }))).toMatchObject({
      provisional: true,
      rate: '1.4829',
    })
    expect(rateFor(table, asked({ rule: mean, period }))).toMatchObject({
      provisional: false,
      on: '2008-06-30',
    })
    expect(rateFor(table, asked({ rule: { kind: 'month' }, day: '2026-05-02' }))).toMatchObject({
      provisional: true,
    })
  })

  test('fixed rates are those of the grant, and none is made up', () => {
    const rule = { kind: 'fixed' as const, quotes: [{ currency: 'USD', rate: '1.25' }] }
    expect(rateFor(table, asked({ rule }))).toMatchObject({ policy: 'fixed', rate: '1.25', on: null })
    expect(rateFor(table, asked({ rule, from: 'JPY' }))).toBeNull()
  })
})

describe('an amount converted', () => {
  test.each([
    [148_290, 'USD', 'EUR', '1.4829', 100_000],
    [138_180, 'JPY', 'EUR', '138.18', 100_000],
    [1, 'JPY', 'EUR', '158.5', 1],
    [15_850, 'JPY', 'EUR', '158.5', 10_000],
    [100_000, 'EUR', 'EUR', '1', 100_000],
  ])('%i %s in %s at %s are %i', (minor, from, to, rate, result) => {
    expect(convert({ minor, currency: from }, to, rate)).toEqual({ minor: result, currency: to })
  })

  test('has no cents in yen', () => {
    expect(convert({ minor: 100_000, currency: 'EUR' }, 'JPY', '1', '158.5')).toEqual({
      minor: 158_500,
      currency: 'JPY',
    })
  })

  test('there and back is at most as far off as the rate is coarse', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 5_000, max: 5_000_000 }),
        (minor, scaled) => {
          const rate = decimalOf({ over: BigInt(scaled), under: 10_000n }, 4)
          const there = convert({ minor, currency: 'EUR' }, 'USD', '1', rate)
          const back = convert(there, 'EUR', rate)
          expect(Math.abs(back.minor - minor)).toBeLessThanOrEqual(Math.ceil(0.5 / Number(rate)) + 1)
        },
      ),
    )
  })

  test('halves go away from zero, on either side', () => {
    expect([nearest(5n, 10n), nearest(-5n, 10n), nearest(4n, 10n), nearest(15n, -10n)]).toEqual([
      1n,
      -1n,
      0n,
      -2n,
    ])
  })

  test('decimals keep their digits', () => {
    expect(fractionOf('1.4829')).toEqual({ over: 14829n, under: 10_000n })
    expect(decimalOf({ over: 1n, under: 3n }, 6)).toBe('0.333333')
    expect(['EUR', 'FRF', 'XQX', 'eur'].map(isCurrency)).toEqual([true, true, false, false])
  })
})

describe('a table', () => {
  test('is unpacked as it was packed', () => {
    const rate = fc.oneof(
      fc.constant(undefined),
      fc.integer({ min: 1, max: 99_999_999 }).map((n) => decimalOf({ over: BigInt(n), under: 10_000n }, 4)),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), rate, rate), { minLength: 1, maxLength: 60 }),
        (rows) => {
          let at = Date.UTC(2000, 0, 1)
          const days = rows.map(([gap, USD, JPY]) => {
            at += gap * 86_400_000
            const quotes = Object.fromEntries(
              Object.entries({ USD, JPY }).filter(([, held]) => held !== undefined),
            )
            return { on: new Date(at).toISOString().slice(0, 10), quotes: quotes as Record<string, string> }
          })
          const read = unpackRates(packRates(days))
          expect(read.days).toEqual(days.map(({ on }) => on))
          for (const [place, { quotes }] of days.entries())
            for (const currency of ['USD', 'JPY'])
              expect(read.quoteAt(place, currency)).toBe(quotes[currency] ?? null)
        },
      ),
    )
  })

  test('takes in days that were imported, and never lets go of its own', () => {
    const more = extended(table, [
      { on: '2026-04-14', quotes: { USD: '1.17', XAU: '0.0005' } },
      { on: '2008-02-04', quotes: { USD: '9' } },
    ])
    expect(quoteOn(more, 'USD', '2026-04-20')).toEqual({ rate: '1.17', on: '2026-04-14' })
    expect(quoteOn(more, 'USD', '2008-02-04')?.rate).toBe('1.4829')
    expect(quoteOn(more, 'JPY', '2026-04-14')).toEqual({ rate: '186.75', on: '2026-04-13' })
  })
})
