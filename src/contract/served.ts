import * as z from 'zod'
import { journeySteps } from '../domain/journey.ts'
import { ratings } from '../domain/meeting.ts'
import { smeStatus } from './companies.ts'
import { endpoint } from './endpoint.ts'
import { missionKind } from './missions.ts'
import { outcome } from './outcomes.ts'
import { participationState } from './participations.ts'
import * as p from './primitives.ts'
import { servedCompany, servedCompanyList, servedRecord, servedRecordList } from './served-lists.ts'
import { service } from './services.ts'

/**
 * Companies of the home side across missions, services and aid. A company counts once, whatever the number of its records; its
 * SME status is that of the day of each record.
 */

const figures = {
  /** Distinct companies served, and those of them that were SMEs on the day of a record. */
  companies: z.int(),
  smes: z.int(),
  missions: z.int(),
  services: z.int(),
  meetings: z.int(),
  outcomes: z.int(),
}
const group = z.object({ key: p.named.nullable(), ...figures })

export const servedSummary = z
  .object({
    asOf: z.string(),
    ...figures,
    aids: z.int(),
    /** Awarded by us, in euro cents. */
    euros: z.int(),
    useful: z.int(),
    ratings: z.array(z.object({ rating: z.enum(ratings), count: z.int() })),
    /** Companies with so many records or more, and those in the scope that never were served. */
    often: z.object({ from: z.int(), companies: z.int() }),
    never: z.int(),
    /** By the status on the day of a record; whose status changed counts in each. */
    byStatus: z.array(z.object({ status: smeStatus, companies: z.int() })),
    byCluster: z.array(group),
    byMarket: z.array(group),
    byAlliance: z.array(group),
    byYear: z.array(z.object({ year: z.int(), ...figures })),
  })
  .meta({ id: 'ServedSummary' })
export type ServedSummary = z.infer<typeof servedSummary>

export const readServed = endpoint({
  id: 'served.summary',
  method: 'GET',
  path: '/served',
  summary: 'Companies served by the day, each counted once, by cluster, market, alliance and year',
  access: 'read',
  query: p.scopeQuery,
  reply: servedSummary,
  status: 200,
})
export const listServedCompanies = endpoint({
  id: 'served.companies',
  method: 'GET',
  path: '/served/companies',
  summary: 'A page of companies served by the day, with what they took part in and got',
  access: 'read',
  query: servedCompanyList,
  reply: p.page(servedCompany),
  status: 200,
})
export const listServedRecords = endpoint({
  id: 'served.records',
  method: 'GET',
  path: '/served/records',
  summary:
    'A page of the records behind the figures: participations, services, aid, meetings held and outcomes of companies',
  access: 'read',
  query: servedRecordList,
  reply: p.page(servedRecord),
  status: 200,
})

export const companyServed = z
  .object({
    asOf: z.string(),
    /** The last mission first. */
    missions: z.array(
      z.object({
        participationId: p.id,
        mission: p.named,
        kind: missionKind,
        starts: z.string().nullable(),
        ends: z.string().nullable(),
        side: z.enum(['home', 'partner']),
        state: participationState,
        waiting: z.int().nullable(),
        cluster: p.named.nullable(),
        scheduled: z.int(),
        held: z.int(),
        ratings: z.array(z.object({ rating: z.enum(ratings), count: z.int() })),
      }),
    ),
    outcomes: z.array(outcome.extend({ mission: p.named })),
    services: z.array(service),
    /** Awarded by us by the day, in euro cents. */
    aid: z.object({ count: z.int(), euros: z.int() }),
    /** The steps of its way abroad that it has reached. */
    journey: z.array(z.object({ step: z.enum(journeySteps), on: z.string().nullable() })),
  })
  .meta({ id: 'CompanyServed' })
export type CompanyServed = z.infer<typeof companyServed>

export const readCompanyServed = endpoint({
  id: 'companies.served',
  method: 'GET',
  path: '/companies/{id}/served',
  summary: 'What a company took part in and got by the day, and what came of it',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: companyServed,
  status: 200,
  errors: ['not_found'],
})

export const servedEndpoints = [
  readServed,
  listServedCompanies,
  listServedRecords,
  readCompanyServed,
] as const
