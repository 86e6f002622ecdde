import * as z from 'zod'
import { importFindings } from '../domain/rate-import.ts'
import { endpoint } from './endpoint.ts'
import { rateUsed } from './expenses.ts'
import { currency, minor } from './grants.ts'
import * as p from './primitives.ts'

/** Reference rates of the European Central Bank: a table that ships with the app, and the days imported since. */

export const rateState = z
  .object({
    /** The first and the newest day quoted, and from which day on they were imported here. */
    first: z.string(),
    newest: z.string(),
    shippedUntil: z.string(),
    imported: z.int(),
    /** Currencies quoted on the newest day, those quoted once, and those that became the euro. */
    currencies: z.array(
      z.object({ currency: z.string(), from: z.string(), to: z.string(), current: z.boolean() }),
    ),
    legacy: z.array(z.object({ currency: z.string(), since: z.string(), rate: z.string() })),
    attribution: z.string(),
  })
  .meta({ id: 'RateState' })
export type RateState = z.infer<typeof rateState>
export const readRates = endpoint({
  id: 'rates.read',
  method: 'GET',
  path: '/rates',
  summary: 'Which days and currencies there are rates of',
  access: 'read',
  reply: rateState,
  status: 200,
})

export const listQuotes = endpoint({
  id: 'rates.quotes',
  method: 'GET',
  path: '/rates/quotes',
  summary: 'The daily rates of a currency against the euro, at most 400 days, oldest first',
  access: 'read',
  query: z.object({ currency, from: p.civilDate, to: p.civilDate }),
  reply: z.object({ items: z.array(z.object({ on: z.string(), rate: z.string() })) }),
  status: 200,
})

/** What an amount comes to in a grant's currency: what a form shows while it is filled in. */
export const convertAmount = endpoint({
  id: 'rates.convert',
  method: 'GET',
  path: '/grants/{id}/conversion',
  summary: 'An amount in the grant’s currency by its rule, with the rate, its day and its source',
  access: 'read',
  params: p.byId,
  query: z.object({
    currency,
    minor: z.coerce.number().int().min(0).max(999_999_999_999),
    on: p.civilDate,
  }),
  reply: z.object({ minor, currency: z.string(), rate: rateUsed }),
  status: 200,
  errors: ['not_found'],
})

export const rateFinding = z
  .object({
    kind: z.enum(importFindings),
    /** Refused: nothing of the file is taken while there is one. Flagged: taken only if `accept` says so. */
    severity: z.enum(['refused', 'flagged', 'note']),
    on: z.string().nullable(),
    currency: z.string().nullable(),
    line: z.int().nullable(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'RateFinding' })
export type RateFinding = z.infer<typeof rateFinding>
export const importRates = endpoint({
  id: 'rates.import',
  method: 'POST',
  path: '/rates/import',
  summary:
    'Take over the ECB’s file (eurofxref-hist.csv or .zip): checked for order, weekends, jumps and contradiction; a dry run writes nothing',
  access: 'write',
  query: z.object({
    dryRun: p.flag.default(true),
    /** Take over days that were flagged. */
    accept: p.flag.default(false),
    /** Percent from the day before that count as a jump. */
    jump: z.coerce.number().int().min(1).max(100).default(10),
  }),
  body: 'binary',
  reply: z.object({
    taken: z.boolean(),
    days: z.int(),
    known: z.int(),
    added: z.int(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    /** How many of each kind and severity, and the first two hundred. */
    counts: z.array(z.object({ kind: z.enum(importFindings), severity: z.string(), count: z.int() })),
    findings: z.array(rateFinding),
  }),
  status: 200,
  errors: ['too_large'],
})

export const rateEndpoints = [readRates, listQuotes, convertAmount, importRates] as const
