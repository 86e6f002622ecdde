import type { ExpenseInput } from '../../../src/contract/expenses.ts'
import type { AidPurpose } from '../../../src/domain/de-minimis-regimes.ts'
import type { GrantKey } from '../grants.ts'
import type { MarketKey } from '../markets.ts'
import type { MissionKey } from '../missions.ts'
import type { OrganisationKey } from '../organisations.ts'
import type { BodyKey } from './bodies.ts'

/** An invented budget line, in cents; it is of one cluster, and may be for a market, a mission or a work package. */
export interface SampleLine {
  name: string
  category: 'personnel' | 'travel' | 'subcontracting' | 'equipment' | 'events' | 'other'
  of: OrganisationKey
  market?: MarketKey
  mission?: MissionKey
  workPackage?: string
  minor: number
}

/** An invented expense, whose days say how far it has come. Which cluster pays is that of its line, unless it says otherwise. */
export interface SampleExpense<LineKey extends string = string> {
  /** A name for it in this sample, where something refers to it. */
  key?: string
  line: LineKey
  what: string
  supplier?: string
  reference?: string
  by?: OrganisationKey
  /** The cluster that it is for, where that is another than the one that pays. */
  helps?: OrganisationKey
  company?: BodyKey
  mission?: MissionKey
  /** Minor units and their currency. */
  amount: readonly [minor: number, currency: 'EUR' | 'JPY' | 'USD' | 'CAD' | 'CHF']
  /** VAT in it that comes back. */
  vat?: number
  planned?: string
  expected?: string
  ordered?: string
  paid?: string
  cancelled?: string
  /** The order that it is an invoice of, by its name. */
  order?: string
  /** Shared with another grant: that one's line, and its part in basis points. */
  shared?: { grant: GrantKey; line: string; bp: number }
  noReceipt?: true
}

/** The same cost period by period: those paid, and those still planned, each by the last day of its period. */
export const recurring = <LineKey extends string>(
  {
    what,
    planned,
    ...same
  }: Pick<SampleExpense<LineKey>, 'line' | 'amount' | 'planned'> & {
    what: (lastDay: string) => string
  },
  paid: readonly string[],
  expected: readonly string[],
): SampleExpense<LineKey>[] => [
  ...paid.map((day) => ({ ...same, what: what(day), paid: day })),
  ...expected.map((day) => ({ ...same, what: what(day), planned, expected: day })),
]

/** What of a claim has happened, and when. */
export interface SampleClaim {
  title: string
  from: string
  to: string
  due: string
  frozen?: string
  submitted?: string
  decided?: string
  paid?: string
  /** Expenses that the funder refused, by their names, with its reasons. */
  rejected?: Readonly<Record<string, string>>
  /** What is found wrong once the claim is frozen, and made up for in the next. */
  corrected?: Readonly<Record<string, Pick<ExpenseInput, 'amount' | 'note'>>>
}

/** The invented use of a grant. */
export interface SampleFunding {
  /** In force from this day on. */
  adopted: string
  lines: Readonly<Record<string, SampleLine>>
  /** Later versions: the lines that they change, in cents. */
  amendments: readonly { title: string; adopted: string; changes: Readonly<Record<string, number>> }[]
  transfers: readonly { from: string; to: string; minor: number; on: string; reason: string }[]
  expenses: readonly SampleExpense[]
  claims: readonly SampleClaim[]
  /** Expenses, by their names, that are aid to the company which they help. */
  aid?: readonly { of: string; purpose: AidPurpose; reason: string }[]
}
