import type { MissionKind } from './mission.ts'
import type { PartialDate } from './partial-date.ts'

/** The steps of a company’s way abroad, in order. */
export const journeySteps = ['trained', 'explored', 'mission', 'landed', 'contract'] as const
export type JourneyStep = (typeof journeySteps)[number]

const byMission: Partial<Record<MissionKind, JourneyStep>> = {
  training: 'trained',
  seminar: 'trained',
  exploratory_trip: 'explored',
  expert_visit: 'explored',
  trade_fair: 'mission',
  business_mission: 'mission',
  joint_event: 'mission',
  incoming_delegation: 'mission',
}
/** By the kind of a service. */
const byService: Readonly<Record<string, JourneyStep>> = {
  training: 'trained',
  coaching: 'trained',
  action_plan: 'trained',
  study: 'explored',
  expert_visit: 'explored',
  incubator_stay: 'landed',
}

/** What a company did or got, with the day it began where that is known. */
export interface JourneyFacts {
  /** The missions that it came along to. */
  attended: readonly { kind: MissionKind; on: PartialDate | null }[]
  services: readonly { kind: string; on: PartialDate | null }[]
  outcomes: readonly { kind: string; on: PartialDate | null }[]
}

/** The steps reached, in order, each with the day it was first reached; null where that is not known. */
export function journeyOf({ attended, services, outcomes }: JourneyFacts) {
  const reached = new Map<JourneyStep, PartialDate | null>()
  const reach = (step: JourneyStep | undefined, on: PartialDate | null) => {
    if (!step) return
    const before = reached.get(step)
    if (before === undefined || (on !== null && (before === null || on < before))) reached.set(step, on)
  }
  for (const { kind, on } of attended) reach(byMission[kind], on)
  for (const { kind, on } of services) reach(byService[kind], on)
  for (const { kind, on } of outcomes) if (kind === 'contract') reach('contract', on)
  return journeySteps.flatMap((step) => {
    const on = reached.get(step)
    return on === undefined ? [] : [{ step, on }]
  })
}
