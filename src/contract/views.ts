import * as z from 'zod'
import { figureNames, measures, openedLists } from '../domain/figures.ts'
import { endpoint } from './endpoint.ts'
import { basisPoints, currency, minor } from './grants.ts'
import { money } from './missions.ts'
import * as p from './primitives.ts'

/** What there is of a cluster, a market or an alliance across all nouns; every figure is the count of a list. */

/** How many, and the list that holds them: its operation, and what narrows it. */
export const figure = z.object({
  count: z.int(),
  list: z.enum(openedLists),
  /** Scope among it; the day is the caller's. */
  query: z.record(z.string(), z.string()),
})
export type ViewFigure = z.infer<typeof figure>

/** What money comes to: per currency, without VAT that comes back. */
const sums = z.array(money)

/** What of a grant's budget is meant for the scope, in the grant's currency. */
const budgetShare = z.object({
  grant: p.named,
  currency,
  /** The whole grant, or only some of its lines. */
  whole: z.boolean(),
  elapsedBp: basisPoints.nullable(),
  budget: minor,
  /** The budget of the whole grant. */
  ofBudget: minor,
  planned: minor,
  committed: minor,
  /** Without what the funder refused. */
  paid: minor,
  available: z.int(),
  spentBp: z.int().nullable(),
})

export const view = z
  .object({
    asOf: z.string(),
    figures: z.object(Object.fromEntries(figureNames.map((name) => [name, figure])) as Figures),
    /** What expenses come to, and outcomes are said to be worth. */
    money: z.object({ planned: sums, committed: sums, paid: sums, outcomes: sums }),
    budget: z.array(budgetShare),
  })
  .meta({ id: 'View' })
export type View = z.infer<typeof view>
type Figures = Record<(typeof figureNames)[number], typeof figure>

const seen = {
  method: 'GET',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: view,
  status: 200,
  errors: ['not_found'],
} as const

export const viewMarket = endpoint({
  ...seen,
  id: 'markets.view',
  path: '/markets/{id}/view',
  summary: 'The figures of a market over all nouns, as of the day; the rest of the scope narrows them',
})
export const viewCluster = endpoint({
  ...seen,
  id: 'clusters.view',
  path: '/clusters/{id}/view',
  summary: 'The figures of a cluster over all nouns, as of the day; the rest of the scope narrows them',
})
export const viewAlliance = endpoint({
  ...seen,
  id: 'alliances.view',
  path: '/alliances/{id}/view',
  summary: 'The figures of an alliance over all nouns, as of the day; the rest of the scope narrows them',
})

const year = z.coerce.number().int().min(1900).max(2200)

/** How many records a measure counts, each once; of money also what they come to. */
export const tally = z.object({ count: z.int(), sums })
export type Tally = z.infer<typeof tally>

export const dimensions = ['cluster', 'market', 'alliance'] as const
export type Dimension = (typeof dimensions)[number]

const tallies = z.object(Object.fromEntries(measures.map((measure) => [measure, tally])) as Tallies)
type Tallies = Record<(typeof measures)[number], typeof tally>

export const breakdown = z
  .object({
    asOf: z.string(),
    /** By name; only what has something to count. */
    rows: z.array(z.object({ key: p.named, colour: z.string().nullable(), ...tallies.shape })),
    /** All in the scope, each once; what belongs to no row too. */
    total: tallies,
  })
  .meta({ id: 'Breakdown' })
export type Breakdown = z.infer<typeof breakdown>

export const readBreakdown = endpoint({
  id: 'figures.breakdown',
  method: 'GET',
  path: '/breakdown',
  summary: 'All measures by cluster, market or alliance, in the scope and as of the day',
  access: 'read',
  query: z.object({ ...p.scope, by: z.enum(dimensions), year: year.optional() }),
  reply: breakdown,
  status: 200,
})

export const matrix = z
  .object({
    asOf: z.string(),
    clusters: z.array(z.object({ id: p.id, name: z.string(), colour: z.string().nullable(), total: tally })),
    markets: z.array(z.object({ id: p.id, name: z.string(), total: tally })),
    /** Only where there is something. */
    cells: z.array(z.object({ cluster: p.id, market: p.id, ...tally.shape })),
    /** All in the scope, each once; what has no cluster or no market too. */
    total: tally,
    /** Years that the measure has records in. */
    years: z.array(z.int()),
  })
  .meta({ id: 'Matrix' })
export type Matrix = z.infer<typeof matrix>

export const matrixQuery = z.object({
  ...p.scope,
  measure: z.enum(measures).default('agreements'),
  year: year.optional(),
})

export const readMatrix = endpoint({
  id: 'figures.matrix',
  method: 'GET',
  path: '/matrix',
  summary: 'A measure by cluster and market, in the scope and as of the day',
  access: 'read',
  query: matrixQuery,
  reply: matrix,
  status: 200,
})

export const viewEndpoints = [viewMarket, viewCluster, viewAlliance, readBreakdown, readMatrix] as const
