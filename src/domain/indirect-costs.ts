import { type Category, type GrantRules, type IndirectRule, wholeShare } from './grant.ts'
import { nearest } from './money.ts'

/** Rules that many programmes share, to begin with. */
export const indirectPresets = {
  sevenOfDirect: { kind: 'share_of_direct', bp: 700, except: [] },
  /** A flat quarter of direct costs, without subcontracting. */
  flatQuarter: { kind: 'share_of_direct', bp: 2500, except: ['subcontracting'] },
  fifteenOfPersonnel: { kind: 'share_of_personnel', bp: 1500, of: ['personnel'] },
  none: { kind: 'none' },
} satisfies Record<string, IndirectRule>

export type IndirectTerms = Pick<GrantRules, 'indirect' | 'categories'>

interface Cost {
  category: string | null
  minor: number
}

/** Whether costs of a category are direct: those without one, and of one that nobody has called indirect. */
export const isDirect = (categories: readonly Category[], key: string | null): boolean =>
  categories.find((category) => category.key === key)?.direct ?? true

/** What of costs the rule takes its share of. */
export function indirectBase({ indirect: rule, categories }: IndirectTerms, costs: readonly Cost[]): number {
  if (!rule || rule.kind === 'none') return 0
  return costs.reduce((sum, { category, minor }) => sum + (counts(rule, categories, category) ? minor : 0), 0)
}

function counts(
  rule: Exclude<IndirectRule, { kind: 'none' }>,
  categories: readonly Category[],
  category: string | null,
): boolean {
  if (rule.kind === 'share_of_personnel') return category !== null && rule.of.includes(category)
  // No indirect costs of indirect costs.
  if (!isDirect(categories, category)) return false
  return category === null || !rule.except.includes(category)
}

/** Indirect costs by the rule, to the nearest minor unit; nothing under one that is unknown. */
export function indirectCosts(terms: IndirectTerms, costs: readonly Cost[]): number {
  const { indirect: rule } = terms
  if (!rule || rule.kind === 'none') return 0
  return Number(nearest(BigInt(indirectBase(terms, costs)) * BigInt(rule.bp), BigInt(wholeShare)))
}
