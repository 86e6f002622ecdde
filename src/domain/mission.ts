import type { Refusal } from './agreement.ts'
import { addDays, type CivilDate, firstDay, lastDay, type PartialDate } from './partial-date.ts'
import { type StageEntry, stageReached } from './stages.ts'

/** Any organised contact with a market. */
export const missionKinds = [
  'trade_fair',
  'business_mission',
  'exploratory_trip',
  'seminar',
  'joint_event',
  'training',
  'expert_visit',
  'incoming_delegation',
  'press_conference',
  'signing_ceremony',
] as const
export type MissionKind = (typeof missionKinds)[number]

/** The stages before a mission takes place, in order. */
export const missionStages = ['idea', 'planned', 'preparing'] as const
export type MissionStage = (typeof missionStages)[number]

export const missionStatuses = [...missionStages, 'running', 'follow_up', 'closed', 'cancelled'] as const
export type MissionStatus = (typeof missionStatuses)[number]

/** What the status of a mission is derived from. */
export interface MissionFacts {
  stages: readonly StageEntry<MissionStage>[]
  starts: PartialDate | null
  ends: PartialDate | null
  closedOn: CivilDate | null
  cancelledOn: CivilDate | null
}

/** The stage reached by a day; "idea" before any is recorded. */
export const missionStageOn = (stages: MissionFacts['stages'], day: CivilDate): MissionStage =>
  stageReached(missionStages, stages, day) ?? 'idea'

/**
 * The status of a mission as of a day. It runs from its first to its last day, and is followed up until it is closed. Where a
 * date is a month or a year only, it doesn't run before the whole period has passed: nobody knows yet.
 */
export function missionStatus(facts: MissionFacts, day: CivilDate): MissionStatus {
  if (facts.cancelledOn && facts.cancelledOn <= day) return 'cancelled'
  if (facts.closedOn && facts.closedOn <= day) return 'closed'
  const last = facts.ends ?? facts.starts
  if (last && lastDay(last) < day) return 'follow_up'
  if (facts.starts && facts.starts.length === 10 && facts.starts <= day) return 'running'
  return missionStageOn(facts.stages, day)
}

export interface MissionState {
  closedOn: CivilDate | null
  cancelledOn: CivilDate | null
  cancelledReason?: string | null
  deletedAt: string | null
}

/** Each verb's legality: null when it may be done, otherwise the reason. Button and 409 both ask here. */
export const missionCan = {
  /** Inviting, planning, recording. */
  change(mission: MissionState): Refusal | null {
    if (mission.deletedAt) return { code: 'record_in_bin' }
    return mission.cancelledOn ? cancelled(mission.cancelledOn, mission) : null
  },
  /** Moving along the stages: of what has not ended yet. */
  move(mission: MissionState): Refusal | null {
    const refusal = missionCan.change(mission)
    if (refusal) return refusal
    return mission.closedOn ? { code: 'mission_closed', params: { on: mission.closedOn } } : null
  },
  cancel(mission: MissionState): Refusal | null {
    return missionCan.move(mission)
  },
  close(mission: MissionState): Refusal | null {
    return missionCan.move(mission)
  },
  /** Taking a cancelled or closed mission up again. */
  reopen(mission: MissionState): Refusal | null {
    if (mission.deletedAt) return { code: 'record_in_bin' }
    return mission.cancelledOn || mission.closedOn ? null : { code: 'mission_not_ended' }
  },
}

const cancelled = (on: CivilDate, { cancelledReason: reason }: MissionState): Refusal => ({
  code: 'mission_cancelled',
  params: { on, ...(reason ? { reason } : {}) },
})

/** The phases of a mission's checklist, in order. */
export const stepPhases = [
  'decision',
  'participants',
  'individual_programmes',
  'briefing',
  'on_site',
  'follow_up',
] as const
export type StepPhase = (typeof stepPhases)[number]

/** The step of a checklist template: so many days before (−) or after the mission's first or last day. */
export interface TemplateStep {
  /** Names its text: `missions:template.<key>`. */
  key: string
  phase: StepPhase
  anchor: 'start' | 'end'
  days: number
}

