import * as z from 'zod'
import { alertKinds } from '../domain/budget-alerts.ts'
import { agreementStatus, side } from './agreements.ts'
import { endpoint } from './endpoint.ts'
import { missionKind, missionRoles, missionStatus, money } from './missions.ts'
import * as p from './primitives.ts'

export const needKinds = [
  'overdue_signature',
  'expiring',
  'signature_missing',
  'target_near',
  'obligation_due',
  'task_due',
  'mission_near',
  'step_due',
  'applications_pending',
  'place_free',
  'answers_pending',
  ...alertKinds,
] as const
/** Something that waits for the reader, by the day it concerns. */
export const need = z
  .object({
    kind: z.enum(needKinds),
    noun: p.recordNoun.nullable(),
    recordId: p.id.nullable(),
    taskId: p.id.nullable(),
    title: z.string(),
    /** A second line: the market, the missing party, the task's record. */
    detail: z.string().nullable(),
    on: z.string().nullable(),
    /** How many there are where one line stands for several: steps, companies, requests, budget lines, expenses. */
    count: z.int().nullable(),
    /** Of a grant: by how much, or what may be lost. */
    amount: money.optional(),
  })
  .meta({ id: 'Need' })
export type Need = z.infer<typeof need>

const span = { id: p.id, title: z.string(), starts: z.string().nullable(), ends: z.string().nullable() }

export const overview = z
  .object({
    asOf: z.string(),
    needs: z.array(need),
    needCount: z.int(),
    pipeline: z.array(
      z.object({
        status: agreementStatus,
        count: z.int(),
        overdueCount: z.int(),
        /** The first few, by target or end date. */
        agreements: z.array(
          z.object({
            id: p.id,
            title: z.string(),
            market: z.string().nullable(),
            date: z.string().nullable(),
            overdue: z.boolean(),
          }),
        ),
      }),
    ),
    /** The year of the as-of date: periods, signatures and targets of agreements, missions, and claims by grant. */
    timeline: z.array(
      z.discriminatedUnion('noun', [
        z.object({
          noun: z.literal('agreements'),
          ...span,
          status: agreementStatus,
          signedOn: z.string().nullable(),
          targetSignature: z.string().nullable(),
        }),
        z.object({ noun: z.literal('missions'), ...span, status: missionStatus, kind: missionKind }),
        /** A grant's claims: periods to be claimed by a day, and claims begun or made. */
        z.object({
          noun: z.literal('claims'),
          ...span,
          claims: z.array(
            z.object({
              from: z.string(),
              to: z.string(),
              due: z.string().nullable(),
              submittedOn: z.string().nullable(),
            }),
          ),
        }),
      ]),
    ),
  })
  .meta({ id: 'Overview' })
export type Overview = z.infer<typeof overview>

export const readOverview = endpoint({
  id: 'overview.read',
  method: 'GET',
  path: '/overview',
  summary: 'What needs attention, the pipeline and the year, in the scope and as of the day',
  access: 'read',
  query: p.scopeQuery,
  reply: overview,
  status: 200,
})

/** What records carry, and is found by its own words: cooperation actions, documents, services to companies. */
export const partNouns = ['actions', 'documents', 'services'] as const
export const searchHit = z
  .object({
    noun: z.enum([...p.recordNouns, 'tasks', ...partNouns]),
    id: p.id,
    title: z.string(),
    subtitle: z.string().nullable(),
    isCluster: z.boolean(),
    /** Of what has no page of its own: the record that it is part of. */
    of: z.object({ noun: p.recordNoun, recordId: p.id }).nullable(),
  })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof searchHit>
export const searchAll = endpoint({
  id: 'search.all',
  method: 'GET',
  path: '/search',
  summary: 'Find records of every kind by text, best first; tolerant of case, accents and typos',
  access: 'read',
  query: z.object({
    q: p.line(200),
    noun: z.enum([...p.recordNouns, 'tasks']).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(12),
  }),
  reply: z.object({ items: z.array(searchHit) }),
  status: 200,
})

/** How a cluster stands in each of its alliances, and what it did. */
export const clusterOverview = z
  .object({
    asOf: z.string(),
    roles: z.array(
      z.object({
        alliance: p.named,
        role: z.enum(['coordinator', 'member']),
        region: z.string().nullable(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        current: z.boolean(),
      }),
    ),
    leads: z.array(z.object({ market: p.named, alliance: p.named })),
    agreements: z.array(
      z.object({
        id: p.id,
        title: z.string(),
        status: agreementStatus,
        overdue: z.boolean(),
        market: p.named.nullable(),
        alliance: p.named.nullable(),
        /** It negotiated, and for how many other parties of the home side. */
        negotiated: z.boolean(),
        isParty: z.boolean(),
        /** The side that it is a party on. */
        side: side.nullable(),
        homeParties: z.int(),
        signedOn: z.string().nullable(),
        starts: z.string().nullable(),
        ends: z.string().nullable(),
        targetSignature: z.string().nullable(),
      }),
    ),
    /** Missions that it leads, joins, hosts or organises, and those that companies of its own take part in. */
    missions: z.array(
      z.object({
        id: p.id,
        title: z.string(),
        kind: missionKind,
        status: missionStatus,
        starts: z.string().nullable(),
        ends: z.string().nullable(),
        town: z.string().nullable(),
        country: z.string().nullable(),
        market: p.named.nullable(),
        alliance: p.named.nullable(),
        roles: z.array(z.enum(missionRoles)),
        /** Companies that it brings: those with a place as of the day. */
        companies: z.int(),
      }),
    ),
  })
  .meta({ id: 'ClusterOverview' })
export type ClusterOverview = z.infer<typeof clusterOverview>
export const readCluster = endpoint({
  id: 'clusters.read',
  method: 'GET',
  path: '/clusters/{id}',
  summary: 'A cluster’s roles, lead markets, agreements and missions as of the day',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: clusterOverview,
  status: 200,
  errors: ['not_found'],
})

export const overviewEndpoints = [readOverview, searchAll, readCluster] as const
