import * as z from 'zod'
import { funderKinds, grantStatuses, totalKinds } from '../domain/grant.ts'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'
import { recordEndpoints } from './record-endpoints.ts'

/** Money granted to an alliance or cluster: who gives it, when, by which rules. Amounts are in the grant's currency. */

export const totalKind = z.enum(totalKinds)
export const funderKind = z.enum(funderKinds)
export const grantStatus = z.enum(grantStatuses)

const largest = 999_999_999_999
/** Integer minor units: cents; yen, which have none. */
export const minor = z.int().min(0).max(largest).meta({ description: 'Integer minor units' })
export const signedMinor = z.int().min(-largest).max(largest).meta({ description: 'Integer minor units' })
/** A share in basis points: 7,600 are 76%. */
export const basisPoints = z.int().min(0).max(10_000).meta({ description: 'Basis points: 10000 is 100%' })
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Not an ISO 4217 code')
  .meta({ description: 'ISO 4217' })
/** A rate, written as a decimal so that no digit is lost. */
export const decimalRate = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,9})?$/, 'Not a rate')
  .refine((text) => /[1-9]/.test(text), { error: 'Not a rate', params: { code: 'rate' } })
  .meta({ description: 'A decimal, as "1.4829"' })
const categoryKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Lower-case letters, digits and _')

export const category = z.object({
  key: categoryKey,
  /** Null for one of the usual categories, which have a word in every language. */
  name: p.optionalLine(120),
  direct: z.boolean().default(true),
  /** At most this share of a claim's direct costs. */
  limitBp: basisPoints.nullable().default(null),
})
const indirectRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('share_of_direct'),
    bp: basisPoints,
    except: z.array(categoryKey).max(50).default([]),
  }),
  z.object({
    kind: z.literal('share_of_personnel'),
    bp: basisPoints,
    of: z.array(categoryKey).min(1).max(50).default(['personnel']),
  }),
])
const rateRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day') }),
  z.object({ kind: z.literal('month') }),
  z.object({ kind: z.literal('period_mean') }),
  z.object({
    kind: z.literal('fixed'),
    /** Units of `currency` for one unit of the grant's. */
    quotes: z.array(z.object({ currency, rate: decimalRate })).max(50),
  }),
])
const transferRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('free') }),
  z.object({ kind: z.literal('heading_increase'), bp: basisPoints }),
  z.object({ kind: z.literal('recipient_total'), bp: basisPoints }),
])
export const claimPeriod = z.object({ from: p.civilDate, to: p.civilDate, due: p.civilDate })

/** What the funder asks for, as data; null is unknown. Given, it replaces what is held. */
export const grantRules = z.object({
  categories: z.array(category).max(50).default([]),
  indirect: indirectRule.nullable().default(null),
  rates: rateRule.nullable().default(null),
  transfer: transferRule.nullable().default(null),
  /** Costs count from and until these days. */
  eligible: z
    .object({ from: p.civilDate.nullable().default(null), to: p.civilDate.nullable().default(null) })
    .nullable()
    .default(null),
  claimPeriods: z.array(claimPeriod).max(100).default([]),
  /** A second person approves each expense. */
  secondApproval: z.boolean().default(false),
})

export const funderShare = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('share'), bp: basisPoints }),
  z.object({ kind: z.literal('amount'), minor }),
  z.object({ kind: z.literal('unknown') }),
])
export const grantFunder = z.object({
  id: p.id.optional(),
  organisationId: p.id,
  kind: funderKind.default('unknown'),
  share: funderShare.default({ kind: 'unknown' }),
})
/** The total, as well as it is known. */
export const grantTotal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), minor }),
  z.object({ kind: z.literal('at_least'), minor }),
  z.object({ kind: z.literal('unknown') }),
])

const fields = {
  title: p.line(500),
  reference: p.optionalLine(200),
  programme: p.optionalLine(300),
  call: p.optionalLine(300),
  summary: p.optionalText(),
  /** Whom it is granted to: an alliance, a cluster, or one of them for the other. */
  allianceId: p.id.nullable().default(null),
  clusterId: p.id.nullable().default(null),
  starts: p.partialDate.nullable().default(null),
  ends: p.partialDate.nullable().default(null),
  currency: currency.default('EUR'),
  total: grantTotal.default({ kind: 'unknown' }),
  rules: grantRules.prefault({}),
  funders: z.array(grantFunder).max(50).default([]),
  /** The last payment is in, the books are closed. */
  closedOn: p.civilDate.nullable().default(null),
}
export const grantInput = z.object(fields)
export const grantPatch = p.patchOf(fields)
export type GrantInput = z.input<typeof grantInput>

