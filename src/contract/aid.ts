import * as z from 'zod'
import { awardFindingCodes } from '../domain/aid-award.ts'
import { aidPurposes, legalBases } from '../domain/de-minimis-regimes.ts'
import { currency, exchangeRate } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { money } from './missions.ts'
import * as p from './primitives.ts'

/** The ledger of aid to companies, and what may still be given. All sums are in euro cents. */

export const legalBasis = z.enum(legalBases)
export const aidPurpose = z.enum(aidPurposes)
export const aidOrigins = ['awarded', 'declared'] as const
export const aidInstruments = ['grant', 'in_kind', 'loan', 'guarantee', 'other'] as const
/** Gross grant equivalent: integer minor units of its currency, more than nothing. */
const amount = z.object({ minor: z.int().min(1).max(999_999_999_999), currency })

const fields = {
  /** The day on which the legal right to it was conferred. */
  grantedOn: p.civilDate,
  /** The Member State that grants it; null: that of the company. */
  memberState: p.country.nullable().default(null),
  basis: legalBasis.default('de_minimis'),
  amount,
  /** For other currencies than the euro. */
  rate: exchangeRate.nullable().default(null),
  purpose: aidPurpose.default('other'),
  /** What costs it was a part of, in the currency of the amount: exemptions limit the part. */
  eligibleCosts: amount.nullable().default(null),
  instrument: z.enum(aidInstruments).default('grant'),
  /** Economic sector, as the public register of aid asks for it (NACE). */
  sector: p.optionalLine(100),
  /** The body that grants it, as a record or by name. */
  granterId: p.id.nullable().default(null),
  granterName: p.optionalLine(),
  reference: p.optionalLine(100),
  note: p.optionalText(4000),
}
const origins = {
  /** What it was given for: a participation or service of the company, an expense. */
  participationId: p.id.nullable().default(null),
  serviceId: p.id.nullable().default(null),
  expenseId: p.id.nullable().default(null),
}
/** An award of ours. `reason` says why, in spite of what is warned of. */
export const awardInput = z.object({ ...fields, ...origins, reason: p.optionalLine(2000) })
/** Aid from others, as the company declares it: a fact, whatever it sums up to. */
export const declaredInput = z.object(fields)
export const aidPatch = p.patchOf({ ...fields, ...origins, reason: p.optionalLine(2000) })
export type AwardInput = z.input<typeof awardInput>

export const aid = z
  .object({
    id: p.id,
    version: p.version,
    organisation: p.named,
    origin: z.enum(aidOrigins),
    grantedOn: z.string(),
    memberState: z.string(),
    basis: legalBasis,
    /** The law that it rests on, by the day; null where none is known. */
    law: z.string().nullable(),
    /** Counts towards the ceiling. */
    counted: z.boolean(),
    amount: money,
    rate: z.string().nullable(),
    euros: z.int(),
    purpose: aidPurpose,
    eligibleCosts: money.nullable(),
    instrument: z.enum(aidInstruments),
    sector: z.string().nullable(),
    granter: p.named.nullable(),
    granterName: z.string().nullable(),
    reference: z.string().nullable(),
    participation: p.named.nullable(),
    service: p.named.nullable(),
    expense: p.named.nullable(),
    reason: z.string().nullable(),
    /** What was warned of when it was awarded. */
    warnings: z.array(z.enum(awardFindingCodes)),
    note: z.string().nullable(),
    sample: z.boolean(),
    createdAt: p.instant,
    updatedAt: p.instant,
  })
  .meta({ id: 'Aid' })
export type Aid = z.infer<typeof aid>

export const aidSorts = ['grantedOn', 'organisation', 'euros', 'updatedAt'] as const
export const aidFilters = {
  /** The company; with `undertaking`, all that are one undertaking with it on the day. */
  organisation: p.id.optional(),
  undertaking: p.flag.optional(),
  basis: p.several(legalBasis).optional(),
  origin: z.enum(aidOrigins).optional(),
  memberState: p.country.optional(),
  /** Granted from and to these days. */
  from: p.civilDate.optional(),
  to: p.civilDate.optional(),
  mission: p.id.optional(),
}
export const aidList = p.listQuery(aidSorts, aidFilters)

