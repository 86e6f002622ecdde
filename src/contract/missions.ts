import * as z from 'zod'
import { missionKinds, missionStages, missionStatuses, stepPhases } from '../domain/mission.ts'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'
import { recordEndpoints } from './record-endpoints.ts'

export const missionKind = z.enum(missionKinds)
export const missionStage = z.enum(missionStages)
export const missionStatus = z.enum(missionStatuses)
export const stepPhase = z.enum(stepPhases)

/** An amount of money: integer minor units and an ISO 4217 currency. */
export const money = z.object({
  minor: z.int().min(0).max(999_999_999_999),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Not an ISO 4217 code')
    .meta({ description: 'ISO 4217' }),
})

export const missionRoles = ['lead', 'participant', 'host', 'organiser'] as const
/** A body that leads, takes part, hosts on the spot, or organises. */
export const missionBody = z.object({
  id: p.id.optional(),
  organisationId: p.id,
  role: z.enum(missionRoles),
})

/** A step of the checklist: its own day, or so many days from the mission's first or last day. */
export const missionStep = z.object({
  id: p.id.optional(),
  phase: stepPhase,
  /** Names a template's text; null for a step with a title of its own. */
  key: p.optionalLine(60),
  title: p.optionalLine(500),
  due: p.civilDate.nullable().default(null),
  anchor: z.enum(['start', 'end']).nullable().default(null),
  days: z.int().min(-1500).max(1500).nullable().default(null),
  doneOn: p.civilDate.nullable().default(null),
  ownerId: p.id.nullable().default(null),
})

/** What applications are scored by; a score is given from 0 to 5 and counts by its weight. */
export const criterion = z.object({
  id: p.id.optional(),
  name: p.line(200),
  weight: z.int().min(1).max(100).default(1),
})

/** An agreement that the mission serves, and which of its cooperation actions. */
export const missionAgreement = z.object({
  id: p.id.optional(),
  agreementId: p.id,
  actionId: p.id.nullable().default(null),
})

const fields = {
  title: p.line(500),
  kind: missionKind,
  summary: p.optionalText(),
  allianceId: p.id.nullable().default(null),
  marketId: p.id.nullable().default(null),
  regionId: p.id.nullable().default(null),
  starts: p.partialDate.nullable().default(null),
  ends: p.partialDate.nullable().default(null),
  /** Local time of the beginning, where one is announced. */
  startTime: p.localTime.nullable().default(null),
  timeZone: p.timeZone.nullable().default(null),
  /** The time zone shown beside it for those at home. */
  homeTimeZone: p.timeZone.nullable().default(null),
  venue: p.optionalLine(300),
  town: p.optionalLine(200),
  country: p.country.nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  /** Places for companies of the home side; null without a limit. */
  capacity: z.int().min(1).max(10_000).nullable().default(null),
  fee: money.nullable().default(null),
  applicationsClose: p.civilDate.nullable().default(null),
  /** Until this day a company withdraws without owing the fee. */
  freeWithdrawalUntil: p.civilDate.nullable().default(null),
  bodies: z.array(missionBody).max(100).default([]),
  agreements: z.array(missionAgreement).max(50).default([]),
  steps: z.array(missionStep).max(200).default([]),
  criteria: z.array(criterion).max(20).default([]),
}
export const missionInput = z.object({
  ...fields,
  stage: missionStage.default('idea'),
  stageSince: p.civilDate.nullable().default(null),
  /** Begin with the kind's checklist, before the steps given. */
  template: z.boolean().default(false),
})
export const missionPatch = p.patchOf(fields)
export type MissionInput = z.input<typeof missionInput>

export const missionCounts = z.object({
  invited: z.int(),
  applied: z.int(),
  /** Places taken: accepted, confirmed, attended or no-show. */
  placed: z.int(),
  waitlisted: z.int(),
  counterparts: z.int(),
  meetings: z.int(),
  /** Those of the meetings that have a slot, or took or should have taken place. */
  placedMeetings: z.int(),
  held: z.int(),
  outcomes: z.int(),
})

