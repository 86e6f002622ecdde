import type { Refusal } from './agreement.ts'
import type { AwardFinding } from './aid-award.ts'
import type { Paper } from './papers.ts'
import type { CivilDate } from './partial-date.ts'
import { isSme, type SmeStatus } from './sme/ceilings.ts'

/** One company's (or counterpart's) path through one mission. */
export const participationStates = [
  'invited',
  'applied',
  'shortlisted',
  'accepted',
  'waitlisted',
  'rejected',
  'confirmed',
  'attended',
  'no_show',
  'withdrawn',
] as const
export type ParticipationState = (typeof participationStates)[number]

/**
 * Where each state may lead, by the domain guide, "Participation": invited → applied → shortlisted → accepted | waitlisted |
 * rejected → confirmed → attended | no-show; withdrawn from any state before attended. A counterpart, who doesn't apply, may be
 * accepted from "invited"; who was accepted and never confirmed may come all the same; who was rejected or withdrew may be
 * taken up again; presence noted wrongly may be corrected.
 */
export const participationSteps: Readonly<Record<ParticipationState, readonly ParticipationState[]>> = {
  invited: ['applied', 'accepted', 'waitlisted', 'rejected', 'withdrawn'],
  applied: ['shortlisted', 'accepted', 'waitlisted', 'rejected', 'withdrawn'],
  shortlisted: ['accepted', 'waitlisted', 'rejected', 'withdrawn'],
  accepted: ['confirmed', 'waitlisted', 'attended', 'no_show', 'withdrawn'],
  waitlisted: ['accepted', 'rejected', 'withdrawn'],
  rejected: ['shortlisted', 'accepted', 'waitlisted'],
  confirmed: ['attended', 'no_show', 'withdrawn'],
  attended: ['confirmed', 'no_show'],
  no_show: ['confirmed', 'attended'],
  withdrawn: ['invited', 'applied', 'shortlisted', 'accepted', 'waitlisted'],
}

/** The states that hold one of the mission's places. */
export const placedStates = [
  'accepted',
  'confirmed',
  'attended',
  'no_show',
] as const satisfies ParticipationState[]
/** The states in which somebody can be met. */
export const meetableStates = ['accepted', 'confirmed', 'attended'] as const satisfies ParticipationState[]

export const holdsPlace = (state: ParticipationState) => (placedStates as readonly string[]).includes(state)
export const canBeMet = (state: ParticipationState) => (meetableStates as readonly string[]).includes(state)

/** Null where the step is legal; otherwise why not. */
export function canMove(from: ParticipationState, to: ParticipationState): Refusal | null {
  return participationSteps[from].includes(to) ? null : { code: 'participation_state', params: { from, to } }
}

/** One entry of a participation's path. A later one never begins before an earlier one. */
export interface StateEntry {
  state: ParticipationState
  since: CivilDate
}

/** The state as of a day, of entries in their order; "invited" before any is recorded. */
export function participationOn(states: readonly StateEntry[], day: CivilDate): ParticipationState {
  return states.filter(({ since }) => since <= day).at(-1)?.state ?? 'invited'
}

/** How many of the places are taken, and whether another company fits; without a capacity always. */
export function roomFor(capacity: number | null, companies: readonly { state: ParticipationState }[]) {
  const taken = companies.filter(({ state }) => holdsPlace(state)).length
  return {
    taken,
    capacity,
    free: capacity === null ? null : Math.max(0, capacity - taken),
    full: capacity !== null && taken >= capacity,
  }
}

/** What the manager should know before a company is enrolled. `blocks` where the law forbids, `notes` where it is only said; others warn. */
export interface GateFinding {
  code: string
  blocks: boolean
  notes?: boolean
  params?: Record<string, string | number>
}

