import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  beyondTotal,
  contributions,
  funderWeights,
  overWhole,
  splitByShares,
  splitByWeights,
} from '../../../src/domain/shares.ts'

const amount = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })
const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 20 })
const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)

describe('funders and the total', () => {
  test('76% of €100,000.50 and €30,000 are €5,999.88 too much', () => {
    const given = [
      { kind: 'share', bp: 7600 },
      { kind: 'amount', minor: 3_000_000 },
      { kind: 'unknown' },
    ] as const
    expect(beyondTotal(10_000_050, given)).toBe(599_988)
    expect(beyondTotal(12_500_000, given)).toBe(0)
    expect(
      beyondTotal(100, [
        { kind: 'share', bp: 10_000 },
        { kind: 'share', bp: 1 },
      ]),
    ).toBe(0)
  })

  test('what they give is within the total, or beyond it by exactly the difference', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(10_000), fc.nat(999_999_999), (total, bp, minor) => {
        const given = [{ kind: 'share', bp } as const, { kind: 'amount', minor } as const]
        const { each, uncovered } = contributions(total, given)
        expect(sum(each.map((part) => part ?? 0)) + (uncovered ?? 0)).toBe(total + beyondTotal(total, given))
      }),
    )
  })
})

describe('an amount split by weights', () => {
  test('€1,862,505 at 76% are €1,415,503.80, and €447,001.20 are left', () => {
    expect(splitByShares(186_250_500, [7600])).toEqual({ parts: [141_550_380], rest: 44_700_120 })
  })

  test('what is left over goes to the largest remainders', () => {
    expect(splitByWeights(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitByWeights(-100, [1, 1, 1])).toEqual([-34, -33, -33])
    expect(splitByWeights(10, [15, 25, 60])).toEqual([1, 3, 6])
    expect(splitByWeights(5, [0, 0])).toEqual([0, 0])
  })

  test('adds up to the last cent, and no part is a unit away from its share', () => {
    fc.assert(
      fc.property(amount, weights, (minor, of) => {
        const total = sum(of)
        fc.pre(total > 0)
        const parts = splitByWeights(minor, of)
        expect(sum(parts)).toBe(minor)
        for (const [n, part] of parts.entries()) {
          const exact = (BigInt(minor) * BigInt(of[n] ?? 0)) / BigInt(total)
          expect(Math.abs(Number(BigInt(part) - exact))).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('gives the same parts in whatever order the weights come', () => {
    fc.assert(
      fc.property(amount, weights, fc.infiniteStream(fc.nat()), (minor, of, dice) => {
        const mixed = of
          .map((weight) => ({ weight, at: dice.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ weight }) => weight)
        const byWeight = (all: readonly number[]) =>
          splitByWeights(minor, all)
            .map((part, n) => [all[n], part])
            .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0))
        expect(byWeight(mixed)).toEqual(byWeight(of))
      }),
    )
  })

  test('split and joined again it is what it was', () => {
    const shares = fc
      .array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 10 })
      .filter((bps) => !overWhole(bps))
    fc.assert(
      fc.property(amount, shares, (minor, bps) => {
        const { parts, rest } = splitByShares(minor, bps)
        expect(sum(parts) + rest).toBe(minor)
      }),
    )
  })

  test('more than the whole is refused', () => {
    expect(overWhole([6000, 4000])).toBe(false)
    expect(overWhole([6000, 4001])).toBe(true)
    expect(() => splitByShares(100, [6000, 4001])).toThrow(RangeError)
  })
})

describe('what funders give', () => {
  const unknown = { kind: 'unknown' } as const
  test('of a total: shares and amounts; unknown stays unknown', () => {
    expect(contributions(186_250_500, [{ kind: 'share', bp: 7600 }, unknown, unknown])).toEqual({
      each: [141_550_380, null, null],
      uncovered: 44_700_120,
    })
    expect(
      contributions(10_000, [
        { kind: 'amount', minor: 2_500 },
        { kind: 'share', bp: 5000 },
      ]),
    ).toEqual({
      each: [2_500, 5_000],
      uncovered: 2_500,
    })
    expect(
      contributions(null, [
        { kind: 'share', bp: 5000 },
        { kind: 'amount', minor: 7 },
      ]),
    ).toEqual({
      each: [null, 7],
      uncovered: null,
    })
  })

  test('bears a sum by shares, the rest by nobody known', () => {
    expect(funderWeights(null, [{ kind: 'share', bp: 7600 }, unknown])).toEqual([7600, 0, 2400])
    expect(funderWeights(10_000, [{ kind: 'amount', minor: 2_500 }, unknown])).toEqual([2_500, 0, 7_500])
  })
})
