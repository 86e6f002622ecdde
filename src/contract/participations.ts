import * as z from 'zod'
import { participationStates } from '../domain/participation.ts'
import { endpoint } from './endpoint.ts'
import { money } from './missions.ts'
import * as p from './primitives.ts'

/** A company's, or a counterpart's, path through one mission. */

export const participationState = z.enum(participationStates)
/** "home": companies that the clusters bring; "partner": those they meet there. */
export const participationSide = z.enum(['home', 'partner'])

const words = z.array(p.line(100)).max(50).default([])

const fields = {
  /** The cluster it came from. */
  clusterId: p.id.nullable().default(null),
  /** Who comes; people of the organisation or others. */
  people: z.array(p.id).max(50).default([]),
  /** What it works on, what it offers, what it looks for: matching compares them. */
  themes: words,
  offers: words,
  seeks: words,
  /** Languages that meetings can be held in. */
  languages: z.array(p.language).max(20).default([]),
  note: p.optionalText(),
  fee: money.nullable().default(null),
  feePaidOn: p.civilDate.nullable().default(null),
  /** Slots that it can’t use. */
  unavailable: z.array(p.id).max(500).default([]),
  scores: z
    .array(z.object({ criterionId: p.id, score: z.int().min(0).max(5), note: p.optionalLine(1000) }))
    .max(20)
    .default([]),
}
export const participationPatch = p.patchOf(fields)

export const participation = z
  .object({
    ...p.recordBase,
    mission: p.named,
    side: participationSide,
    organisation: p.named,
    /** In its own script, where an alias of another script is known. */
    nativeName: z.string().nullable(),
    isCompany: z.boolean(),
    country: z.string().nullable(),
    town: z.string().nullable(),
    cluster: p.named.nullable(),
    clusterColour: z.string().nullable(),
    /** As of the day asked for. */
    state: participationState,
    since: z.string(),
    /** Its turn in the waiting list, from 1. */
    waiting: z.int().nullable(),
    states: z.array(
      z.object({
        id: p.id,
        state: participationState,
        since: z.string(),
        reason: z.string().nullable(),
        /** De minimis aid in euro cents that waits with who waits for a place. */
        aid: z.int().nullable(),
      }),
    ),
    people: z.array(z.object({ id: p.id, name: z.string(), nativeName: z.string().nullable() })),
    themes: z.array(z.string()),
    offers: z.array(z.string()),
    seeks: z.array(z.string()),
    languages: z.array(z.string()),
    note: z.string().nullable(),
    fee: money.nullable(),
    feePaidOn: z.string().nullable(),
    unavailable: z.array(p.id),
    scores: z.array(z.object({ criterionId: p.id, score: z.int(), note: z.string().nullable() })),
    /** Weighted mean of the scores given, 0 to 5; null before any. */
    score: z.number().nullable(),
    /** Meetings agreed, in a slot, and held. */
    agreed: z.int(),
    scheduled: z.int(),
    held: z.int(),
  })
  .meta({ id: 'Participation' })
export type Participation = z.infer<typeof participation>

export const participationSorts = ['organisation', 'state', 'cluster', 'score', 'updatedAt'] as const
export const participationFilters = {
  mission: p.id.optional(),
  organisation: p.id.optional(),
  side: participationSide.optional(),
  state: p.several(participationState).optional(),
  /** The cluster that a company came from. */
  from: p.id.optional(),
}
export const participationList = p.listQuery(participationSorts, participationFilters)

export const listParticipations = endpoint({
  id: 'participations.list',
  method: 'GET',
  path: '/participations',
  summary: 'A page of participations',
  access: 'read',
  query: participationList,
  reply: p.page(participation),
  status: 200,
})
export const readParticipation = endpoint({
  id: 'participations.read',
  method: 'GET',
  path: '/participations/{id}',
  summary: 'Read a participation',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: participation,
  status: 200,
  errors: ['not_found'],
})

/**
 * De minimis aid that comes with the place, in euro cents, to each company from home that takes one: awarded with the step, or the
 * step is refused as a whole. Where all places are taken it waits with the company, and is granted on the day of the offer.
 */
const placeAid = z.int().min(1).max(999_999_999_999).nullable()

/**
 * Somebody to invite: an organisation that exists, once per mission. A company without a cluster is taken for that of the
 * mission's clusters whose member it is, where there is just one.
 */