export const mission = z
  .object({
    ...p.recordBase,
    title: z.string(),
    kind: missionKind,
    summary: z.string().nullable(),
    /** Derived as of the day asked for. */
    status: missionStatus,
    stage: missionStage,
    asOf: z.string(),
    stages: z.array(z.object({ id: p.id, stage: missionStage, since: z.string() })),
    alliance: p.named.nullable(),
    market: p.named.nullable(),
    region: p.named.nullable(),
    starts: z.string().nullable(),
    ends: z.string().nullable(),
    startTime: z.string().nullable(),
    timeZone: z.string().nullable(),
    homeTimeZone: z.string().nullable(),
    venue: z.string().nullable(),
    town: z.string().nullable(),
    country: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    capacity: z.int().nullable(),
    fee: money.nullable(),
    applicationsClose: z.string().nullable(),
    freeWithdrawalUntil: z.string().nullable(),
    cancelledOn: z.string().nullable(),
    cancelledReason: z.string().nullable(),
    closedOn: z.string().nullable(),
    bodies: z.array(
      z.object({
        id: p.id,
        organisation: p.named,
        isCluster: z.boolean(),
        colour: z.string().nullable(),
        role: z.enum(missionRoles),
      }),
    ),
    agreements: z.array(z.object({ id: p.id, agreement: p.named, action: p.named.nullable() })),
    steps: z.array(
      z.object({
        id: p.id,
        phase: stepPhase,
        key: z.string().nullable(),
        title: z.string().nullable(),
        /** Its own day. */
        due: z.string().nullable(),
        anchor: z.enum(['start', 'end']).nullable(),
        days: z.int().nullable(),
        /** Its own day, or the one counted from the mission’s. */
        dueOn: z.string().nullable(),
        doneOn: z.string().nullable(),
        owner: p.named.nullable(),
      }),
    ),
    criteria: z.array(z.object({ id: p.id, name: z.string(), weight: z.int() })),
    counts: missionCounts,
  })
  .meta({ id: 'Mission' })
export type Mission = z.infer<typeof mission>

export const missionRow = z
  .object({
    id: p.id,
    version: p.version,
    title: z.string(),
    kind: missionKind,
    status: missionStatus,
    stage: missionStage,
    starts: z.string().nullable(),
    ends: z.string().nullable(),
    timeZone: z.string().nullable(),
    town: z.string().nullable(),
    country: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    alliance: p.named.nullable(),
    market: p.named.nullable(),
    lead: p.named.nullable(),
    capacity: z.int().nullable(),
    placed: z.int(),
    waitlisted: z.int(),
    meetings: z.int(),
    /** Steps of the checklist done, of how many, and how many are late as of the day. */
    stepsDone: z.int(),
    stepCount: z.int(),
    stepsLate: z.int(),
    cancelledOn: z.string().nullable(),
    closedOn: z.string().nullable(),
    sample: z.boolean(),
    updatedAt: p.instant,
  })
  .meta({ id: 'MissionRow' })
export type MissionRow = z.infer<typeof missionRow>

export const missionSorts = ['title', 'starts', 'status', 'kind', 'market', 'updatedAt'] as const
export const missionFilters = {
  status: p.several(missionStatus).optional(),
  kind: p.several(missionKind).optional(),
  /** Led, joined, hosted or organised by this body. */
  body: p.id.optional(),
  agreement: p.id.optional(),
  /** Missions that touch the days from … to …, both included. */
  from: p.civilDate.optional(),
  to: p.civilDate.optional(),
}
export const missionList = p.listQuery(missionSorts, missionFilters)

export const missionRecords = recordEndpoints({
  noun: 'missions',
  one: 'a mission',
  list: missionList,
  row: missionRow,
  input: missionInput,
  patch: missionPatch,
  resource: mission,
})

const change = {
  method: 'POST',
  access: 'write',
  params: p.byId,
  reply: mission,
  status: 200,
  ifMatch: true,
} as const

export const moveMission = endpoint({
  ...change,
  id: 'missions.move',
  path: '/missions/{id}/stage',
  summary: 'Move a mission to another stage, from a day on',
  body: z.object({ stage: missionStage, since: p.civilDate.nullable().default(null) }),
  errors: ['not_found', 'record_in_bin', 'mission_cancelled', 'mission_closed'],
})
export const cancelMission = endpoint({
  ...change,
  id: 'missions.cancel',
  path: '/missions/{id}/cancel',
  summary: 'Cancel a mission, with the reason',
  body: z.object({ on: p.civilDate, reason: p.line(2000) }),
  errors: ['not_found', 'record_in_bin', 'mission_cancelled', 'mission_closed'],
})
export const closeMission = endpoint({
  ...change,
  id: 'missions.close',
  path: '/missions/{id}/close',
  summary: 'Close a mission: its follow-up is done',
  body: z.object({ on: p.civilDate }),
  errors: ['not_found', 'record_in_bin', 'mission_cancelled', 'mission_closed'],
})
export const reopenMission = endpoint({
  ...change,
  id: 'missions.reopen',
  path: '/missions/{id}/reopen',
  summary: 'Take a cancelled or closed mission up again',
  errors: ['not_found', 'record_in_bin', 'mission_not_ended'],
})
export const tickStep = endpoint({
  id: 'missions.tick',
  method: 'POST',
  path: '/missions/{id}/steps/{stepId}',
  summary: 'Tick a step of the checklist off, or take the tick away',
  access: 'write',
  params: z.object({ id: p.id, stepId: p.id }),
  body: z.object({ doneOn: p.civilDate.nullable() }),
  reply: mission,
  status: 200,
  errors: ['not_found', 'record_in_bin'],
})

export const missionEndpoints = [
  ...Object.values(missionRecords),
  moveMission,
  cancelMission,
  closeMission,
  reopenMission,
  tickStep,
] as const
