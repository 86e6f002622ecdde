import type { FunderShare } from './grant.ts'
import { type IndirectTerms, indirectBase, indirectCosts, isDirect } from './indirect-costs.ts'
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
  /** Rows that the funder refused. They stand in the sums of the claim, which are what was asked for. */
  rejected: number
  /** What is left without them, and without the indirect costs that were reckoned on them. */
  accepted: Part
  byCategory: { category: string | null; amount: number }[]
  byPayer: (Part & { payerId: string | null; rows: number })[]
  /** What each funder owes; null where its share is not known. */
  byFunder: { bp: number | null; due: number | null }[]
  /** What no stated share covers. With what is due it adds up to what is accepted. */
  uncovered: number
}

/**
 * What a claim comes to. Indirect costs are reckoned once, on all rows, and shared out among the paying clusters by what of
 * theirs they are reckoned on; rows of a category that is none of direct costs are indirect costs, too. Funders owe their
 * share of the whole, and once they have refused rows, of what is left.
 */
export function claimSums(
  rows: readonly SummedRow[],
  rules: IndirectTerms,
  total: number | null,
  funders: readonly FunderShare[],
): ClaimSums {
  const whole = partOf(rows, rules)
  const accepted = partOf(
    rows.filter(({ rejected }) => !rejected),
    rules,
  )
  // Of a share that is unknown, nothing is due that anybody could name; an amount is due by its part of the total.
  const weights = funderWeights(total, funders)
  const due = splitByWeights(accepted.total, weights)
  const all = weights.reduce((every, weight) => every + weight, 0)
  return {
    ...whole,
    rejected: sumOf(rows.filter(({ rejected }) => rejected)),
    accepted,
    byCategory: grouped(rows, ({ category }) => category).map(([category, of]) => ({
      category,
      amount: sumOf(of),
    })),
    byPayer: byPayer(rows, rules),
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

const sumOf = (rows: readonly SummedRow[]) => rows.reduce((all, { minor }) => all + minor, 0)

/** What rows of direct costs come to. */
const directOf = (rows: readonly SummedRow[], { categories }: IndirectTerms) =>
  sumOf(rows.filter(({ category }) => isDirect(categories, category)))

function partOf(rows: readonly SummedRow[], rules: IndirectTerms): Part {
  const total = sumOf(rows) + indirectCosts(rules, rows)
  const direct = directOf(rows, rules)
  return { direct, indirect: total - direct, total }
}

function byPayer(rows: readonly SummedRow[], rules: IndirectTerms): ClaimSums['byPayer'] {
  const payers = grouped(rows, ({ payerId }) => payerId)
  const indirect = indirectCosts(rules, rows)
  // A claim of nothing but corrections takes back: then those bear it of whom it takes back.
  const sign = indirect < 0 ? -1 : 1
  const bases = payers.map(([, of]) => Math.max(0, sign * indirectBase(rules, of)))
  const reckoned = splitByWeights(indirect, bases)
  return payers.map(([payerId, of], n) => {
    const direct = directOf(of, rules)
    const total = sumOf(of) + (reckoned[n] ?? 0)
    return { payerId, rows: of.length, direct, indirect: total - direct, total }
  })
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
