import { type IndirectRule, wholeShare } from './grant.ts'
import { nearest } from './money.ts'

/** Rules that many programmes share, to begin with. */
export const indirectPresets = {
  sevenOfDirect: { kind: 'share_of_direct', bp: 700, except: [] },
  /** A flat quarter of direct costs, without subcontracting. */
  flatQuarter: { kind: 'share_of_direct', bp: 2500, except: ['subcontracting'] },
  fifteenOfPersonnel: { kind: 'share_of_personnel', bp: 1500, of: ['personnel'] },
  none: { kind: 'none' },
} satisfies Record<string, IndirectRule>

interface DirectCost {
  category: string | null
  minor: number
}

/** What of direct costs the rule takes its share of. */
export function indirectBase(rule: IndirectRule | null, costs: readonly DirectCost[]): number {
  if (!rule || rule.kind === 'none') return 0
  return costs.reduce((sum, { category, minor }) => sum + (counts(rule, category) ? minor : 0), 0)
}

function counts(rule: Exclude<IndirectRule, { kind: 'none' }>, category: string | null): boolean {
  if (rule.kind === 'share_of_personnel') return category !== null && rule.of.includes(category)
  return category === null || !rule.except.includes(category)
}

/** Indirect costs of direct ones, to the nearest minor unit; nothing under a rule that is unknown. */
export function indirectCosts(rule: IndirectRule | null, costs: readonly DirectCost[]): number {
  if (!rule || rule.kind === 'none') return 0
  return Number(nearest(BigInt(indirectBase(rule, costs)) * BigInt(rule.bp), BigInt(wholeShare)))
}
