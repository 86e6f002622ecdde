import type { CivilDate, PartialDate } from './partial-date.ts'
import { firstDay, lastDay } from './partial-date.ts'
import { type ServedKind, servingKinds } from './served.ts'

/**
 * Counting rules as data: a measure says what is looked at and what of it counts; an indicator or a report's figure narrows it.
 * What a measure counts once, and what it comes to, is the same wherever it is asked for.
 */

/** Who a set of indicators is for: the Commission's cluster partnerships, the DGE, a region, or our own. */
export const vocabularies = ['ec', 'dge', 'region', 'own'] as const
export type Vocabulary = (typeof vocabularies)[number]

/** Where the records come from that a measure looks at. */
export type CountingSource =
  | 'agreements'
  | 'missions'
  | 'served'
  | 'meetings'
  | 'outcomes'
  | 'expenses'
  | 'budget'
/** What of them is counted once: each record, company or market; or what they come to in money. */
export type Counted = 'records' | 'companies' | 'markets' | 'money'
/** What the `kinds` of a rule are, by source. */
export type KindsOf = 'agreement' | 'mission' | 'outcome' | null

interface Measure {
  source: CountingSource
  counts: Counted
  kinds: KindsOf
  /** Of what is served: by which records, where that may not be chosen. */
  through?: readonly ServedKind[]
}

/** Every measure, in the order in which they are offered. */
export const countingMeasures = {
  agreements_signed: { source: 'agreements', counts: 'records', kinds: 'agreement' },
  agreements_in_force: { source: 'agreements', counts: 'records', kinds: 'agreement' },
  markets_covered: { source: 'agreements', counts: 'markets', kinds: 'agreement' },
  missions_held: { source: 'missions', counts: 'records', kinds: 'mission' },
  missions_led: { source: 'missions', counts: 'records', kinds: 'mission' },
  smes_served: { source: 'served', counts: 'companies', kinds: 'mission' },
  companies_served: { source: 'served', counts: 'companies', kinds: 'mission' },
  participations: { source: 'served', counts: 'records', kinds: 'mission', through: ['mission'] },
  services: { source: 'served', counts: 'records', kinds: null, through: ['service'] },
  aid_awarded: { source: 'served', counts: 'money', kinds: null, through: ['aid'] },
  meetings_held: { source: 'meetings', counts: 'records', kinds: 'mission' },
  meetings_useful: { source: 'meetings', counts: 'records', kinds: 'mission' },
  outcomes: { source: 'outcomes', counts: 'records', kinds: 'outcome' },
  outcomes_value: { source: 'outcomes', counts: 'money', kinds: 'outcome' },
  budget: { source: 'budget', counts: 'money', kinds: null },
  expenses_committed: { source: 'expenses', counts: 'money', kinds: null },
  expenses_paid: { source: 'expenses', counts: 'money', kinds: null },
} as const satisfies Record<string, Measure>
export type CountingMeasure = keyof typeof countingMeasures
export const countingMeasureNames = Object.keys(countingMeasures) as [CountingMeasure, ...CountingMeasure[]]

export const measureOf = (name: CountingMeasure): Measure => countingMeasures[name]

/** What an indicator can count: a budget is given, not counted. */
export const indicatorMeasures = countingMeasureNames.filter(
  (name): name is Exclude<CountingMeasure, 'budget'> => name !== 'budget',
)

/** By which records companies count as served: what the rule says, else all that serve. */
export function servedThrough(
  measure: CountingMeasure,
  chosen: readonly ServedKind[],
): readonly ServedKind[] {
  const { through } = measureOf(measure)
  return through ?? (chosen.length > 0 ? chosen : servingKinds)
}

/** Whether what companies got is chosen by the rule. */
export const choosesThrough = (measure: CountingMeasure): boolean =>
  measureOf(measure).source === 'served' && measureOf(measure).through === undefined

/** Why a record that is looked at does not count, what excludes it soonest first. */
export const leftOutReasons = [
  'in_bin',
  'cancelled',
  'abandoned',
  'terminated',
  'not_a_company',
  'other_kind',
  'no_market',
  'other_market',
  'not_signed',
  'not_begun',
  'ended',
  'undated',
  'not_yet',
  'never_came',
  'not_coming',
  'no_show',
  'not_led',
  'not_useful',
  'not_committed',
  'not_paid',
  'outside_period',
  'not_an_sme',
  'status_unknown',
  'no_value',
  'counted_once',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/** Of when what is counted must be; an end that is not given is open. */
export interface Days {
  from: CivilDate | null
  to: CivilDate | null
}

/** The days of a period whose ends may be known by year or month only: as many as it can have. */
export const daysOf = (starts: PartialDate | null, ends: PartialDate | null): Days => ({
  from: starts && firstDay(starts),
  to: ends && lastDay(ends),
})

/** How far a count is towards its target, in basis points, never rounded up to the whole. Null without a target. */
export const reachedBp = (actual: number, target: number | null): number | null =>
  target === null || target <= 0 ? null : Math.floor((actual / target) * 10_000)
