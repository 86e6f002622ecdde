import * as z from 'zod'
import { meetingStates, ratings } from '../domain/meeting.ts'
import { endpoint } from './endpoint.ts'
import { participationSide, participationState } from './participations.ts'
import * as p from './primitives.ts'

/** The schedule of a mission: its slots and tables, and its meetings. */

export const meetingState = z.enum(meetingStates)
export const rating = z.enum(ratings)
export const session = z.enum(['morning', 'afternoon'])
export const boundTo = z.enum(['any', 'morning', 'afternoon'])

/** A slot in the mission's time zone. No two of a mission overlap. */
export const slot = z.object({
  id: p.id,
  day: p.civilDate,
  starts: p.localTime,
  ends: p.localTime,
  session,
})
export const meetingTable = z.object({
  id: p.id,
  name: z.string(),
  place: z.string().nullable(),
  /** Slots in which nobody can sit there. */
  closed: z.array(p.id),
})

export const meeting = z
  .object({
    id: p.id,
    version: p.version,
    missionId: p.id,
    /** Of the home side, or the first of two of one side. */
    aId: p.id,
    bId: p.id,
    /** What it is worth, from the requests: 0 for one that nobody asked for. */
    value: z.int(),
    /** The two agree, or neither has asked for anything: only then may it hold a slot. */
    mayMeet: z.boolean(),
    bound: boundTo,
    slotId: p.id.nullable(),
    tableId: p.id.nullable(),
    /** It has to stay where it is, whatever is planned anew. */
    locked: z.boolean(),
    /** Meetings that come before it. */
    after: z.array(p.id),
    state: meetingState,
    rating: rating.nullable(),
    /** What was said, in a line or two; notes, photos and cards hang on the meeting like on any record. */
    remark: z.string().nullable(),
    /** Where it took place, when not where it was planned. */
    movedTo: z.string().nullable(),
    sample: z.boolean(),
    deletedAt: p.instant.nullable(),
    createdAt: p.instant,
    updatedAt: p.instant,
  })
  .meta({ id: 'Meeting' })
export type Meeting = z.infer<typeof meeting>

export const schedule = z
  .object({
    missionId: p.id,
    /** Counts with the mission: `If-Match` of the verbs that change the grid. */
    version: p.version,
    timeZone: z.string().nullable(),
    homeTimeZone: z.string().nullable(),
    slots: z.array(slot),
    tables: z.array(meetingTable),
    participants: z.array(
      z.object({
        id: p.id,
        organisationId: p.id,
        name: z.string(),
        nativeName: z.string().nullable(),
        side: participationSide,
        /** The state recorded last, whatever day is looked at: a schedule is made of what is known now. */
        state: participationState,
        /** The day that state began. */
        since: p.civilDate,
        cluster: p.named.nullable(),
        colour: z.string().nullable(),
        unavailable: z.array(p.id),
        people: z.array(z.object({ id: p.id, name: z.string(), nativeName: z.string().nullable() })),
      }),
    ),
    meetings: z.array(meeting),
    /** Pairs agreed, of participants who can be met, that no meeting stands for yet. */
    open: z.array(z.object({ aId: p.id, bId: p.id, value: z.int() })),
    /** How many requests still wait for an answer; they hold no slot. */
    pending: z.int(),
    /** The newest run: what the grid was last filled from. */
    runId: p.id.nullable(),
  })
  .meta({ id: 'Schedule' })
export type Schedule = z.infer<typeof schedule>

const grid = { access: 'write', params: p.byId, reply: schedule, status: 200, ifMatch: true } as const

export const readSchedule = endpoint({
  id: 'meetings.schedule',
  method: 'GET',
  path: '/missions/{id}/schedule',
  summary: 'The whole schedule of a mission',
  access: 'read',
  params: p.byId,
  reply: schedule,
  status: 200,
  errors: ['not_found'],
})
export const setGrid = endpoint({
  ...grid,
  id: 'meetings.grid',
  method: 'PUT',
  path: '/missions/{id}/grid',
  summary:
    'Set slots and tables; those left out go. Refused with what it would unschedule, until `unschedule` says so',
  body: z.object({
    slots: z
      .array(slot.extend({ id: p.id.optional() }))
      .max(500)
      .optional(),
    tables: z
      .array(
        z.object({
          id: p.id.optional(),
          name: p.line(100),
          place: p.optionalLine(200),
          closed: z.array(p.id).max(500).default([]),
        }),
      )
      .max(500)
      .optional(),
    unschedule: z.boolean().default(false),
  }),
  errors: [
    'not_found',
    'record_in_bin',
    'mission_cancelled',
    'unschedules_meetings',
    'meeting_conflict',
    'meeting_recorded',
  ],
})

