import { type BasisPoints, type TransferRule, wholeShare } from './grant.ts'

/** A line as a transfer sees it; `minor` is its amount in the version that is in force, before any transfer. */
export interface TransferLine {
  id: string
  category: string
  /** The recipient. */
  clusterId: string | null
  minor: number
}

export interface Move {
  fromLineId: string
  toLineId: string
  minor: number
}

/** What a grant's rule says of a transfer, with the arithmetic. Funders only warn here: past the limit it needs an amendment, or a reason. */
export interface TransferVerdict {
  rule: TransferRule['kind'] | null
  verdict: 'allowed' | 'warn'
  /** The heading (a category) or the recipient (a cluster) that the limit is of. */
  about: string | null
  bp: BasisPoints | null
  base: number | null
  limit: number | null
  /** Moved so far, and with this one. */
  before: number
  after: number
  over: number
}

/**
 * - free: between categories as the tasks ask, no limit.
 * - heading_increase: what a heading gains from other headings is at most so much (10%) of it as budgeted.
 * - recipient_total: what a recipient moves between its headings is at most so much (20%) of its total as budgeted.
 * Unknown: allowed as far as anybody knows, with no rule named.
 */
export function transferVerdict(
  rule: TransferRule | null,
  lines: readonly TransferLine[],
  earlier: readonly Move[],
  move: Move,
): TransferVerdict {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const to = byId.get(move.toLineId)
  if (!rule || rule.kind === 'free' || !to)
    return {
      rule: rule?.kind ?? null,
      verdict: 'allowed',
      about: null,
      bp: null,
      base: null,
      limit: null,
      before: 0,
      after: 0,
      over: 0,
    }
  const sum = (some: readonly TransferLine[]) => some.reduce((total, { minor }) => total + minor, 0)
  if (rule.kind === 'heading_increase') {
    const inHeading = (id: string) => byId.get(id)?.category === to.category
    /** What a move adds to the heading: nothing within it, less than nothing out of it. */
    const gain = ({ fromLineId, toLineId, minor }: Move) =>
      (inHeading(toLineId) ? minor : 0) - (inHeading(fromLineId) ? minor : 0)
    const before = earlier.reduce((total, one) => total + gain(one), 0)
    return judged(rule, to.category, sum(lines.filter(({ id }) => inHeading(id))), before, gain(move))
  }
  const ofRecipient = (id: string) => byId.get(id)?.clusterId === to.clusterId
  /** A move counts for whom it changes headings. */
  const moved = ({ fromLineId, toLineId, minor }: Move) =>
    ofRecipient(toLineId) && byId.get(fromLineId)?.category !== byId.get(toLineId)?.category ? minor : 0
  const before = earlier.reduce((total, one) => total + moved(one), 0)
  return judged(rule, to.clusterId, sum(lines.filter(({ id }) => ofRecipient(id))), before, moved(move))
}

function judged(
  rule: Exclude<TransferRule, { kind: 'free' }>,
  about: string | null,
  base: number,
  gained: number,
  gain: number,
): TransferVerdict {
  const limit = Number((BigInt(base) * BigInt(rule.bp)) / BigInt(wholeShare))
  const before = Math.max(0, gained)
  const after = Math.max(0, gained + gain)
  const over = gain > 0 ? Math.max(0, after - limit) : 0
  return {
    rule: rule.kind,
    verdict: over > 0 ? 'warn' : 'allowed',
    about,
    bp: rule.bp,
    base,
    limit,
    before,
    after,
    over,
  }
}
