import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalsOf, readAmount, writeAmount } from '../../src/domain/money.ts'

describe('an amount', () => {
  test.each([
    ['1 862 505,00', 'EUR', 186_250_500],
    ['1,862,505', 'EUR', 186_250_500],
    ['1.862.505,50', 'EUR', 186_250_550],
    ['1,862,505.5', 'EUR', 186_250_550],
    ['1\u202f415\u202f503,80', 'EUR', 141_550_380],
    ['300000', 'EUR', 30_000_000],
    ['0,05', 'EUR', 5],
    ['1.234', 'EUR', 123_400],
    ['12’500.00', 'CHF', 1_250_000],
    ['150 000', 'JPY', 150_000],
    ['150000,00', 'JPY', 150_000],
    ['1.234', 'KWD', 1234],
  ])('“%s” of %s is %i in minor units', (text, currency, minor) => {
    expect(readAmount(text, currency)).toEqual({ minor })
  })

  test.each([
    ['', 'EUR', 'not_a_number'],
    ['-5', 'EUR', 'not_a_number'],
    ['12 euros', 'EUR', 'not_a_number'],
    ['1,23,456', 'EUR', 'not_a_number'],
    ['1.234,567.8', 'EUR', 'not_a_number'],
    ['0.1234', 'EUR', 'too_precise'],
    ['10,5', 'JPY', 'too_precise'],
    ['10000000000,00', 'EUR', 'too_large'],
  ])('“%s” of %s is refused: %s', (text, currency, refusal) => {
    expect(readAmount(text, currency)).toEqual({ refusal })
  })

  test('has the decimals of its currency', () => {
    expect(['EUR', 'JPY', 'KWD', 'XQX'].map(decimalsOf)).toEqual([2, 0, 3, 2])
  })

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999 }),
        fc.constantFrom('EUR', 'JPY', 'KWD', 'USD'),
        (minor, currency) => {
          expect(readAmount(writeAmount({ minor, currency }), currency)).toEqual({ minor })
        },
      ),
    )
  })
})
