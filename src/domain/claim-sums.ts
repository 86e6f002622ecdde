import type { FunderShare, GrantRules } from './grant.ts'
import { indirectBase, indirectCosts } from './indirect-costs.ts'
import { funderWeights, splitByWeights } from './shares.ts'

/** A row of a claim as its sums need it; `minor` is in the grant's currency. */
export interface SummedRow {
  category: string | null
  payerId: string | null
  minor: number
  rejected: boolean
}

interface Part {
  direct: number
  indirect: number
  total: number
}

export interface ClaimSums extends Part {
  rejected: number
  byCategory: { category: string | null; direct: number }[]
  byPayer: (Part & { payerId: string | null; rows: number })[]
  /** What each funder owes; null where its share is not known. */
  byFunder: { bp: number | null; due: number | null }[]
  /** What no stated share covers. With what is due it adds up to the total. */
  uncovered: number
}

/**
 * What a claim comes to. Indirect costs are reckoned once, on all rows, and shared out among the paying clusters by what of
 * theirs they are reckoned on; funders owe their share of the whole. Rows that were refused are told, and still in the sums.
 */
export function claimSums(
  rows: readonly SummedRow[],
  rules: Pick<GrantRules, 'indirect'>,
  total: number | null,
  funders: readonly FunderShare[],
): ClaimSums {
  const costs = (some: readonly SummedRow[]) => some.map(({ category, minor }) => ({ category, minor }))
  const sum = (some: readonly SummedRow[]) => some.reduce((all, { minor }) => all + minor, 0)
  const direct = sum(rows)
  const indirect = indirectCosts(rules.indirect, costs(rows))
  const payers = grouped(rows, ({ payerId }) => payerId)
  const bases = payers.map(([, of]) => Math.max(0, indirectBase(rules.indirect, costs(of))))
  const indirectOf = splitByWeights(indirect, bases)
  const whole = direct + indirect
  // Of a share that is unknown, nothing is due that anybody could name; an amount is due by its part of the total.
  const weights = funderWeights(total, funders)
  const due = splitByWeights(whole, weights)
  const all = weights.reduce((every, weight) => every + weight, 0)
  return {
    direct,
    indirect,
    total: whole,
    rejected: sum(rows.filter(({ rejected }) => rejected)),
    byCategory: grouped(rows, ({ category }) => category).map(([category, of]) => ({
      category,
      direct: sum(of),
    })),
    byPayer: payers.map(([payerId, of], n) => {
      const own = indirectOf[n] ?? 0
      return { payerId, rows: of.length, direct: sum(of), indirect: own, total: sum(of) + own }
    }),
    byFunder: funders.map((share, n) => ({
      bp:
        share.kind === 'share'
          ? share.bp
          : share.kind === 'amount' && total !== null && all > 0
            ? Math.round(((weights[n] ?? 0) * 10_000) / all)
            : null,
      due: share.kind === 'unknown' || (share.kind === 'amount' && total === null) ? null : (due[n] ?? 0),
    })),
    uncovered: due.at(-1) ?? 0,
  }
}

/** Rows by a key, in the order in which the keys come first. */
function grouped<K>(rows: readonly SummedRow[], keyOf: (row: SummedRow) => K): [K, SummedRow[]][] {
  const groups = new Map<K, SummedRow[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const held = groups.get(key)
    if (held) held.push(row)
    else groups.set(key, [row])
  }
  return [...groups]
}
