import type { FunderKind } from './grant.ts'
import type { CivilDate } from './partial-date.ts'

/** Whether money of such a funder can be state aid: what the Commission manages itself is not, nor what is private. */
export const canBeAid = (kind: FunderKind): boolean => kind !== 'eu_direct' && kind !== 'private'

/** What a grant bears of an expense, in its currency, and who funds the grant. */
export interface BornePart {
  minor: number
  funders: readonly FunderKind[]
}

/** What of an expense can be state aid: the parts of grants that have such a funder, or of which no funder is known. */
export const aidableMinor = (parts: readonly BornePart[]): number =>
  parts.reduce(
    (sum, { minor, funders }) => sum + (funders.length === 0 || funders.some(canBeAid) ? minor : 0),
    0,
  )

/** An expense as far as aid is about it. Amounts are in its own currency. */
export interface HelpingExpense {
  companyId: string | null
  /** Without VAT that comes back. */
  eligible: number
  currency: string
  cancelledOn: CivilDate | null
}

/** An entry of the ledger that says that it was given by the expense. */
export interface AidByExpense {
  companyId: string
  minor: number
  currency: string
}

export const aidFlaws = ['other_company', 'cancelled', 'more_than_expense'] as const
/** The expense helps another company, or none; it was given up; all aid by it together is more than it came to. */
export type AidFlaw = (typeof aidFlaws)[number]

/**
 * What of an expense does not agree with the aid that was given by it. Aid in another currency than the expense's is not
 * compared with what it came to.
 */
export function aidFlawsOf(expense: HelpingExpense, aid: readonly AidByExpense[]): AidFlaw[] {
  if (aid.length === 0) return []
  const given = aid
    .filter(({ currency }) => currency === expense.currency)
    .reduce((sum, { minor }) => sum + minor, 0)
  const flaws: [AidFlaw, boolean][] = [
    ['other_company', aid.some(({ companyId }) => companyId !== expense.companyId)],
    ['cancelled', expense.cancelledOn !== null],
    ['more_than_expense', given > expense.eligible],
  ]
  return flaws.flatMap(([flaw, is]) => (is ? [flaw] : []))
}
