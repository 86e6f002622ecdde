import * as z from 'zod'
import { answers, pairStates, wishes } from '../domain/matching.ts'
import { endpoint } from './endpoint.ts'
import { participationSide } from './participations.ts'
import * as p from './primitives.ts'

/** Who asks to meet whom in a mission. Only what both sides agree to may hold a slot. */

export const wish = z.enum(wishes)
export const answer = z.enum(answers)
export const pairState = z.enum(pairStates)

const party = z.object({ id: p.id, name: z.string(), side: participationSide })

export const request = z
  .object({
    id: p.id,
    version: p.version,
    missionId: p.id,
    from: party,
    to: party,
    wish,
    note: z.string().nullable(),
    expiresOn: z.string().nullable(),
    answer,
    answeredOn: z.string().nullable(),
    /** What all requests between the two amount to, as of the day. */
    pair: pairState,
    sample: z.boolean(),
    createdAt: p.instant,
    updatedAt: p.instant,
  })
  .meta({ id: 'MeetingRequest' })
export type MeetingRequest = z.infer<typeof request>

const fields = {
  wish: wish.default('want'),
  note: p.optionalText(2000),
  expiresOn: p.civilDate.nullable().default(null),
  answer: answer.default('pending'),
}

export const requestSorts = ['from', 'to', 'wish', 'updatedAt'] as const
export const listRequests = endpoint({
  id: 'requests.list',
  method: 'GET',
  path: '/requests',
  summary: 'A page of meeting requests',
  access: 'read',
  query: p.listQuery(requestSorts, {
    mission: p.id.optional(),
    /** From or to this participation. */
    participation: p.id.optional(),
    wish: p.several(wish).optional(),
    pair: p.several(pairState).optional(),
  }),
  reply: p.page(request),
  status: 200,
})
/** Meetings that left the grid, as the two no longer agree. */
const unscheduled = z.int()

export const enterRequests = endpoint({
  id: 'requests.enter',
  method: 'POST',
  path: '/missions/{id}/requests',
  summary:
    'Enter requests, each from one participation to another; one that is there already takes the new wish. All or none are entered',
  access: 'write',
  params: p.byId,
  body: z.object({
    requests: z
      .array(z.object({ fromId: p.id, toId: p.id, ...fields }))
      .min(1)
      .max(2000),
  }),
  reply: z.object({
    entered: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    unscheduled,
  }),
  status: 200,
  errors: ['not_found', 'record_in_bin', 'mission_cancelled'],
})
export const updateRequest = endpoint({
  id: 'requests.update',
  method: 'PATCH',
  path: '/requests/{id}',
  summary: 'Change a request, or answer it',
  access: 'write',
  params: p.byId,
  body: p.patchOf(fields),
  reply: request.extend({ unscheduled }),
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'mission_cancelled'],
})
export const removeRequest = endpoint({
  id: 'requests.remove',
  method: 'DELETE',
  path: '/requests/{id}',
  summary: 'Delete a request (undo brings it back)',
  access: 'write',
  params: p.byId,
  reply: z.object({ unscheduled }),
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'mission_cancelled'],
})
export const suggestMeetings = endpoint({
  id: 'requests.suggest',
  method: 'GET',
  path: '/missions/{id}/suggestions',
  summary:
    'Meetings that nobody asked for yet, best first, with the themes, offers and needs that speak for them',
  access: 'read',
  params: p.byId,
  reply: z.object({
    items: z.array(
      z.object({
        a: party,
        b: party,
        shared: z.array(z.string()),
        matched: z.array(z.string()),
        score: z.int(),
      }),
    ),
  }),
  status: 200,
  errors: ['not_found'],
})

export const requestEndpoints = [
  listRequests,
  enterRequests,
  updateRequest,
  removeRequest,
  suggestMeetings,
] as const
