import type { CivilDate } from './partial-date.ts'

/** What became of a meeting. */
export const meetingStates = ['planned', 'held', 'no_show', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

/**
 * What is counted of a meeting as of a day, on site as in the results: what became of it from the day of its slot on
 * (`heldOn`; null counts always). What was cancelled is off whatever the day.
 */
export const stateOn = (state: MeetingState, heldOn: CivilDate | null, day: CivilDate): MeetingState =>
  state === 'cancelled' || heldOn === null || heldOn <= day ? state : 'planned'

/** How useful a meeting was, on the scale that brokerage events use. */
export const ratings = [
  'did_not_take_place',
  'insufficient_interest',
  'informative',
  'cooperation_possible',
] as const
export type Rating = (typeof ratings)[number]

/** The ratings that count a held meeting as useful. */
export const usefulRatings = ['informative', 'cooperation_possible'] as const satisfies Rating[]

/** What is known of how a meeting went. */
export interface Recorded {
  state: MeetingState
  rating: Rating | null
}

/** Whether a rating can be true of a meeting in a state: one that took place, or one that did not; none of one still to come. */
export const ratingFits = (state: MeetingState, rating: Rating | null): boolean =>
  rating === null || (state !== 'planned' && (state === 'held') === (rating !== 'did_not_take_place'))

/**
 * What is known after something is recorded, or null where it contradicts itself. A rating alone says whether a planned
 * meeting took place; a state alone takes away the rating that it contradicts.
 */
export function recordedAs(before: Recorded, given: Partial<Recorded>): Recorded | null {
  const rating = given.rating === undefined ? before.rating : given.rating
  if (given.state !== undefined) {
    if (ratingFits(given.state, rating)) return { state: given.state, rating }
    return given.rating === undefined ? { state: given.state, rating: null } : null
  }
  if (ratingFits(before.state, rating)) return { state: before.state, rating }
  if (before.state !== 'planned') return null
  return { state: rating === 'did_not_take_place' ? 'no_show' : 'held', rating }
}

export const outcomeKinds = [
  'lead',
  'nda',
  'contract',
  'rd_project',
  'investment',
  'distribution',
  'other',
] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/** The steps from a wish to a result, each counted once per meeting. */
export const funnelSteps = ['requested', 'accepted', 'scheduled', 'held', 'useful', 'outcome'] as const
export type FunnelStep = (typeof funnelSteps)[number]

/**
 * Share of one step that reached the next at an event we compare with: 55 held of 73 accepted (75%), as the domain guide,
 * "Reference figures", says.
 */
export const referenceRates: Readonly<Partial<Record<FunnelStep, { of: FunnelStep; rate: number }>>> = {
  held: { of: 'accepted', rate: 55 / 73 },
}

/** Months after a mission at which each company is asked what came of it. */
export const followUpMonths = [3, 6, 12] as const

/** What a meeting that was held cost, in the minor unit of `cost`; null where none was held. */
export const costPerHeld = (cost: number, held: number): number | null =>
  held > 0 ? Math.round(cost / held) : null
