import type { MissionKind } from './mission.ts'

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