/** What is known of a company as of the day of its enrolment. */
export interface EnrolledCompany {
  status: SmeStatus
  statusConfirmed: boolean
  /** Room for de minimis aid in euro cents; null where no ceiling is its. */
  room: number | null
  missingPapers: readonly Paper[]
  /** What stands against the aid that is to come with its place, where there is some. */
  award?: readonly AwardFinding[]
}

/** What the gate looks at. */
export interface Enrolment {
  side: 'home' | 'partner'
  isCompany: boolean
  clusterId: string | null
  /** The day applications close, and the day it applied: that of the decision where it never did (`enrolmentDay`). */
  applicationsClose: CivilDate | null
  day: CivilDate
  score: { given: number; wanted: number }
  /** Where it has been looked up. */
  company?: EnrolledCompany
}

/** What stands against enrolling, or should be known with it: a pure function that button, list and server all ask. */
export function enrolmentGate(enrolment: Enrolment): GateFinding[] {
  const findings: GateFinding[] = []
  if (enrolment.side !== 'home') return findings
  if (!enrolment.isCompany) findings.push({ code: 'not_a_company', blocks: false })
  if (!enrolment.clusterId) findings.push({ code: 'no_cluster', blocks: false })
  if (enrolment.applicationsClose && enrolment.day > enrolment.applicationsClose)
    findings.push({ code: 'after_deadline', blocks: false, params: { on: enrolment.applicationsClose } })
  if (enrolment.score.given < enrolment.score.wanted)
    findings.push({ code: 'not_scored', blocks: false, params: { ...enrolment.score } })
  if (enrolment.company) findings.push(...companyFindings(enrolment.company))
  return findings
}

/** Who is no SME, or may get no aid, is taken in for a reason; what is not known is said. */
function companyFindings({
  status,
  statusConfirmed,
  room,
  missingPapers,
  award = [],
}: EnrolledCompany): GateFinding[] {
  const findings: GateFinding[] = []
  const asked = new Set(award.map(({ code }) => code))
  const note = (code: string, params?: GateFinding['params']) =>
    findings.push({ code, blocks: false, notes: true, ...(params ? { params } : {}) })
  if (status === 'unknown' && !asked.has('status_unknown')) note('sme_unknown')
  else if (status !== 'unknown' && !isSme(status))
    findings.push({ code: 'not_an_sme', blocks: false, params: { status } })
  else if (status !== 'unknown' && !statusConfirmed) note('sme_unconfirmed', { status })
  if (room !== null && room <= 0 && !asked.has('ceiling_passed'))
    findings.push({ code: 'no_aid_room', blocks: false })
  for (const paper of missingPapers)
    if (paper !== 'de_minimis' || !asked.has('declaration_missing')) note('paper_missing', { paper })
  for (const { code, blocks, article, params } of award)
    if (code !== 'not_an_sme')
      findings.push({ code, blocks, params: { ...params, ...(article ? { article } : {}) } })
  return findings
}

/** The day that counts against the close of applications: that of the first application, else of the decision. */
export function enrolmentDay(states: readonly StateEntry[], decided: CivilDate): CivilDate {
  return states.find(({ state }) => state === 'applied')?.since ?? decided
}

/** Whether a step asks for its reason: a rejection, a withdrawal, and taking in somebody of whom the gate warns. */
export function reasonAsked(to: ParticipationState, findings: readonly GateFinding[]): boolean {
  if (to === 'rejected' || to === 'withdrawn') return true
  return holdsPlace(to) && findings.some(({ blocks, notes }) => !blocks && !notes)
}

/** Whether who withdraws on a day still owes the fee: who had a place, once the day for withdrawing freely has passed. */
export function owesFee(withdrawal: {
  from: ParticipationState
  day: CivilDate
  fee: { minor: number } | null
  freeWithdrawalUntil: CivilDate | null
}): boolean {
  const { from, day, fee, freeWithdrawalUntil } = withdrawal
  if (!holdsPlace(from) || !fee || fee.minor === 0) return false
  return freeWithdrawalUntil !== null && day > freeWithdrawalUntil
}