/** The step that is done by planning the follow-up tasks. */
export const planFollowUpStep = 'planFollowUp'
/** Steps that templates had before the tasks took their place, one for each time that companies are asked. */
export const formerFollowUpSteps = ['followUp3', 'followUp6', 'followUp12'] as const

const step = (
  key: string,
  phase: StepPhase,
  days: number,
  anchor: 'start' | 'end' = 'start',
): TemplateStep => ({
  key,
  phase,
  anchor,
  days,
})

const decision = [step('decide', 'decision', -270), step('budget', 'decision', -240)]
const company = [
  step('callForCompanies', 'participants', -180),
  step('applicationsClose', 'participants', -120),
  step('confirmCompanies', 'participants', -90),
]
const programme = [
  step('inviteCounterparts', 'individual_programmes', -90),
  step('requests', 'individual_programmes', -21),
  step('schedule', 'individual_programmes', -14),
]
const travel = [step('travel', 'participants', -60)]
const briefing = [step('briefing', 'briefing', -14), step('programmesOut', 'briefing', -7)]
const followUp = [
  step('thank', 'follow_up', 7, 'end'),
  step('debrief', 'follow_up', 14, 'end'),
  // The questions after 3, 6 and 12 months are tasks of each company; this is the step that plans them.
  step(planFollowUpStep, 'follow_up', 14, 'end'),
]

/**
 * The checklist that a mission of a kind begins with, in the order of the domain guide: decision, participants and
 * programmes, individual programmes, briefing, follow-up.
 */
export const checklistTemplates: Readonly<Record<MissionKind, readonly TemplateStep[]>> = {
  trade_fair: [
    ...decision,
    step('bookStand', 'decision', -210),
    ...company,
    ...programme,
    ...travel,
    ...briefing,
    ...followUp,
  ],
  business_mission: [...decision, ...company, ...programme, ...travel, ...briefing, ...followUp],
  exploratory_trip: [...decision, ...company, ...travel, ...briefing, ...followUp],
  joint_event: [...decision, ...company, ...programme, ...travel, ...briefing, ...followUp],
  incoming_delegation: [...decision, ...company, ...programme, ...briefing, ...followUp],
  seminar: [
    step('decide', 'decision', -120),
    step('speakers', 'participants', -75),
    step('invite', 'participants', -45),
    ...briefing,
    step('thank', 'follow_up', 7, 'end'),
    step('debrief', 'follow_up', 14, 'end'),
  ],
  training: [
    step('decide', 'decision', -120),
    step('trainers', 'participants', -75),
    step('invite', 'participants', -45),
    ...briefing,
    step('evaluation', 'follow_up', 7, 'end'),
  ],
  expert_visit: [
    step('decide', 'decision', -120),
    step('chooseExpert', 'participants', -90),
    step('programme', 'individual_programmes', -21),
    ...briefing,
    step('debrief', 'follow_up', 14, 'end'),
  ],
  press_conference: [
    step('decide', 'decision', -45),
    step('invite', 'participants', -21),
    step('pressRelease', 'briefing', -7),
    step('coverage', 'follow_up', 7, 'end'),
  ],
  signing_ceremony: [
    step('decide', 'decision', -60),
    step('invite', 'participants', -30),
    step('finalText', 'briefing', -14),
    step('pressRelease', 'briefing', -3),
    step('logSignature', 'follow_up', 1, 'end'),
  ],
}

/** When a step is due: its own day where it has one, else counted from the mission's; null while that has no day. */
export function stepDue(
  step: { due: CivilDate | null; anchor: 'start' | 'end' | null; days: number | null },
  mission: { starts: PartialDate | null; ends: PartialDate | null },
): CivilDate | null {
  if (step.due) return step.due
  if (step.anchor === null || step.days === null) return null
  const end = mission.ends ?? mission.starts
  const day = step.anchor === 'start' ? mission.starts && firstDay(mission.starts) : end && lastDay(end)
  return day ? addDays(day, step.days) : null
}
