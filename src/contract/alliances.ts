import * as z from 'zod'
import * as p from './primitives.ts'
import { recordEndpoints } from './record-endpoints.ts'

export const allianceRoles = ['coordinator', 'member'] as const
/** A cluster's (or other body's) membership of an alliance. */
export const membership = z.object({
  id: p.id.optional(),
  organisationId: p.id,
  role: z.enum(allianceRoles).default('member'),
  /** The region the member stands for in this alliance. */
  region: p.optionalLine(),
  from: p.partialDate.nullable().default(null),
  to: p.partialDate.nullable().default(null),
})

const fields = {
  name: p.line(),
  description: p.optionalText(),
  starts: p.partialDate.nullable().default(null),
  ends: p.partialDate.nullable().default(null),
  members: z.array(membership).max(100).default([]),
}
export const allianceInput = z.object(fields)
export const alliancePatch = p.patchOf(fields)
export type AllianceInput = z.input<typeof allianceInput>

export const alliance = z
  .object({
    ...p.recordBase,
    name: z.string(),
    description: z.string().nullable(),
    starts: z.string().nullable(),
    ends: z.string().nullable(),
    members: z.array(
      membership.extend({
        id: p.id,
        organisationName: z.string(),
        colour: z.string().nullable(),
        country: z.string().nullable(),
      }),
    ),
    /** Target markets and the cluster that leads each. */
    markets: z.array(z.object({ market: p.named, lead: p.named.nullable() })),
    agreements: z.array(z.object({ id: p.id, title: z.string(), status: z.string() })),
  })
  .meta({ id: 'Alliance' })
export type Alliance = z.infer<typeof alliance>

export const allianceRow = z
  .object({
    id: p.id,
    version: p.version,
    name: z.string(),
    starts: z.string().nullable(),
    ends: z.string().nullable(),
    members: z.array(p.named),
    marketCount: z.int(),
    agreementCount: z.int(),
    sample: z.boolean(),
    updatedAt: p.instant,
  })
  .meta({ id: 'AllianceRow' })
export type AllianceRow = z.infer<typeof allianceRow>

export const allianceList = p.listQuery(['name', 'updatedAt'], {})

export const allianceRecords = recordEndpoints({
  noun: 'alliances',
  one: 'an alliance',
  list: allianceList,
  row: allianceRow,
  input: allianceInput,
  patch: alliancePatch,
  resource: alliance,
})

export const allianceEndpoints = [...Object.values(allianceRecords)] as const
