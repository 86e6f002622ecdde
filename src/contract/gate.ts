import * as z from 'zod'
import { papers } from '../domain/papers.ts'
import { aidRoom, smeStatus } from './companies.ts'
import { endpoint } from './endpoint.ts'
import { participationState } from './participations.ts'
import * as p from './primitives.ts'

/** What a manager should know before companies are taken into a mission. */

export const gateItem = z
  .object({
    organisation: p.named,
    isCompany: z.boolean(),
    /** In this mission already; null otherwise. */
    participationId: p.id.nullable(),
    status: smeStatus,
    statusConfirmed: z.boolean(),
    aid: aidRoom,
    /** Papers to ask for: none signed within a year. */
    missingPapers: z.array(z.enum(papers)),
    /** Its other missions up to the day, the last first. */
    earlier: z.array(
      z.object({ id: p.id, mission: p.named, state: participationState, on: z.string().nullable() }),
    ),
    /** Services that it got up to the day. */
    services: z.int(),
    /** What stands against taking it in: `blocks` by law, `notes` is only said, anything else asks for a reason. */
    findings: z.array(
      z.object({
        code: z.string(),
        blocks: z.boolean(),
        notes: z.boolean(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
    /** Whether a reason has to be given. */
    reasonAsked: z.boolean(),
  })
  .meta({ id: 'GateItem' })
export type GateItem = z.infer<typeof gateItem>

export const readGate = endpoint({
  id: 'missions.gate',
  method: 'GET',
  path: '/missions/{id}/gate',
  summary: 'What the gate says of companies that are to be accepted into a mission as of the day',
  access: 'read',
  params: p.byId,
  query: z.object({
    organisations: p.several(p.id),
    asOf: p.civilDate.optional(),
    /** De minimis aid that is to come with each place, in euro cents. */
    aid: z.coerce.number().int().min(1).max(999_999_999_999).optional(),
  }),
  reply: z.object({ asOf: z.string(), items: z.array(gateItem) }),
  status: 200,
  errors: ['not_found'],
})

export const gateEndpoints = [readGate] as const
