import type { Refusal } from './agreement.ts'
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
