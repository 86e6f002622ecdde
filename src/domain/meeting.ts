/** What became of a meeting. */
export const meetingOutcomes = ['planned', 'held', 'no_show', 'cancelled'] as const
export type MeetingState = (typeof meetingOutcomes)[number]

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
