import * as z from 'zod'
import { aidSectors } from '../domain/de-minimis-regimes.ts'
import { smeStatuses } from '../domain/sme/ceilings.ts'
import { endpoint } from './endpoint.ts'
import { affiliationRoles, organisationKind } from './organisations.ts'
import * as p from './primitives.ts'
import { registrationNumber, registrationNumberHeld } from './registration-numbers.ts'

/**
 * Companies: organisations seen as who may be supported. A company is an organisation, its id and version the organisation's;
 * its name, place, other names, websites and memberships of clusters change there, what only companies have changes here.
 */

export const smeStatus = z.enum(smeStatuses)
/** A share of something in percent, with two decimals at most. */
export const percent = z.number().min(0).max(100).multipleOf(0.01)
export const addressKinds = ['registered', 'postal', 'site'] as const
export const readinessStages = ['interested', 'preparing', 'ready', 'active'] as const
export const exportExperiences = ['none', 'occasional', 'regular'] as const
export const declarationKinds = ['sme', 'de_minimis'] as const

export const companyAddress = z.object({
  id: p.id.optional(),
  kind: z.enum(addressKinds).default('registered'),
  /** Street and the like, a line each. */
  lines: p.optionalText(500),
  postcode: p.optionalLine(20),
  town: p.optionalLine(),
  region: p.optionalLine(),
  country: p.country.nullable().default(null),
  from: p.partialDate.nullable().default(null),
  to: p.partialDate.nullable().default(null),
})

/** What it offers a market and looks for there, and how far it is. */
export const companyMarket = z.object({
  id: p.id.optional(),
  marketId: p.id,
  readiness: z.enum(readinessStages).default('interested'),
  products: p.optionalText(2000),
  interests: p.optionalText(2000),
})

/** A paper that the company signed: of its SME status, or of de minimis aid from others. */
export const companyDeclaration = z.object({
  id: p.id.optional(),
  kind: z.enum(declarationKinds),
  signedOn: p.civilDate,
  signatory: p.optionalLine(),
  note: p.optionalLine(1000),
})

const words = z.array(p.line(100)).max(50).default([])
const profile = {
  legalForm: p.optionalLine(100),
  numbers: z.array(registrationNumber).max(50).default([]),
  addresses: z.array(companyAddress).max(50).default([]),
  sectors: words,
  themes: words,
  languages: z.array(p.language).max(20).default([]),
  exportExperience: z.enum(exportExperiences).nullable().default(null),
  exportsSince: p.partialDate.nullable().default(null),
  /** Of its turnover. */
  exportShare: percent.nullable().default(null),
  /** The last day of its fiscal year, MM-DD: some de minimis ceilings count by it. */
  fiscalYearEnd: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Not a month and day (MM-DD)')
    .default('12-31'),
  aidSector: z.enum(aidSectors).default('general'),
  /** Whose de minimis ceiling its aid counts towards; null: that of its country. */
  memberState: p.country.nullable().default(null),
  markets: z.array(companyMarket).max(100).default([]),
  declarations: z.array(companyDeclaration).max(100).default([]),
}

/** A new company: the organisation with its profile. More about the organisation is added there. */
export const companyInput = z.object({
  name: p.line(),
  country: p.country.nullable().default(null),
  region: p.optionalLine(),
  town: p.optionalLine(),
  founded: p.partialDate.nullable().default(null),
  ...profile,
})
export const companyPatch = p.patchOf(profile)
export type CompanyInput = z.input<typeof companyInput>

