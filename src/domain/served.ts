import type { MissionKind } from './mission.ts'
import type { ParticipationState } from './participation.ts'
import { isSme, type SmeStatus } from './sme/ceilings.ts'

/** What is on record of companies from home across missions, services and aid. */
export const servedKinds = ['mission', 'service', 'aid', 'meeting', 'outcome'] as const
export type ServedKind = (typeof servedKinds)[number]

/** The records by which a company counts as served: it came along, got a service, was awarded aid. */
export const servingKinds = ['mission', 'service', 'aid'] as const satisfies readonly ServedKind[]

/** So many records make a company one that is served often. */
export const often = 3

/** Missions that open business or R&D abroad to a company; trainings, seminars and ceremonies prepare or mark it. */
export const openingKinds = [
  'trade_fair',
  'business_mission',
  'exploratory_trip',
  'joint_event',
  'expert_visit',
  'incoming_delegation',
] as const satisfies readonly MissionKind[]

/** Why a company in an alliance's missions does not count towards its target of SMEs, what is nearest to counting first. */
export const notCountedReasons = [
  'not_there_yet',
  'status_unknown',
  'not_an_sme',
  'other_kind',
  'never_came',
] as const
export type NotCountedReason = (typeof notCountedReasons)[number]

/** Null where a participation counts towards a target of SMEs to which business or R&D is opened; otherwise why not. */
export function notCounted(facts: {
  missionKind: MissionKind
  state: ParticipationState
  /** On the day it came, or the day seen from where it did not. */
  status: SmeStatus
}): NotCountedReason | null {
  const { missionKind, state, status } = facts
  if (state === 'withdrawn' || state === 'rejected' || state === 'no_show') return 'never_came'
  if (!(openingKinds as readonly MissionKind[]).includes(missionKind)) return 'other_kind'
  if (status !== 'unknown' && !isSme(status)) return 'not_an_sme'
  if (state !== 'attended') return 'not_there_yet'
  return status === 'unknown' ? 'status_unknown' : null
}