const line = z.object({
  aidId: p.id,
  organisation: p.named,
  grantedOn: z.string(),
  euros: z.int(),
  basis: legalBasis,
  counted: z.boolean(),
  reason: z.enum(['in_window', 'before_window', 'after_day', 'other_basis', 'other_member_state']),
})
const finding = z.object({
  code: z.enum(awardFindingCodes),
  /** The law forbids it; otherwise a reason is asked for. */
  blocks: z.boolean(),
  article: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type AwardFinding = z.infer<typeof finding>

/** What an undertaking has had as of a day, and may still get; with an amount asked for, whether it may be given. */
export const aidPosition = z
  .object({
    organisation: p.named,
    /** The companies that are one undertaking with it, itself among them. */
    undertaking: z.array(p.named),
    /** Null where neither the company nor its country tells. */
    memberState: z.string().nullable(),
    day: z.string(),
    regulation: z.string().nullable(),
    eurLex: z.string().nullable(),
    /** Articles of the regulation. */
    articles: z
      .object({
        ceiling: z.string(),
        sector: z.string(),
        window: z.string(),
        day: z.string(),
        exportAid: z.string(),
      })
      .nullable(),
    window: z.enum(['fiscal_years', 'rolling']).nullable(),
    /** The first day that counts. */
    from: z.string(),
    ceiling: z.int().nullable(),
    sum: z.int(),
    room: z.int(),
    over: z.int(),
    /** The most that may be offered on the day, later awards taken into account. */
    most: z.int(),
    asked: z.int().nullable(),
    /** The sum with what is asked for. */
    after: z.int().nullable(),
    allowed: z.boolean().nullable(),
    findings: z.array(finding),
    lines: z.array(line),
  })
  .meta({ id: 'AidPosition' })
export type AidPosition = z.infer<typeof aidPosition>

export const listAid = endpoint({
  id: 'aid.list',
  method: 'GET',
  path: '/aid',
  summary: 'A page of the aid ledger',
  access: 'read',
  query: aidList,
  reply: p.page(aid),
  status: 200,
})
export const readAid = endpoint({
  id: 'aid.read',
  method: 'GET',
  path: '/aid/{id}',
  summary: 'Read an entry of the aid ledger',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: aid,
  status: 200,
  errors: ['not_found'],
})
export const readAidRoom = endpoint({
  id: 'companies.aid-room',
  method: 'GET',
  path: '/companies/{id}/aid-room',
  summary:
    'What a company’s undertaking has had as of the day, and may still get; with an amount, whether it may have that',
  access: 'read',
  params: p.byId,
  query: z.object({
    asOf: p.civilDate.optional(),
    memberState: p.country.optional(),
    basis: legalBasis.default('de_minimis'),
    purpose: aidPurpose.default('other'),
    /** Euro cents. */
    amount: z.coerce.number().int().min(1).max(999_999_999_999).optional(),
    eligibleCosts: z.coerce.number().int().min(1).max(999_999_999_999).optional(),
    /** An entry to leave out: the one that is being corrected. */
    exclude: p.id.optional(),
  }),
  reply: aidPosition,
  status: 200,
  errors: ['not_found'],
})
export const awardAid = endpoint({
  id: 'aid.award',
  method: 'POST',
  path: '/companies/{id}/aid',
  summary: 'Award aid to a company; refused as a whole where it would pass the ceiling',
  access: 'write',
  params: p.byId,
  body: awardInput,
  reply: aid,
  status: 201,
  errors: ['not_found', 'record_in_bin', 'aid_forbidden', 'reason_required'],
})
export const declareAid = endpoint({
  id: 'aid.declare',
  method: 'POST',
  path: '/companies/{id}/aid/declared',
  summary: 'Record aid from others that a company declares, whatever it sums up to',
  access: 'write',
  params: p.byId,
  body: declaredInput,
  reply: aid,
  status: 201,
  errors: ['not_found', 'record_in_bin'],
})
export const updateAid = endpoint({
  id: 'aid.update',
  method: 'PATCH',
  path: '/aid/{id}',
  summary: 'Correct an entry of the aid ledger; an award stays within what the law allows',
  access: 'write',
  params: p.byId,
  body: aidPatch,
  reply: aid,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'aid_forbidden', 'reason_required'],
})
export const removeAid = endpoint({
  id: 'aid.remove',
  method: 'DELETE',
  path: '/aid/{id}',
  summary: 'Delete an entry of the aid ledger (undo brings it back, as long as the ceiling allows)',
  access: 'write',
  params: p.byId,
  reply: null,
  status: 204,
  ifMatch: true,
  errors: ['not_found'],
})
/** For the public register: one line per award, with what (EU) 2023/2831, Article 6 asks for. */
export const exportAidRegister = endpoint({
  id: 'aid.register',
  method: 'GET',
  path: '/aid-register',
  summary: 'The awards of a period as CSV, safe to open in a spreadsheet',
  access: 'read',
  query: z.object({
    from: p.civilDate.optional(),
    to: p.civilDate.optional(),
    memberState: p.country.optional(),
    /** Of one company. */
    organisation: p.id.optional(),
    /** Those that count towards ceilings, or with "all" those on another basis too. */
    all: p.flag.optional(),
    language: z.enum(['en', 'fr']).default('en'),
  }),
  reply: 'binary',
  status: 200,
})

export const aidEndpoints = [
  listAid,
  readAid,
  readAidRoom,
  awardAid,
  declareAid,
  updateAid,
  removeAid,
  exportAidRegister,
] as const
