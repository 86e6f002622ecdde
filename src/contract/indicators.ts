import * as z from 'zod'
import {
  countingMeasureNames,
  indicatorMeasures,
  leftOutReasons,
  vocabularies,
} from '../domain/indicators.ts'
import { servingKinds } from '../domain/served.ts'
import { endpoint } from './endpoint.ts'
import { currency } from './grants.ts'
import { money } from './missions.ts'
import * as p from './primitives.ts'
import { recordEndpoints } from './record-endpoints.ts'

/** Indicators: what is counted by which rule, for whom, and what is to be reached. */

export const indicatorMeasure = z.enum(indicatorMeasures)
export const vocabulary = z.enum(vocabularies)

const fields = {
  title: p.line(),
  titleFr: p.optionalLine(),
  definition: p.optionalText(4000),
  definitionFr: p.optionalText(4000),
  vocabulary: vocabulary.default('own'),
  /** Whose records are looked at: those of each that is given. */
  allianceId: p.id.nullable().default(null),
  clusterId: p.id.nullable().default(null),
  grantId: p.id.nullable().default(null),
  /** Who asks for it. */
  funderId: p.id.nullable().default(null),
  measure: indicatorMeasure,
  marketId: p.id.nullable().default(null),
  /** Of agreements their types, of outcomes their kinds, of all else the kinds of missions; none: all of them. */
  kinds: z.array(z.string().min(1).max(40)).max(20).default([]),
  /** By what companies count as served; none: by all that serves. */
  through: z.array(z.enum(servingKinds)).max(3).default([]),
  starts: p.partialDate.nullable().default(null),
  ends: p.partialDate.nullable().default(null),
  /** A number; of money in minor units of the currency. */
  target: z.int().min(1).max(1_000_000_000_000).nullable().default(null),
  currency: currency.nullable().default(null),
}
export const indicatorInput = z.object(fields)
export const indicatorPatch = p.patchOf(fields)
export type IndicatorInput = z.input<typeof indicatorInput>

const told = {
  title: z.string(),
  titleFr: z.string().nullable(),
  definition: z.string().nullable(),
  definitionFr: z.string().nullable(),
  vocabulary,
  alliance: p.named.nullable(),
  cluster: p.named.nullable(),
  grant: p.named.nullable(),
  funder: p.named.nullable(),
  measure: indicatorMeasure,
  market: p.named.nullable(),
  kinds: z.array(z.string()),
  through: z.array(z.enum(servingKinds)),
  starts: z.string().nullable(),
  ends: z.string().nullable(),
  target: z.int().nullable(),
  currency: z.string().nullable(),
}
export const indicator = z.object({ ...p.recordBase, ...told }).meta({ id: 'Indicator' })
export type Indicator = z.infer<typeof indicator>

export const indicatorRow = z
  .object({ id: p.id, version: p.version, ...told, sample: z.boolean(), updatedAt: p.instant })
  .meta({ id: 'IndicatorRow' })
export type IndicatorRow = z.infer<typeof indicatorRow>

export const indicatorList = p.listQuery(['title', 'updatedAt'], {
  vocabulary: p.several(vocabulary).optional(),
  measure: p.several(indicatorMeasure).optional(),
  grant: p.id.optional(),
  /** With a target, or without. */
  targeted: p.flag.optional(),
})

export const indicatorRecords = recordEndpoints({
  noun: 'indicators',
  one: 'an indicator',
  list: indicatorList,
  row: indicatorRow,
  input: indicatorInput,
  patch: indicatorPatch,
  resource: indicator,
})

/** How many records are counted, and of money what they come to per currency. */
export const counted = z.object({ count: z.int(), sums: z.array(money) })

export const indicatorCount = z
  .object({
    asOf: z.string(),
    ...counted.shape,
    /** What stands against the target: the count, or the sum in the target's currency. */
    actual: z.int(),
    target: z.int().nullable(),
    /** Basis points of the target, rounded down. */
    reachedBp: z.int().nullable(),
  })
  .meta({ id: 'IndicatorCount' })
export type IndicatorCount = z.infer<typeof indicatorCount>
export const countIndicator = endpoint({
  id: 'indicators.count',
  method: 'GET',
  path: '/indicators/{id}/count',
  summary: 'What an indicator counts as of the day, against its target',
  access: 'read',
  params: p.byId,
  query: z.object({ asOf: p.scope.asOf }),
  reply: indicatorCount,
  status: 200,
  errors: ['not_found'],
})

export const leftOutReason = z.enum(leftOutReasons)
/** The page of a record, or the record that it is part of. */
const at = { noun: p.recordNoun, recordId: p.id }
export const lookedAt = z
  .object({
    id: p.id,
    /** The table that it is a row of. */
    part: z.string(),
    ...at,
    title: z.string(),
    company: p.named.nullable(),
    /** The mission that a place, a meeting or an outcome is of. */
    mission: p.named.nullable(),
    market: p.named.nullable(),
    on: z.string().nullable(),
    value: money.nullable(),
    /** Why it does not count; null where it does. */
    reason: leftOutReason.nullable(),
    sample: z.boolean(),
  })
  .meta({ id: 'LookedAt' })
export type LookedAt = z.infer<typeof lookedAt>

export const lookedAtList = z.object({
  ...p.listQuery(['on', 'title'], {}).pick({ sort: true, cursor: true, limit: true }).shape,
  asOf: p.scope.asOf,
  /** Those that count, or those that don't; default: those that do. */
  counts: p.flag.default(true),
  reason: p.several(leftOutReason).optional(),
})
export const listLookedAt = endpoint({
  id: 'indicators.records',
  method: 'GET',
  path: '/indicators/{id}/records',
  summary:
    'The records that an indicator counts, or those that it looks at and leaves out, each with the reason',
  access: 'read',
  params: p.byId,
  query: lookedAtList,
  reply: p.page(lookedAt),
  status: 200,
  errors: ['not_found'],
})

export const leftOut = z
  .object({ asOf: z.string(), reasons: z.array(z.object({ reason: leftOutReason, count: z.int() })) })
  .meta({ id: 'LeftOut' })
export const readLeftOut = endpoint({
  id: 'indicators.leftOut',
  method: 'GET',
  path: '/indicators/{id}/left-out',
  summary: 'How many records an indicator looks at and leaves out, by reason',
  access: 'read',
  params: p.byId,
  query: z.object({ asOf: p.scope.asOf }),
  reply: leftOut,
  status: 200,
  errors: ['not_found'],
})

/** Any measure, as reports name it. */
export const countingMeasure = z.enum(countingMeasureNames)

export const indicatorEndpoints = [
  ...Object.values(indicatorRecords),
  countIndicator,
  listLookedAt,
  readLeftOut,
] as const
