import type { OwnershipLink } from '../../../src/domain/ownership.ts'
import type { Accounts, Enterprise } from '../../../src/domain/sme/accounts.ts'
import { type SmeFacts, smeStatus } from '../../../src/domain/sme/status.ts'

/** Figures as people say them: work units, and millions of euros. */
export interface Year {
  heads: number | null
  turnover?: number | null
  balance?: number | null
  basis?: Accounts['basis']
  consolidated?: boolean
}

export const accountsOf = (enterpriseId: string, closedOn: string, year: Year): Accounts => {
  const cents = (millions: number | null | undefined) =>
    millions === null || millions === undefined ? null : Math.round(millions * 100_000_000)
  return {
    id: `${enterpriseId} ${closedOn}`,
    enterpriseId,
    closedOn,
    basis: year.basis ?? 'approved',
    consolidated: year.consolidated ?? false,
    headcount: year.heads === null ? null : Math.round(year.heads * 100),
    turnover: cents(year.turnover),
    balanceSheet: cents(year.balance),
    currency: 'EUR',
    rate: null,
  }
}

let made = 0
/** `holder` has a percentage of `held`, in capital and votes alike. */
export const link = (
  holderId: string,
  heldId: string,
  percent: number | null,
  more: Partial<OwnershipLink> = {},
): OwnershipLink => ({
  id: `link ${++made}`,
  holderId,
  byPerson: more.holderType === 'person',
  heldId,
  holderType: 'enterprise',
  capital: percent === null ? null : Math.round(percent * 100),
  voting: percent === null ? null : Math.round(percent * 100),
  appointsBoard: false,
  dominantInfluence: false,
  votesByAgreement: false,
  sameMarket: null,
  invested: null,
  budget: null,
  inhabitants: null,
  from: null,
  to: null,
  ...more,
})

/** The day that the examples are seen from, and the closings before it. */
export const day = '2008-09-15'
export const closings = ['2007-12-31', '2006-12-31', '2005-12-31', '2004-12-31']

/** Enterprises by name, each with its years, the last one first; one year stands for two alike. */
export function facts(
  enterprises: Record<string, Year | Year[]>,
  links: OwnershipLink[] = [],
  founded: Record<string, string> = {},
): SmeFacts {
  return {
    enterprises: Object.keys(enterprises).map((id): Enterprise => ({ id, founded: founded[id] ?? null })),
    accounts: Object.entries(enterprises).flatMap(([id, years]) =>
      (Array.isArray(years) ? years : [years, years]).map((year, n) =>
        accountsOf(id, closings[n] ?? '', year),
      ),
    ),
    links,
  }
}

export const statusOf = (...given: Parameters<typeof facts>) => smeStatus('A', facts(...given), day)

/** The sums of the last period, as people say them. */
export function sumsOf(...given: Parameters<typeof facts>) {
  const { total } = statusOf(...given)
  return {
    heads: (total?.headcount.known ?? 0) / 100,
    turnover: (total?.turnover.known ?? 0) / 100_000_000,
    balance: (total?.balanceSheet.known ?? 0) / 100_000_000,
  }
}
