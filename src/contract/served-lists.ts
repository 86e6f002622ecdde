import * as z from 'zod'
import { ratings } from '../domain/meeting.ts'
import { servedKinds } from '../domain/served.ts'
import { smeStatus } from './companies.ts'
import { money } from './missions.ts'
import * as p from './primitives.ts'

/** What was done for companies, record by record and company by company: the lists behind the figures. */

export const servedKind = z.enum(servedKinds)
/** A record, or "none": those that have none of it. */
const orNone = z.union([z.literal('none'), p.id])

/** What narrows records beyond the scope. */
const filters = {
  kind: p.several(servedKind).optional(),
  /** The calendar year of the record's day. */
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  /** The status on the day of the record. */
  status: p.several(smeStatus).optional(),
  /** The cluster that a company came from, the market it was about, the alliance whose mission it was. */
  from: orNone.optional(),
  target: orNone.optional(),
  through: orNone.optional(),
  /** Meetings that were useful, or were not. */
  useful: p.flag.optional(),
  rating: p.several(z.enum(ratings)).optional(),
}
export const servedCompanySorts = ['name', 'records', 'last', 'outcomes', 'aid'] as const
export const servedCompanyList = p.listQuery(servedCompanySorts, {
  ...filters,
  /** Companies with so many records by which they were served, or more. */
  atLeast: z.coerce.number().int().min(1).max(1000).optional(),
})
export const servedRecordSorts = ['on', 'company'] as const
export const servedRecordList = p.listQuery(servedRecordSorts, {
  ...filters,
  company: p.id.optional(),
  /** A meeting or an outcome of several companies once, by the first of them, not once for each. */
  once: p.flag.optional(),
})

export const servedCompany = z
  .object({
    id: p.id,
    name: z.string(),
    country: z.string().nullable(),
    clusters: z.array(p.named),
    /** On the day of its first record as an SME; of its first record where it never was one. */
    status: smeStatus,
    missions: z.int(),
    services: z.int(),
    aids: z.int(),
    /** Awarded by us, in euro cents. */
    euros: z.int(),
    meetings: z.int(),
    useful: z.int(),
    outcomes: z.int(),
    first: z.string().nullable(),
    last: z.string().nullable(),
    sample: z.boolean(),
  })
  .meta({ id: 'ServedCompany' })
export type ServedCompany = z.infer<typeof servedCompany>

export const servedRecord = z
  .object({
    id: p.id,
    kind: servedKind,
    /** The participation, service, entry of aid, meeting or outcome itself. */
    recordId: p.id,
    company: p.named,
    on: z.string().nullable(),
    /** Of the company on that day. */
    status: smeStatus,
    /** What it is called, where it has a name of its own. */
    title: z.string().nullable(),
    mission: p.named.nullable(),
    cluster: p.named.nullable(),
    market: p.named.nullable(),
    alliance: p.named.nullable(),
    value: money.nullable(),
    rating: z.enum(ratings).nullable(),
    /** Further companies of it, where it is told once. */
    others: z.int(),
    sample: z.boolean(),
  })
  .meta({ id: 'ServedRecord' })
export type ServedRecord = z.infer<typeof servedRecord>