export const placement = z.object({ meetingId: p.id, slotId: p.id, tableId: p.id })
export type Placement = z.infer<typeof placement>

/**
 * Where everything stood in the grid that was seen, cancelled meetings left out. A meeting moved by hand doesn't count
 * with its mission, so `If-Match` alone wouldn't notice: 412 `version_stale` where the grid is another by now, with
 * `params.meetingId` of a meeting that stands elsewhere.
 */
export const seen = z.array(placement).max(5000).optional()

export const readMeeting = endpoint({
  id: 'meetings.read',
  method: 'GET',
  path: '/meetings/{id}',
  summary: 'Read a meeting',
  access: 'read',
  params: p.byId,
  reply: meeting,
  status: 200,
  errors: ['not_found'],
})
export const createMeetings = endpoint({
  id: 'meetings.create',
  method: 'POST',
  path: '/missions/{id}/meetings',
  summary:
    'Make meetings of pairs of participants; a pair that has one keeps it. Without pairs: of every agreed pair',
  access: 'write',
  params: p.byId,
  body: z.object({
    pairs: z
      .array(
        z.object({
          aId: p.id,
          bId: p.id,
          bound: boundTo.default('any'),
          slotId: p.id.nullable().default(null),
          tableId: p.id.nullable().default(null),
          locked: z.boolean().default(false),
        }),
      )
      .max(2000)
      .optional(),
  }),
  reply: schedule,
  status: 200,
  errors: ['not_found', 'record_in_bin', 'mission_cancelled', 'meeting_conflict'],
})
export const updateMeeting = endpoint({
  id: 'meetings.update',
  method: 'PATCH',
  path: '/meetings/{id}',
  summary:
    'Move a meeting to a slot and table (or off the grid), lock it, bind it to a half-day, put it after others',
  access: 'write',
  params: p.byId,
  body: z.object({
    slotId: p.id.nullable().optional(),
    tableId: p.id.nullable().optional(),
    locked: z.boolean().optional(),
    bound: boundTo.optional(),
    after: z.array(p.id).max(50).optional(),
  }),
  reply: meeting,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'mission_cancelled', 'meeting_conflict', 'meeting_recorded'],
})
export const removeMeeting = endpoint({
  id: 'meetings.remove',
  method: 'DELETE',
  path: '/meetings/{id}',
  summary: 'Move a meeting to the bin',
  access: 'write',
  params: p.byId,
  reply: meeting,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'meeting_recorded', 'in_use'],
})
export const restoreMeeting = endpoint({
  id: 'meetings.restore',
  method: 'POST',
  path: '/meetings/{id}/restore',
  summary: 'Take a meeting out of the bin, off the grid where its place is taken',
  access: 'write',
  params: p.byId,
  reply: meeting,
  status: 200,
  errors: ['not_found', 'duplicate'],
})
/** On site, with or without a connection. Sent again, it changes nothing. */
export const recordMeeting = endpoint({
  id: 'meetings.record',
  method: 'POST',
  path: '/meetings/{id}/record',
  summary: 'Record what became of a meeting: held, nobody came, cancelled; how useful; what was said',
  access: 'write',
  offline: 'queue',
  params: p.byId,
  body: p.patchOf({
    state: meetingState,
    rating: rating.nullable(),
    remark: p.optionalText(4000),
    movedTo: p.optionalLine(300),
  }),
  reply: meeting,
  status: 200,
  errors: ['not_found', 'record_in_bin', 'mission_cancelled'],
})

/** The calendar of a mission's meetings, or of those of one of its participants: iCalendar (RFC 5545). */
export const missionCalendar = endpoint({
  id: 'missions.calendar',
  method: 'GET',
  path: '/missions/{id}/calendar',
  summary: 'The meetings as an iCalendar file, for all or for one participation',
  access: 'read',
  params: p.byId,
  query: z.object({ participation: p.id.optional(), language: z.enum(['en', 'fr', 'ja']).default('en') }),
  reply: 'binary',
  status: 200,
  errors: ['not_found'],
})

export const meetingEndpoints = [
  readSchedule,
  setGrid,
  readMeeting,
  createMeetings,
  updateMeeting,
  removeMeeting,
  restoreMeeting,
  recordMeeting,
  missionCalendar,
] as const
