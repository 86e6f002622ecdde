import * as z from 'zod'
import { actKinds } from '../domain/acting.ts'
import { endpoint } from './endpoint.ts'
import { money } from './missions.ts'
import * as p from './primitives.ts'

/** What clusters did on behalf of others: markets led, agreements negotiated, missions led, expenses paid, companies taken along. */

export const actKind = z.enum(actKinds)

/** One thing that a cluster did for others. */
export const act = z
  .object({
    id: p.id,
    kind: actKind,
    /** Who did it, and for whom. */
    by: p.named,
    byColour: z.string().nullable(),
    for: z.array(p.named),
    noun: p.recordNoun,
    recordId: p.id,
    title: z.string(),
    on: z.string().nullable(),
    market: p.named.nullable(),
    alliance: p.named.nullable(),
    /** Of an expense: what it cost, without VAT that comes back. */
    amount: money.nullable(),
  })
  .meta({ id: 'Act' })
export type Act = z.infer<typeof act>

export const actList = p.listQuery(['on', 'title'], {
  kind: p.several(actKind).optional(),
  /** Who did it. */
  by: p.id.optional(),
  /** Whom it was done for. */
  for: p.id.optional(),
})

const done = z.object({ count: z.int(), sums: z.array(money) })
const byKind = z.object(Object.fromEntries(actKinds.map((kind) => [kind, done])) as Kinds)
type Kinds = Record<(typeof actKinds)[number], typeof done>

export const ledger = z
  .object({
    asOf: z.string(),
    /** By name; clusters in the scope that gave or got something. */
    clusters: z.array(
      z.object({ cluster: p.named, colour: z.string().nullable(), gave: byKind, got: byKind }),
    ),
    total: byKind,
  })
  .meta({ id: 'ActingLedger' })
export type ActingLedger = z.infer<typeof ledger>

export const readLedger = endpoint({
  id: 'acting.ledger',
  method: 'GET',
  path: '/acting',
  summary: 'What each cluster did for the others and got from them, in the scope and as of the day',
  access: 'read',
  query: p.scopeQuery,
  reply: ledger,
  status: 200,
})
export const listActs = endpoint({
  id: 'acting.list',
  method: 'GET',
  path: '/acting/records',
  summary: 'A page of what clusters did for others',
  access: 'read',
  query: actList,
  reply: p.page(act),
  status: 200,
})

export const actingEndpoints = [readLedger, listActs] as const
