import { addDays, type CivilDate, firstDay, lastDay, type PartialDate } from './partial-date.ts'
import { type StageEntry, stageReached } from './stages.ts'

/** The stages an agreement passes before it is signed, in order. */
export const openStages = ['prospect', 'negotiation', 'drafting'] as const
export type OpenStage = (typeof openStages)[number]

export const agreementStatuses = [
  ...openStages,
  'signed',
  'active',
  'expiring',
  'expired',
  'renewed',
  'abandoned',
  'terminated',
] as const
export type AgreementStatus = (typeof agreementStatuses)[number]

/** The notice window of an agreement that states none, in days. */
export const defaultNoticeDays = 180

export interface PartyFacts {
  id: string
  required: boolean
  /** The civil date of this party's signature, or null while it has not signed. */
  signedOn: CivilDate | null
}

/** What the status of an agreement is derived from. Dates are civil dates or ISO 8601 reduced ones. */
export interface AgreementFacts {
  /** Dated stages before signature, in any order; the last one begun by the day counts. */
  stages: readonly StageEntry<OpenStage>[]
  parties: readonly PartyFacts[]
  starts: PartialDate | null
  ends: PartialDate | null
  noticeDays: number
  targetSignature: PartialDate | null
  abandonedOn: CivilDate | null
  terminatedOn: CivilDate | null
  /** The day the successor counts as signed, or null without one. */
  renewedOn: CivilDate | null
}

/** The day an agreement counts as signed: that of the last required signature; null until all have signed. */
export function signedOn(parties: readonly PartyFacts[]): CivilDate | null {
  const required = parties.filter((party) => party.required)
  if (required.length === 0) return null
  let last: CivilDate | null = null
  for (const party of required) {
    if (!party.signedOn) return null
    if (last === null || party.signedOn > last) last = party.signedOn
  }
  return last
}

/** The stage that an agreement not yet signed has reached by a day; "prospect" before any is recorded. */
export const stageOn = (stages: AgreementFacts['stages'], day: CivilDate): OpenStage =>
  stageReached(openStages, stages, day) ?? 'prospect'

/**
 * The status of an agreement as of a day, by the rules of the domain guide, "Agreement status".
 * The same rule stands in SQL as `agreement_status_on` for lists; a test holds the two equal.
 */
export function agreementStatus(facts: AgreementFacts, day: CivilDate): AgreementStatus {
  if (facts.terminatedOn && facts.terminatedOn <= day) return 'terminated'
  if (facts.abandonedOn && facts.abandonedOn <= day) return 'abandoned'
  const signed = signedOn(facts.parties)
  if (!signed || signed > day) return stageOn(facts.stages, day)
  if (facts.renewedOn && facts.renewedOn <= day) return 'renewed'
  if (facts.starts && day < firstDay(facts.starts)) return 'signed'
  if (!facts.ends) return 'active'
  const end = lastDay(facts.ends)
  if (day > end) return 'expired'
  return addDays(day, facts.noticeDays) >= end ? 'expiring' : 'active'
}

/** True where the target signature date has passed (its last possible day) and the agreement is still open. */
export function isOverdue(facts: AgreementFacts, day: CivilDate): boolean {
  const open = (openStages as readonly string[]).includes(agreementStatus(facts, day))
  return open && facts.targetSignature !== null && lastDay(facts.targetSignature) < day
}

/** Why something can't be done: a stable code, and the values its sentence needs. */
export interface Refusal {
  code: string
  params?: Record<string, string | number>
}

/** The state that legality looks at; the resource the screens hold has these fields too. */
export interface AgreementState {
  abandonedOn: CivilDate | null
  abandonedReason?: string | null
  terminatedOn: CivilDate | null
  terminatedReason?: string | null
  /** The day the last required party signed. */
  signedOn: CivilDate | null
  parties: readonly { id: string; signedOn: CivilDate | null }[]
  /** The successor, where one was begun. */
  renewedBy: { id: string } | null
  deletedAt: string | null
}

/** Each verb's legality: null when it may be done, otherwise the reason. Button and 409 both ask here. */
export const agreementCan = {
  sign(agreement: AgreementState): Refusal | null {
    const ended = endedRefusal(agreement)
    if (ended) return ended
    if (agreement.parties.length === 0) return { code: 'agreement_without_parties' }
    return agreement.parties.every((party) => party.signedOn) ? { code: 'agreement_fully_signed' } : null
  },
  signFor(agreement: AgreementState, partyId: string): Refusal | null {
    const ended = endedRefusal(agreement)
    if (ended) return ended
    const party = agreement.parties.find((candidate) => candidate.id === partyId)
    if (!party) return { code: 'party_unknown' }
    return party.signedOn ? { code: 'party_already_signed', params: { on: party.signedOn } } : null
  },
  /** Taking a signature away that was entered by mistake: not from under a termination or a successor. */
  unsign(agreement: AgreementState): Refusal | null {
    if (agreement.deletedAt) return { code: 'record_in_bin' }
    if (agreement.terminatedOn) return terminated(agreement.terminatedOn, agreement)
    return agreement.renewedBy ? { code: 'agreement_already_renewed' } : null
  },
  move(agreement: AgreementState): Refusal | null {
    const ended = endedRefusal(agreement)
    if (ended) return ended
    return agreement.signedOn ? { code: 'agreement_signed', params: { on: agreement.signedOn } } : null
  },
  abandon(agreement: AgreementState): Refusal | null {
    return agreementCan.move(agreement)
  },
  reopen(agreement: AgreementState): Refusal | null {
    if (agreement.deletedAt) return { code: 'record_in_bin' }
    return agreement.abandonedOn ? null : { code: 'agreement_not_abandoned' }
  },
  terminate(agreement: AgreementState): Refusal | null {
    const ended = endedRefusal(agreement)
    if (ended) return ended
    return agreement.signedOn ? null : { code: 'agreement_not_signed' }
  },
  renew(agreement: AgreementState): Refusal | null {
    if (agreement.deletedAt) return { code: 'record_in_bin' }
    if (agreement.abandonedOn) return abandoned(agreement.abandonedOn, agreement)
    if (!agreement.signedOn) return { code: 'agreement_not_signed' }
    return agreement.renewedBy ? { code: 'agreement_already_renewed' } : null
  },
}

function endedRefusal(agreement: AgreementState): Refusal | null {
  if (agreement.deletedAt) return { code: 'record_in_bin' }
  if (agreement.abandonedOn) return abandoned(agreement.abandonedOn, agreement)
  if (agreement.terminatedOn) return terminated(agreement.terminatedOn, agreement)
  return null
}

/** Both tell when, and why as somebody wrote it then. */
const abandoned = (on: CivilDate, { abandonedReason: reason }: AgreementState): Refusal => ({
  code: 'agreement_abandoned',
  params: { on, ...(reason ? { reason } : {}) },
})
const terminated = (on: CivilDate, { terminatedReason: reason }: AgreementState): Refusal => ({
  code: 'agreement_terminated',
  params: { on, ...(reason ? { reason } : {}) },
})
