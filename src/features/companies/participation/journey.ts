import type { Service } from '../../../contract/services.ts'
import type { MissionKind } from '../../../domain/mission.ts'
import type { Part, Served } from './use-served.ts'

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
const byService: Partial<Record<Service['kind'], JourneyStep>> = {
  training: 'trained',
  coaching: 'trained',
  action_plan: 'trained',
  study: 'explored',
  expert_visit: 'explored',
  incubator_stay: 'landed',
}

/** When each step was first reached; null where it was at a day not known, absent where it has not been. */
export function journeyOf({ parts, services }: Served): Map<JourneyStep, string | null> {
  const reached = new Map<JourneyStep, string | null>()
  const reach = (step: JourneyStep | undefined, on: string | null) => {
    if (!step) return
    const before = reached.get(step)
    if (before === undefined || (on !== null && (before === null || on < before))) reached.set(step, on)
  }
  for (const { row, mission, outcomes } of parts) {
    if (mission && came({ row })) reach(byMission[mission.kind], mission.starts)
    for (const { kind, on } of outcomes) if (kind === 'contract') reach('contract', on)
  }
  for (const { kind, starts } of services) reach(byService[kind], starts)
  return reached
}

const came = ({ row }: Pick<Part, 'row'>) => row.state === 'attended'
