import { type Figures, figuresOf } from './budget-position.ts'
import { wholeShare } from './grant.ts'
import { convert, nearest } from './money.ts'

/** A line's figures, and what of it is still open (planned and committed) in which currency. */
export interface WhatIfLine {
  lineId: string | null
  category: string | null
  missionId: string | null
  figures: Figures
}

export interface Exposure {
  lineId: string | null
  currency: string
  /** In that currency, and as reckoned in the grant's. */
  minor: number
  amount: number
}

/** Suppositions. None of them touches the books. */
export type Supposition =
  /** More (or fewer) companies, each at so much in the grant's currency, on a line. */
  | { kind: 'companies'; more: number; each: number; lineId: string }
  /** What is open of a line, a category or a mission becomes dearer (3,000 is 30%) or, below nothing, cheaper. */
  | { kind: 'price'; bp: number; lineId?: string; category?: string; missionId?: string }
  /** A currency at another rate: units of it for one of the grant's. Bears on what is open and was reckoned before. */
  | { kind: 'rate'; currency: string; rate: string }

export interface WhatIf {
  lines: { lineId: string | null; change: number; figures: Figures }[]
  total: { change: number; figures: Figures }
}

/**
 * What the position would be. Rates come first, then prices upon them, then companies; what each adds or saves is added to
 * what is planned.
 */
export function whatIf(
  grantCurrency: string,
  lines: readonly WhatIfLine[],
  exposure: readonly Exposure[],
  suppositions: readonly Supposition[],
): WhatIf {
  const open = (lineId: string | null): number => {
    const of = exposure.filter((part) => part.lineId === lineId)
    const reckoned = of.reduce((sum, { amount }) => sum + amount, 0)
    const anew = of.reduce((sum, part) => sum + atRates(part, grantCurrency, suppositions), 0)
    return openOf(lines, lineId) - reckoned + anew
  }
  const changed = lines.map((line) => {
    const was = line.figures.planned + line.figures.committed
    let is = open(line.lineId)
    for (const supposition of suppositions)
      if (supposition.kind === 'price' && isAbout(supposition, line))
        is += Number(nearest(BigInt(is) * BigInt(supposition.bp), BigInt(wholeShare)))
    for (const supposition of suppositions)
      if (supposition.kind === 'companies' && supposition.lineId === line.lineId)
        is += supposition.more * supposition.each
    return { lineId: line.lineId, change: is - was, figures: withOpen(line.figures, is - was) }
  })
  const change = changed.reduce((sum, line) => sum + line.change, 0)
  const total = lines.reduce((sum, { figures }) => sumOf(sum, figures), zero)
  return { lines: changed, total: { change, figures: withOpen(total, change) } }
}

const openOf = (lines: readonly WhatIfLine[], lineId: string | null) => {
  const figures = lines.find((line) => line.lineId === lineId)?.figures
  return figures ? figures.planned + figures.committed : 0
}

function atRates(part: Exposure, grantCurrency: string, suppositions: readonly Supposition[]): number {
  const other = suppositions.findLast((one) => one.kind === 'rate' && one.currency === part.currency)
  if (other?.kind !== 'rate' || part.currency === grantCurrency) return part.amount
  return convert({ minor: part.minor, currency: part.currency }, grantCurrency, other.rate).minor
}

const isAbout = (price: Extract<Supposition, { kind: 'price' }>, line: WhatIfLine) =>
  (price.lineId === undefined || price.lineId === line.lineId) &&
  (price.category === undefined || price.category === line.category) &&
  (price.missionId === undefined || price.missionId === line.missionId)

const zero: Figures = figuresOf({
  budget: 0,
  planned: 0,
  committed: 0,
  paid: 0,
  claimed: 0,
  reimbursed: 0,
  rejected: 0,
  expenses: 0,
})

/** Figures hold paid without what was rejected; sums hold all of it. */
const sumsOf = (figures: Figures) => ({ ...figures, paid: figures.paid + figures.rejected })

function sumOf(a: Figures, b: Figures): Figures {
  const [x, y] = [sumsOf(a), sumsOf(b)]
  return figuresOf({
    budget: x.budget + y.budget,
    planned: x.planned + y.planned,
    committed: x.committed + y.committed,
    paid: x.paid + y.paid,
    claimed: x.claimed + y.claimed,
    reimbursed: x.reimbursed + y.reimbursed,
    rejected: x.rejected + y.rejected,
    expenses: x.expenses + y.expenses,
  })
}

/** What changes is planned first; what would be saved beyond that comes off the orders. */
function withOpen(figures: Figures, change: number): Figures {
  const planned = Math.max(0, figures.planned + change)
  const committed = Math.max(0, figures.committed + Math.min(0, figures.planned + change))
  return figuresOf({ ...sumsOf(figures), planned, committed })
}