const clusterMembership = z.object({
  id: p.id,
  cluster: p.named,
  colour: z.string().nullable(),
  role: z.enum(affiliationRoles),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

/** What is known of a company's aid on a day, in euro cents. */
export const aidRoom = z.object({
  memberState: z.string().nullable(),
  regulation: z.string().nullable(),
  /** Null where nothing may be given, or no Member State is known. */
  ceiling: z.int().nullable(),
  sum: z.int(),
  room: z.int().nullable(),
})

export const company = z
  .object({
    ...p.recordBase,
    /** The record that it was merged into. */
    mergedInto: p.named.nullable(),
    name: z.string(),
    kinds: z.array(organisationKind),
    country: z.string().nullable(),
    region: z.string().nullable(),
    town: z.string().nullable(),
    founded: z.string().nullable(),
    names: z.array(
      z.object({
        name: z.string(),
        kind: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    legalForm: z.string().nullable(),
    numbers: z.array(registrationNumberHeld),
    addresses: z.array(companyAddress.extend({ id: p.id })),
    sectors: z.array(z.string()),
    themes: z.array(z.string()),
    languages: z.array(z.string()),
    exportExperience: z.enum(exportExperiences).nullable(),
    exportsSince: z.string().nullable(),
    exportShare: z.number().nullable(),
    fiscalYearEnd: z.string(),
    aidSector: z.enum(aidSectors),
    memberState: z.string().nullable(),
    markets: z.array(companyMarket.extend({ id: p.id, market: p.named })),
    declarations: z.array(companyDeclaration.extend({ id: p.id })),
    /** Its affiliations to clusters; changed at the organisation. */
    clusters: z.array(clusterMembership),
    /** As of the day asked for. */
    status: smeStatus,
    statusConfirmed: z.boolean(),
    aid: aidRoom,
    servedOn: z.string().nullable(),
    participations: z.int(),
  })
  .meta({ id: 'Company' })
export type Company = z.infer<typeof company>

export const companyRow = z
  .object({
    id: p.id,
    version: p.version,
    name: z.string(),
    country: z.string().nullable(),
    town: z.string().nullable(),
    sectors: z.array(z.string()),
    clusters: z.array(p.named),
    markets: z.array(p.named),
    status: smeStatus,
    statusConfirmed: z.boolean(),
    /** Missions it took or takes part in. */
    participations: z.int(),
    lastParticipation: z
      .object({ mission: p.named, state: z.string(), on: z.string().nullable() })
      .nullable(),
    aid: aidRoom,
    servedOn: z.string().nullable(),
    sample: z.boolean(),
    updatedAt: p.instant,
  })
  .meta({ id: 'CompanyRow' })
export type CompanyRow = z.infer<typeof companyRow>

export const companySorts = ['name', 'country', 'updatedAt', 'participations'] as const
export const companyFilters = {
  status: p.several(smeStatus).optional(),
  /** Member or founder of one of these clusters on the day. */
  of: p.several(p.id).optional(),
  country: p.several(p.country).optional(),
  /** Interested in, or further in, this market; `readiness` says how far. */
  target: p.id.optional(),
  readiness: p.several(z.enum(readinessStages)).optional(),
  /** Whether it has been served by the day: came along, got a service or aid. Counterparts alone are neither. */
  served: p.flag.optional(),
  /** At least so much may still be given to it, in euro cents. */
  room: z.coerce.number().int().min(0).max(999_999_999_999).optional(),
}
export const companyList = p.listQuery(companySorts, companyFilters)

const errors = ['not_found'] as const
export const listCompanies = endpoint({
  id: 'companies.list',
  method: 'GET',
  path: '/companies',
  summary: 'A page of companies, with their status and aid as of the day',
  access: 'read',
  query: companyList,
  reply: p.page(companyRow),
  status: 200,
})
export const readCompany = endpoint({
  id: 'companies.read',
  method: 'GET',
  path: '/companies/{id}',
  summary: 'Read a company',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: company,
  status: 200,
  errors,
})
export const createCompany = endpoint({
  id: 'companies.create',
  method: 'POST',
  path: '/companies',
  summary: 'Add a company: an organisation of that kind, with its profile',
  access: 'write',
  body: companyInput,
  reply: company,
  status: 201,
  errors: ['duplicate'],
})
export const updateCompany = endpoint({
  id: 'companies.update',
  method: 'PATCH',
  path: '/companies/{id}',
  summary: 'Change a company’s profile; a list given replaces the list held, its rows matched by id',
  access: 'write',
  params: p.byId,
  body: companyPatch,
  reply: company,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'duplicate', 'record_in_bin'],
})

export const companyEndpoints = [listCompanies, readCompany, createCompany, updateCompany] as const