/** How a grant stands as of the day, in its currency's minor units. */
export const grantUse = z.object({
  /** The budget adopted by then, or else the total where it is exact; null where neither is known. */
  budget: minor.nullable(),
  planned: signedMinor,
  committed: signedMinor,
  paid: signedMinor,
  claimed: signedMinor,
  reimbursed: signedMinor,
  /** How much of the period has passed; null where it has no two ends. */
  elapsedBp: basisPoints.nullable(),
  /** Paid, of the budget; may be above the whole. Null without a budget. */
  spentBp: z.int().min(0).nullable(),
})
export type GrantUse = z.infer<typeof grantUse>

export const grant = z
  .object({
    ...p.recordBase,
    title: z.string(),
    reference: z.string().nullable(),
    programme: z.string().nullable(),
    call: z.string().nullable(),
    summary: z.string().nullable(),
    /** Derived as of the day asked for. */
    status: grantStatus,
    asOf: z.string(),
    alliance: p.named.nullable(),
    cluster: p.named.nullable(),
    starts: z.string().nullable(),
    ends: z.string().nullable(),
    currency: z.string(),
    total: grantTotal,
    rules: grantRules,
    funders: z.array(
      z.object({
        id: p.id,
        organisation: p.named,
        kind: funderKind,
        share: funderShare,
        /** What its share or amount comes to; null where that is unknown, or the total is. */
        contribution: minor.nullable(),
      }),
    ),
    /** What no stated share or amount covers; null while the total is not exact. */
    uncovered: minor.nullable(),
    closedOn: z.string().nullable(),
    use: grantUse,
  })
  .meta({ id: 'Grant' })
export type Grant = z.infer<typeof grant>

export const grantRow = z
  .object({
    id: p.id,
    version: p.version,
    title: z.string(),
    reference: z.string().nullable(),
    programme: z.string().nullable(),
    status: grantStatus,
    alliance: p.named.nullable(),
    cluster: p.named.nullable(),
    starts: z.string().nullable(),
    ends: z.string().nullable(),
    currency: z.string(),
    total: grantTotal,
    funders: z.array(p.named),
    use: grantUse,
    /** The next day by which a claim must be in and none is; null where there is none. */
    claimDue: z.string().nullable(),
    sample: z.boolean(),
    updatedAt: p.instant,
  })
  .meta({ id: 'GrantRow' })
export type GrantRow = z.infer<typeof grantRow>

export const grantSorts = ['title', 'starts', 'ends', 'status', 'total', 'updatedAt'] as const
export const grantFilters = {
  status: p.several(grantStatus).optional(),
  funder: p.id.optional(),
  currency: p.several(currency).optional(),
}
export const grantList = p.listQuery(grantSorts, grantFilters)

export const grantRecords = recordEndpoints({
  noun: 'grants',
  one: 'a grant',
  list: grantList,
  row: grantRow,
  input: grantInput,
  patch: grantPatch,
  resource: grant,
})

/** Who paid what for whom among the clusters, as of the day, and the fewest payments that settle it. */
export const grantBalances = z
  .object({
    asOf: z.string(),
    currency: z.string(),
    paidFor: z.array(z.object({ payer: p.named, beneficiary: p.named, minor, expenses: z.int() })),
    balances: z.array(
      z.object({ cluster: p.named, paidForOthers: minor, paidByOthers: minor, net: signedMinor }),
    ),
    settlements: z.array(z.object({ from: p.named, to: p.named, minor })),
  })
  .meta({ id: 'GrantBalances' })
export type GrantBalances = z.infer<typeof grantBalances>
export const readBalances = endpoint({
  id: 'grants.balances',
  method: 'GET',
  path: '/grants/{id}/balances',
  summary: 'Who paid for whom among the clusters, and what they owe each other, as of the day',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: grantBalances,
  status: 200,
  errors: ['not_found'],
})

export const grantEndpoints = [...Object.values(grantRecords), readBalances] as const