const invitee = z.object({
  organisationId: p.id,
  clusterId: p.id.nullable().default(null),
  themes: words,
  offers: words,
  seeks: words,
  people: z.array(p.id).max(50).default([]),
  languages: z.array(p.language).max(20).default([]),
})
export const inviteParticipants = endpoint({
  id: 'participations.invite',
  method: 'POST',
  path: '/missions/{id}/participations',
  summary:
    'Take organisations into a mission, in a state to begin with; those in it already stay as they are',
  access: 'write',
  params: p.byId,
  body: z.object({
    side: participationSide,
    state: participationState.default('invited'),
    since: p.civilDate.nullable().default(null),
    /** Why; asked for where they begin in a state that asks for it. */
    reason: p.optionalLine(2000),
    aid: placeAid.default(null),
    invitees: z.array(invitee).min(1).max(500),
  }),
  reply: z.object({ items: z.array(participation), already: z.array(p.named) }),
  status: 201,
  errors: [
    'not_found',
    'record_in_bin',
    'mission_cancelled',
    'enrolment_blocked',
    'aid_forbidden',
    'reason_required',
  ],
})
export const updateParticipation = endpoint({
  id: 'participations.update',
  method: 'PATCH',
  path: '/participations/{id}',
  summary:
    'Change a participation; a list given replaces the list held. Refused where meetings stand in slots that it can’t use any more, until `unschedule` says to take them off the grid',
  access: 'write',
  params: p.byId,
  body: participationPatch.extend({ unschedule: z.boolean().default(false) }),
  reply: participation,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'unschedules_meetings'],
})
export const moveParticipation = endpoint({
  id: 'participations.move',
  method: 'POST',
  path: '/participations/{id}/state',
  summary:
    'Move a participation to another state. Past the capacity, accepting puts it on the waiting list; a withdrawal frees its meetings’ slots and offers the place to the first who waits',
  access: 'write',
  params: p.byId,
  body: z.object({
    state: participationState,
    since: p.civilDate.nullable().default(null),
    /** Why; asked for with a rejection, a withdrawal, and to accept in spite of what the gate says. */
    reason: p.optionalLine(2000),
    /** Left out, it is what waits with who waits. */
    aid: placeAid.optional(),
  }),
  reply: z.object({
    participation,
    /** Who was offered the place that became free. */
    promoted: participation.nullable(),
    /** Whether the aid that waited with them was granted; it is not where an award is refused by now. Null where none waited. */
    aidGranted: z.boolean().nullable(),
    /** How many meetings lost their slot. */
    unscheduled: z.int(),
    /** The fee is owed, as the day for withdrawing freely has passed. */
    feeOwed: z.boolean(),
  }),
  status: 200,
  ifMatch: true,
  errors: [
    'not_found',
    'record_in_bin',
    'participation_state',
    'mission_cancelled',
    'enrolment_blocked',
    'aid_forbidden',
    'reason_required',
  ],
})
/** On site, with or without a connection: who came. Sent again, it changes nothing. */
export const noteAttendance = endpoint({
  id: 'participations.attend',
  method: 'POST',
  path: '/participations/{id}/attendance',
  summary: 'Note that a participant came, did not come, or (null) that nothing is known',
  access: 'write',
  offline: 'queue',
  params: p.byId,
  body: z.object({ attended: z.boolean().nullable(), on: p.civilDate }),
  reply: participation,
  status: 200,
  errors: ['not_found', 'record_in_bin', 'participation_state', 'mission_cancelled'],
})
export const removeParticipation = endpoint({
  id: 'participations.remove',
  method: 'DELETE',
  path: '/participations/{id}',
  summary: 'Move a participation to the bin; the place that it had is offered to the first who waits',
  access: 'write',
  params: p.byId,
  /** With the organisation that was offered the place. */
  reply: participation.extend({ promoted: p.named.nullable() }),
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'in_use', 'record_in_bin'],
})
export const restoreParticipation = endpoint({
  id: 'participations.restore',
  method: 'POST',
  path: '/participations/{id}/restore',
  summary: 'Take a participation out of the bin',
  access: 'write',
  params: p.byId,
  reply: participation,
  status: 200,
  errors: ['not_found', 'duplicate'],
})

export const participationEndpoints = [
  listParticipations,
  readParticipation,
  inviteParticipants,
  updateParticipation,
  moveParticipation,
  noteAttendance,
  removeParticipation,
  restoreParticipation,
] as const
