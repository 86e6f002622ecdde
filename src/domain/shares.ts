import { type BasisPoints, type FunderShare, wholeShare } from './grant.ts'

/**
 * Splits an amount by weights so that the parts add up to it to the last minor unit: each gets its share rounded down,
 * and what is left goes one by one to those with the largest remainders (then the larger weight, then the first).
 * Without any weight above zero all parts are zero.
 */
export function splitByWeights(minor: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n)
  if (sum === 0n) return weights.map(() => 0)
  const amount = BigInt(Math.abs(minor))
  const shares = weights.map((weight, index) => {
    const exact = amount * BigInt(weight)
    return { index, weight, part: exact / sum, remainder: exact % sum }
  })
  let left = amount - shares.reduce((total, { part }) => total + part, 0n)
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder
      ? b.weight - a.weight || a.index - b.index
      : a.remainder < b.remainder
        ? 1
        : -1,
  )
  for (const share of byRemainder) {
    if (left === 0n) break
    share.part += 1n
    left -= 1n
  }
  return shares.map(({ part }) => (minor < 0 ? -Number(part) : Number(part)))
}

/** Whether shares are more than the whole: one cost is never paid twice. */
export const overWhole = (shares: readonly BasisPoints[]): boolean =>
  shares.reduce((sum, bp) => sum + bp, 0) > wholeShare

/** What shares of an amount come to, and what is left to own funds; together they are the amount. */
export function splitByShares(
  minor: number,
  shares: readonly BasisPoints[],
): { parts: number[]; rest: number } {
  const left = wholeShare - shares.reduce((sum, bp) => sum + bp, 0)
  if (left < 0) throw new RangeError('Shares are more than the whole')
  const all = splitByWeights(minor, [...shares, left])
  return { parts: all.slice(0, -1), rest: all.at(-1) ?? 0 }
}

/**
 * What each funder gives of a total: its amount, or its share, rounded so that stated shares and what none of them covers
 * add up to the total. Null where nobody has said, or the total is unknown; `uncovered` is null only for the latter.
 */
export function contributions(
  total: number | null,
  funders: readonly FunderShare[],
): { each: (number | null)[]; uncovered: number | null } {
  if (total === null)
    return { each: funders.map((share) => (share.kind === 'amount' ? share.minor : null)), uncovered: null }
  const stated = funders.map((share) => (share.kind === 'share' ? share.bp : 0))
  const { parts } = splitByShares(total, stated)
  const each = funders.map((share, n) =>
    share.kind === 'share' ? (parts[n] ?? 0) : share.kind === 'amount' ? share.minor : null,
  )
  const covered = each.reduce<number>((sum, given) => sum + (given ?? 0), 0)
  return { each, uncovered: Math.max(0, total - covered) }
}

/**
 * By how much what the funders state is more than the total; 0 where it is within it. Shares that are more than the whole
 * by themselves are another fault (`overWhole`), of which this says nothing.
 */
export function beyondTotal(total: number, funders: readonly FunderShare[]): number {
  const stated = funders.flatMap((share) => (share.kind === 'share' ? share.bp : []))
  if (overWhole(stated)) return 0
  const { each } = contributions(total, funders)
  return Math.max(0, each.reduce<number>((sum, given) => sum + (given ?? 0), 0) - total)
}

/** By what weights a sum is borne by the funders, and last by nobody known; they are of use only relative to each other. */
export function funderWeights(total: number | null, funders: readonly FunderShare[]): number[] {
  if (total === null) {
    const stated = funders.map((share) => (share.kind === 'share' ? share.bp : 0))
    return [...stated, Math.max(0, wholeShare - stated.reduce((sum, bp) => sum + bp, 0))]
  }
  const { each, uncovered } = contributions(total, funders)
  return [...each.map((given) => given ?? 0), uncovered ?? 0]
}
