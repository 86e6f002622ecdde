import type { Refusal } from './agreement.ts'
import type { ClaimPeriod } from './grant.ts'
import type { CivilDate } from './partial-date.ts'

/** Draft: rows come and go. Frozen: rows and rates are fixed. Submitted: with the funder. Decided: row by row. Paid: the money is in. */
export const claimStates = ['draft', 'frozen', 'submitted', 'decided', 'paid'] as const
export type ClaimState = (typeof claimStates)[number]

export interface ClaimSteps {
  frozenOn: CivilDate | null
  submittedOn: CivilDate | null
  decidedOn: CivilDate | null
  paidOn: CivilDate | null
}

export function claimState({ frozenOn, submittedOn, decidedOn, paidOn }: ClaimSteps): ClaimState {
  if (paidOn) return 'paid'
  if (decidedOn) return 'decided'
  if (submittedOn) return 'submitted'
  return frozenOn ? 'frozen' : 'draft'
}

const from =
  (allowed: readonly ClaimState[]) =>
  (claim: ClaimSteps): Refusal | null => {
    const state = claimState(claim)
    return allowed.includes(state) ? null : { code: 'claim_state', params: { state } }
  }

/** What can be done with a claim; a refusal names the state that it is in. */
export const claimCan = {
  change: from(['draft']),
  freeze: from(['draft']),
  /** Back to a draft, while it has not left the house. */
  thaw: from(['frozen']),
  submit: from(['frozen']),
  decide: from(['submitted', 'decided']),
  pay: from(['decided']),
} as const

export const rowDecisions = ['accepted', 'rejected'] as const
export type RowDecision = (typeof rowDecisions)[number]

/** A claim as far as it is about when it must be in. */
export interface TimedClaim {
  from: CivilDate
  to: CivilDate
  dueOn: CivilDate | null
  submittedOn: CivilDate | null
}

const covers = (claim: TimedClaim, { from, to }: ClaimPeriod) => claim.from <= from && claim.to >= to

/** The periods of a calendar for which no claim had been submitted by a day, the first due first. */
export function unclaimedPeriods(
  calendar: readonly ClaimPeriod[],
  claims: readonly TimedClaim[],
  day: CivilDate,
): ClaimPeriod[] {
  const sent = claims.filter(({ submittedOn }) => submittedOn !== null && submittedOn <= day)
  return calendar.filter((period) => !sent.some((claim) => covers(claim, period))).sort(byDue)
}

/**
 * All that has to be claimed by some day and was not by this one, the first due first: periods of the calendar, and claims
 * begun with a day of their own, which counts before the calendar's.
 */
export function claimsDue(
  calendar: readonly ClaimPeriod[],
  claims: readonly TimedClaim[],
  day: CivilDate,
): ClaimPeriod[] {
  const begun = claims.flatMap((claim) =>
    claim.dueOn !== null && (claim.submittedOn === null || claim.submittedOn > day)
      ? { ...claim, dueOn: claim.dueOn }
      : [],
  )
  const uncovered = unclaimedPeriods(calendar, claims, day).filter(
    (period) => !begun.some((claim) => covers(claim, period)),
  )
  return [...uncovered, ...begun.map(({ from, to, dueOn }) => ({ from, to, due: dueOn }))].sort(byDue)
}

const byDue = (a: ClaimPeriod, b: ClaimPeriod) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)
