import { type CivilDate, firstDay, lastDay, type PartialDate } from './partial-date.ts'

/** How well a grant's total is known: "more than €300,000" is a lower bound, never a number made up. */
export const totalKinds = ['exact', 'at_least', 'unknown'] as const
export type TotalKind = (typeof totalKinds)[number]

/**
 * Whose money it is. It decides whether support paid from it can be state aid: what the Commission manages itself
 * ("eu_direct") is not; money of states, regions and towns, and EU money through managing authorities, can be.
 */
export const funderKinds = [
  'eu_direct',
  'eu_shared',
  'national',
  'regional',
  'local',
  'chamber',
  'private',
  'own_funds',
  'unknown',
] as const
export type FunderKind = (typeof funderKinds)[number]

/** A share in basis points: 10,000 are the whole, 7,600 are 76%. */
export type BasisPoints = number
export const wholeShare: BasisPoints = 10_000

/** What a funder gives: a share of the total, an amount in the grant's minor units, or nobody has said. */
export type FunderShare =
  | { kind: 'share'; bp: BasisPoints }
  | { kind: 'amount'; minor: number }
  | { kind: 'unknown' }

export const grantStatuses = ['undated', 'upcoming', 'running', 'ended', 'closed'] as const
export type GrantStatus = (typeof grantStatuses)[number]

interface GrantPeriod {
  starts: PartialDate | null
  ends: PartialDate | null
  closedOn: CivilDate | null
}

/** The status as of a day. A period of which only one end is known runs from there, or until there. */
export function grantStatus({ starts, ends, closedOn }: GrantPeriod, day: CivilDate): GrantStatus {
  if (closedOn && closedOn <= day) return 'closed'
  if (!starts && !ends) return 'undated'
  if (starts && day < firstDay(starts)) return 'upcoming'
  return ends && lastDay(ends) < day ? 'ended' : 'running'
}

/** Headings that funders use everywhere; a grant may name others. */
export const usualCategories = [
  'personnel',
  'travel',
  'subcontracting',
  'equipment',
  'events',
  'other',
] as const

/** Indirect costs: by a share of direct costs (7%; 25% flat), by a share of personnel costs, or none. */
export type IndirectRule =
  | { kind: 'none' }
  | {
      kind: 'share_of_direct'
      bp: BasisPoints
      /** Categories that don't count to the base: subcontracting, under many programmes. */
      except: string[]
    }
  | {
      kind: 'share_of_personnel'
      bp: BasisPoints
      /** Categories that are personnel. */
      of: string[]
    }

export const ratePolicies = ['day', 'month', 'period_mean', 'fixed'] as const
export type RatePolicy = (typeof ratePolicies)[number]

/**
 * By which rate amounts are converted to the grant's currency: the ECB's of the day (or the last before), the
 * Commission's of the month (InforEuro), the mean of the daily rates over the reporting period, or rates fixed by the
 * grant. `rate` is written as a decimal: units of `currency` for one unit of the grant's.
 */
export type RateRule =
  | { kind: 'day' }
  | { kind: 'month' }
  | { kind: 'period_mean' }
  | { kind: 'fixed'; quotes: { currency: string; rate: string }[] }

/** What may be moved between lines without an amendment. */
export type TransferRule =
  | { kind: 'free' }
  /** So much of the heading that increases: 10%. */
  | { kind: 'heading_increase'; bp: BasisPoints }
  /** So much of the recipient's total: 20%. */
  | { kind: 'recipient_total'; bp: BasisPoints }

export interface Category {
  key: string
  /** Null for one of the usual categories, which have a word in every language. */
  name: string | null
  direct: boolean
  /** At most this share of a claim's direct costs. */
  limitBp: BasisPoints | null
}

/** A period to report on, and the day until which its claim must be in. */
export interface ClaimPeriod {
  from: CivilDate
  to: CivilDate
  due: CivilDate
}

/** What the funder asks for, as data; null is unknown. */
export interface GrantRules {
  categories: Category[]
  indirect: IndirectRule | null
  rates: RateRule | null
  transfer: TransferRule | null
  /** Costs count from and until these days. */
  eligible: { from: CivilDate | null; to: CivilDate | null } | null
  claimPeriods: ClaimPeriod[]
  /** A second person approves each expense. */
  secondApproval: boolean
}

/** From when to when costs count: as the rules say, else in the grant's own period. */
export function eligibleDays(
  { starts, ends }: Pick<GrantPeriod, 'starts' | 'ends'>,
  { eligible }: Pick<GrantRules, 'eligible'>,
): { from: CivilDate | null; to: CivilDate | null } {
  return eligible ?? { from: starts && firstDay(starts), to: ends && lastDay(ends) }
}
