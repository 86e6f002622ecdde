/** The sizes of Article 2 of the annex to Recommendation 2003/361/EC, from the smallest. */
export const smeSizes = ['micro', 'small', 'medium', 'large'] as const
export type SmeSize = (typeof smeSizes)[number]

/** What an enterprise is on a day: a size; held by public bodies, and so no SME whatever its size; or not to be told. */
export const smeStatuses = [...smeSizes, 'not_sme', 'unknown'] as const
export type SmeStatus = (typeof smeStatuses)[number]

/** Whether a status is that of an SME. */
export const isSme = (status: SmeStatus): boolean => ['micro', 'small', 'medium'].includes(status)

/** Figures of a period: annual work units in hundredths (Article 5), amounts in euro cents; null where unknown. */
export interface Figures {
  headcount: number | null
  turnover: number | null
  balanceSheet: number | null
}

/** Sums of figures: what is known of them, and whether that is all. */
export interface Total {
  headcount: Sum
  turnover: Sum
  balanceSheet: Sum
}
export interface Sum {
  known: number
  complete: boolean
}

export const measures = ['headcount', 'turnover', 'balanceSheet'] as const

/** A ceiling of Article 2: fewer work units than, and at most one of the two amounts. Hundredths and euro cents. */
export interface Ceiling {
  size: SmeSize
  article: string
  headcount: number
  turnover: number
  balanceSheet: number
}

export const ceilings: readonly Ceiling[] = [
  { size: 'micro', article: '2(3)', headcount: 1000, turnover: 200_000_000, balanceSheet: 200_000_000 },
  { size: 'small', article: '2(2)', headcount: 5000, turnover: 1_000_000_000, balanceSheet: 1_000_000_000 },
  {
    size: 'medium',
    article: '2(1)',
    headcount: 25_000,
    turnover: 5_000_000_000,
    balanceSheet: 4_300_000_000,
  },
]

/** A size between the smallest and the largest that it can be, as places in `smeSizes`. */
export interface SizeRange {
  best: number
  worst: number
}

/** Every size there is. */
export const anySize: SizeRange = { best: 0, worst: 3 }

export const sizeAt = (place: number): SmeSize => smeSizes[place] ?? 'large'

/** The sizes that figures allow: one where what is unknown makes no difference. */
export function sizeRangeOf(total: Total): SizeRange {
  const most = (sum: Sum) => (sum.complete ? sum.known : Number.POSITIVE_INFINITY)
  return {
    best: placeOf(total.headcount.known, total.turnover.known, total.balanceSheet.known),
    worst: placeOf(most(total.headcount), most(total.turnover), most(total.balanceSheet)),
  }
}

/** Headcount below, and turnover or balance sheet not above, the ceiling of the smallest size that fits. */
function placeOf(headcount: number, turnover: number, balanceSheet: number): number {
  const place = ceilings.findIndex(
    (ceiling) =>
      headcount < ceiling.headcount && (turnover <= ceiling.turnover || balanceSheet <= ceiling.balanceSheet),
  )
  return place < 0 ? 3 : place
}

const median = (a: number, b: number, c: number) => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))

/**
 * Article 4(2): a size is lost or acquired only where ceilings are passed in two consecutive periods, that is, the size
 * becomes the one in the middle of what it was and what the two periods say. `sizes` are those of consecutive periods, the
 * oldest first; `initial` is what it was before.
 */
export function sizeAfter(initial: number, sizes: readonly number[]): number {
  let held = initial
  for (const [n, size] of sizes.entries()) held = median(held, sizes[n - 1] ?? held, size)
  return held
}
