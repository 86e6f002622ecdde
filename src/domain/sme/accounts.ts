import { decimalsOf } from '../money.ts'
import { addMonths, type CivilDate, firstDay, type PartialDate } from '../partial-date.ts'
import type { Figures } from './ceilings.ts'

export const accountsBases = ['audited', 'approved', 'estimated'] as const
export type AccountsBasis = (typeof accountsBases)[number]

/** The yearly accounts of one enterprise. Amounts are integer minor units of `currency`. */
export interface Accounts {
  id: string
  enterpriseId: string
  closedOn: CivilDate
  /** "estimated": made in good faith within the year by a new enterprise (Article 4(3)); the others are approved ones. */
  basis: AccountsBasis
  /** Group accounts: what the enterprise controls is in them already. */
  consolidated: boolean
  /** Annual work units in hundredths (Article 5). */
  headcount: number | null
  turnover: number | null
  balanceSheet: number | null
  currency: string
  /** How much of `currency` one euro is worth, as the ECB gives it: "157.21". Needed for all but the euro. */
  rate: string | null
}

export interface Enterprise {
  id: string
  founded: PartialDate | null
}

/** Accounts are published within a year of their closing (Directive 2013/34/EU, Article 30), so these are the last by then. */
const lastFor = 24
/** A period lasts no longer, so closings further apart leave one out between them. */
const longestPeriod = 18

/** Amounts in euro cents, rounded half up; null where unknown, or without a rate. */
export function figuresOf(accounts: Accounts): Figures {
  const euros = (minor: number | null) =>
    minor === null ? null : euroCents(minor, accounts.currency, accounts.rate)
  return {
    headcount: accounts.headcount,
    turnover: euros(accounts.turnover),
    balanceSheet: euros(accounts.balanceSheet),
  }
}

/** Whether an amount is there that can't be given in euros. */
export const lacksRate = ({ currency, rate, turnover, balanceSheet }: Accounts): boolean =>
  currency !== 'EUR' && readRate(rate) === null && (turnover !== null || balanceSheet !== null)

function readRate(rate: string | null): { digits: bigint; scale: bigint } | null {
  const match = /^(\d{1,9})(?:\.(\d{1,8}))?$/.exec(rate ?? '')
  if (!match) return null
  const fraction = match[2] ?? ''
  const digits = BigInt((match[1] ?? '') + fraction)
  return digits === 0n ? null : { digits, scale: 10n ** BigInt(fraction.length) }
}

export function euroCents(minor: number, currency: string, rate: string | null): number | null {
  if (currency === 'EUR') return minor
  const read = readRate(rate)
  if (!read) return null
  const over = 10n ** BigInt(decimalsOf(currency)) * read.digits
  const cents = (BigInt(minor) * 100n * read.scale * 2n + over) / (over * 2n)
  return Number(cents)
}

/** A part of a figure, `share` in hundredths of a percent, rounded half up. */
export const partOf = (figure: number, share: number): number =>
  share === 10_000 ? figure : Number((BigInt(figure) * BigInt(share) * 2n + 10_000n) / 20_000n)

/** The accounts that count on a day, the last approved first, or the estimate of a new enterprise. */
export interface Periods {
  accounts: Accounts[]
  estimated: boolean
  /** Why there are none: nothing is known, what is known is too old, or an estimate is not allowed any more. */
  lacking: 'accounts' | 'recent_accounts' | 'approved_accounts' | null
  /** An estimate counts only for a new enterprise, and it is not known whether this is one. */
  foundedUnknown: boolean
}

/** The accounts of an enterprise as of a day by Article 4: consecutive periods, the last one first. */
export function periodsOf(enterprise: Enterprise, all: readonly Accounts[], day: CivilDate): Periods {
  const own = all.filter(({ enterpriseId }) => enterpriseId === enterprise.id)
  const closed = lastOfEachDay(own.filter(({ basis, closedOn }) => basis !== 'estimated' && closedOn <= day))
  const [last] = closed
  if (last) {
    const accounts = addMonths(last.closedOn, lastFor) < day ? [] : consecutive(closed)
    return {
      accounts,
      estimated: false,
      lacking: accounts.length > 0 ? null : 'recent_accounts',
      foundedUnknown: false,
    }
  }
  const estimates = own.filter(({ basis }) => basis === 'estimated').sort(byClosing)
  const estimate = estimates.filter(({ closedOn }) => closedOn >= day).at(-1) ?? estimates[0]
  const none = { accounts: [], estimated: false, foundedUnknown: false }
  if (!estimate) return { ...none, lacking: 'accounts' }
  if (!isNew(enterprise, day)) return { ...none, lacking: 'approved_accounts' }
  return { accounts: [estimate], estimated: true, lacking: null, foundedUnknown: enterprise.founded === null }
}

/** Too young to have approved accounts; who does not say when it was founded may be. */
const isNew = ({ founded }: Enterprise, day: CivilDate) =>
  founded === null || addMonths(firstDay(founded), lastFor) >= day

/** Whether a period is the first that an enterprise can have had. */
export const isFirstPeriod = ({ founded }: Enterprise, { closedOn }: Accounts): boolean =>
  founded !== null && addMonths(firstDay(founded), longestPeriod) >= closedOn

const byClosing = (a: Accounts, b: Accounts) =>
  a.closedOn < b.closedOn ? 1 : a.closedOn > b.closedOn ? -1 : 0

/** One of each closing day, the newest first: group accounts where they exist (Article 6(2)), audited before others. */
function lastOfEachDay(all: readonly Accounts[]): Accounts[] {
  const rank = ({ consolidated, basis }: Accounts) => (consolidated ? 2 : 0) + (basis === 'audited' ? 1 : 0)
  return [...all]
    .sort((a, b) => byClosing(a, b) || rank(b) - rank(a))
    .filter((one, n, sorted) => one.closedOn !== sorted[n - 1]?.closedOn)
}

function consecutive(accounts: readonly Accounts[]): Accounts[] {
  const end = accounts.findIndex((one, n) => {
    const later = accounts[n - 1]
    return later !== undefined && addMonths(one.closedOn, longestPeriod) < later.closedOn
  })
  return end < 0 ? [...accounts] : accounts.slice(0, end)
}
