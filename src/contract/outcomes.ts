import * as z from 'zod'
import { funnelSteps, outcomeKinds, ratings } from '../domain/meeting.ts'
import { endpoint } from './endpoint.ts'
import { money } from './missions.ts'
import * as p from './primitives.ts'

/** What came of a mission. */

export const outcomeKind = z.enum(outcomeKinds)
export const outcome = z
  .object({
    id: p.id,
    version: p.version,
    missionId: p.id,
    kind: outcomeKind,
    title: z.string(),
    on: z.string().nullable(),
    value: money.nullable(),
    /** The companies that it came to, and whom it is with. */
    companies: z.array(p.named),
    counterpart: p.named.nullable(),
    meetingId: p.id.nullable(),
    evidence: z.string().nullable(),
    /** The day the company confirmed it; null while only we say so. */
    confirmedOn: z.string().nullable(),
    sample: z.boolean(),
    createdAt: p.instant,
    updatedAt: p.instant,
  })
  .meta({ id: 'Outcome' })
export type Outcome = z.infer<typeof outcome>

const fields = {
  kind: outcomeKind,
  title: p.line(500),
  on: p.partialDate.nullable().default(null),
  value: money.nullable().default(null),
  /** Organisations of the home side. */
  companies: z.array(p.id).max(50).default([]),
  counterpartId: p.id.nullable().default(null),
  meetingId: p.id.nullable().default(null),
  evidence: p.optionalText(4000),
  confirmedOn: p.civilDate.nullable().default(null),
}

export const createOutcome = endpoint({
  id: 'outcomes.create',
  method: 'POST',
  path: '/missions/{id}/outcomes',
  summary: 'Record what came of a mission',
  access: 'write',
  params: p.byId,
  body: z.object(fields),
  reply: outcome,
  status: 201,
  errors: ['not_found', 'record_in_bin'],
})
export const updateOutcome = endpoint({
  id: 'outcomes.update',
  method: 'PATCH',
  path: '/outcomes/{id}',
  summary: 'Change an outcome',
  access: 'write',
  params: p.byId,
  body: p.patchOf(fields),
  reply: outcome,
  status: 200,
  ifMatch: true,
  errors: ['not_found'],
})
export const removeOutcome = endpoint({
  id: 'outcomes.remove',
  method: 'DELETE',
  path: '/outcomes/{id}',
  summary: 'Delete an outcome (undo brings it back)',
  access: 'write',
  params: p.byId,
  reply: null,
  status: 204,
  ifMatch: true,
  errors: ['not_found'],
})
export const planFollowUp = endpoint({
  id: 'missions.follow-up',
  method: 'POST',
  path: '/missions/{id}/follow-up',
  summary:
    'Add the tasks that ask each company what came of it, 3, 6 and 12 months after the mission; those that are there already stay',
  access: 'write',
  params: p.byId,
  reply: z.object({ added: z.int(), already: z.int() }),
  status: 200,
  errors: ['not_found', 'record_in_bin', 'mission_cancelled', 'mission_undated'],
})

export const missionResults = z
  .object({
    asOf: z.string(),
    funnel: z.array(
      z.object({
        step: z.enum(funnelSteps),
        count: z.int(),
        /** The meetings (for "requested" and "accepted" the pairs of participations, as "a b") that it counts. */
        ids: z.array(z.string()),
      }),
    ),
    /** With the meetings rated so. */
    ratings: z.array(z.object({ rating: z.enum(ratings), count: z.int(), ids: z.array(p.id) })),
    outcomes: z.array(outcome),
    byCluster: z.array(
      z.object({
        cluster: p.named.nullable(),
        companies: z.int(),
        attended: z.int(),
        meetings: z.int(),
        held: z.int(),
        outcomes: z.int(),
        /** What each figure counts: participations, participations, meetings, meetings, outcomes. */
        ids: z.object({
          companies: z.array(p.id),
          attended: z.array(p.id),
          meetings: z.array(p.id),
          held: z.array(p.id),
          outcomes: z.array(p.id),
        }),
      }),
    ),
    /** What outcomes are worth, per currency: nothing is converted. */
    values: z.array(money),
    /** What was paid for the mission by the day, without the VAT that is got back, per currency; and by how many expenses. */
    costs: z.object({ sums: z.array(money), count: z.int() }),
    followUp: z.array(
      z.object({
        months: z.int(),
        taskId: p.id,
        participationId: p.id,
        organisation: p.named,
        due: z.string(),
        doneOn: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'MissionResults' })
export type MissionResults = z.infer<typeof missionResults>
export const readResults = endpoint({
  id: 'missions.results',
  method: 'GET',
  path: '/missions/{id}/results',
  summary: 'The funnel, ratings, outcomes and follow-up of a mission as of the day',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: missionResults,
  status: 200,
  errors: ['not_found'],
})

export const outcomeEndpoints = [
  createOutcome,
  updateOutcome,
  removeOutcome,
  planFollowUp,
  readResults,
] as const
