import * as z from 'zod'
import * as p from './primitives.ts'
import { recordEndpoints } from './record-endpoints.ts'

/** A region inside a market: Kansai in Japan. */
export const marketRegion = z.object({
  id: p.id.optional(),
  name: p.line(),
  /** What the region takes in: "Osaka, Hyogo, Kyoto, …". */
  detail: p.optionalText(),
  timeZone: p.timeZone.nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
})
/** The cluster that negotiates in this market on behalf of an alliance; none known: a target market without a lead. */
export const marketLead = z.object({
  id: p.id.optional(),
  allianceId: p.id,
  organisationId: p.id.nullable().default(null),
  from: p.partialDate.nullable().default(null),
  to: p.partialDate.nullable().default(null),
})

const fields = {
  name: p.line(),
  country: p.country,
  timeZone: p.timeZone.nullable().default(null),
  /** Local practice: holidays, protocol. */
  practice: p.optionalText(),
  regions: z.array(marketRegion).max(100).default([]),
  leads: z.array(marketLead).max(50).default([]),
}
export const marketInput = z.object(fields)
export const marketPatch = p.patchOf(fields)
export type MarketInput = z.input<typeof marketInput>

export const market = z
  .object({
    ...p.recordBase,
    name: z.string(),
    country: z.string(),
    timeZone: z.string().nullable(),
    practice: z.string().nullable(),
    regions: z.array(marketRegion.extend({ id: p.id })),
    leads: z.array(
      marketLead.extend({ id: p.id, allianceName: z.string(), organisationName: z.string().nullable() }),
    ),
    agreements: z.array(
      z.object({
        id: p.id,
        title: z.string(),
        status: z.string(),
        negotiator: p.named.nullable(),
        alliance: p.named.nullable(),
        starts: z.string().nullable(),
        ends: z.string().nullable(),
        targetSignature: z.string().nullable(),
      }),
    ),
    /** Bodies on the partner side of agreements in this market, and partners of its country. */
    partners: z.array(z.object({ id: p.id, name: z.string(), town: z.string().nullable() })),
  })
  .meta({ id: 'Market' })
export type Market = z.infer<typeof market>

export const marketRow = z
  .object({
    id: p.id,
    version: p.version,
    name: z.string(),
    country: z.string(),
    regions: z.array(z.string()),
    leads: z.array(z.object({ alliance: p.named, organisation: p.named.nullable() })),
    openCount: z.int().meta({ description: 'Agreements before signature, as of the day' }),
    inForceCount: z.int().meta({ description: 'Agreements active or expiring, as of the day' }),
    agreementCount: z.int(),
    sample: z.boolean(),
    updatedAt: p.instant,
  })
  .meta({ id: 'MarketRow' })
export type MarketRow = z.infer<typeof marketRow>

export const marketList = p.listQuery(['name', 'country', 'agreementCount', 'updatedAt'], {})

export const marketRecords = recordEndpoints({
  noun: 'markets',
  one: 'a market',
  list: marketList,
  row: marketRow,
  input: marketInput,
  patch: marketPatch,
  resource: market,
  // A region that agreements name can't be taken away.
  updateErrors: ['in_use'],
})

export const marketEndpoints = [...Object.values(marketRecords)] as const
