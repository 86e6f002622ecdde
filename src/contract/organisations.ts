import * as z from 'zod'
import * as p from './primitives.ts'
import { recordEndpoints } from './record-endpoints.ts'

export const organisationKinds = [
  'cluster',
  'company',
  'public_body',
  'chamber',
  'research',
  'funder',
  'partner',
  'development_agency',
  'association',
  // What a body is, is not known.
  'other',
] as const
export const organisationKind = z.enum(organisationKinds)
export type OrganisationKind = z.infer<typeof organisationKind>

/** Other names a body goes or went by. */
export const organisationName = z.object({
  id: p.id.optional(),
  name: p.line(),
  kind: z.enum(['alias', 'acronym', 'former', 'translation']).default('alias'),
  from: p.partialDate.nullable().default(null),
  to: p.partialDate.nullable().default(null),
})

/** Websites over time. */
export const organisationWebsite = z.object({
  id: p.id.optional(),
  url: p.httpUrl,
  from: p.partialDate.nullable().default(null),
  to: p.partialDate.nullable().default(null),
})

export const affiliationRoles = [
  'member',
  'founder',
  'manager',
  'line_leader',
  'majority_owner',
  'user',
] as const
/** What a body is to a cluster (or another body): member, industrial founder, managing body, leader of a line. */
export const affiliation = z.object({
  id: p.id.optional(),
  toId: p.id,
  role: z.enum(affiliationRoles).default('member'),
  detail: p.optionalLine(),
  from: p.partialDate.nullable().default(null),
  to: p.partialDate.nullable().default(null),
})

const fields = {
  name: p.line(),
  kinds: z.array(organisationKind).min(1).max(9),
  focus: p.optionalText(),
  country: p.country.nullable().default(null),
  region: p.optionalLine(),
  town: p.optionalLine(),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  founded: p.partialDate.nullable().default(null),
  /** The cluster's own colour, "#rrggbb". */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable()
    .default(null),
  names: z.array(organisationName).max(50).default([]),
  websites: z.array(organisationWebsite).max(50).default([]),
  affiliations: z.array(affiliation).max(100).default([]),
}

export const organisationInput = z.object(fields)
export const organisationPatch = p.patchOf(fields)
export type OrganisationInput = z.input<typeof organisationInput>

/** A post as its organisation sees it. */
const postHere = z.object({
  id: p.id,
  person: p.named,
  title: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

export const organisation = z
  .object({
    ...p.recordBase,
    /** The record that it was merged into. */
    mergedInto: p.named.nullable(),
    name: z.string(),
    kinds: z.array(organisationKind),
    focus: z.string().nullable(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    town: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    founded: z.string().nullable(),
    colour: z.string().nullable(),
    names: z.array(organisationName.extend({ id: p.id })),
    websites: z.array(organisationWebsite.extend({ id: p.id })),
    affiliations: z.array(affiliation.extend({ id: p.id, toName: z.string() })),
    /** Those affiliated to this body, the other way round. */
    affiliates: z.array(
      z.object({
        id: p.id,
        organisation: p.named,
        /** Whether the affiliated body is invented. */
        sample: z.boolean(),
        role: z.enum(affiliationRoles),
        detail: z.string().nullable(),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    people: z.array(postHere),
    alliances: z.array(
      z.object({
        id: p.id,
        name: z.string(),
        role: z.enum(['coordinator', 'member']),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    agreements: z.array(
      z.object({
        id: p.id,
        title: z.string(),
        role: z.enum(['home', 'partner', 'negotiator', 'organiser', 'witness']),
        status: z.string(),
      }),
    ),
  })
  .meta({ id: 'Organisation' })
export type Organisation = z.infer<typeof organisation>

export const organisationRow = z
  .object({
    id: p.id,
    version: p.version,
    name: z.string(),
    kinds: z.array(organisationKind),
    country: z.string().nullable(),
    region: z.string().nullable(),
    town: z.string().nullable(),
    colour: z.string().nullable(),
    aliases: z.array(z.string()),
    alliances: z.array(p.named),
    /** Agreements it is a party to or negotiates. */
    agreementCount: z.int(),
    sample: z.boolean(),
    updatedAt: p.instant,
  })
  .meta({ id: 'OrganisationRow' })
export type OrganisationRow = z.infer<typeof organisationRow>

export const organisationSorts = ['name', 'country', 'updatedAt', 'agreementCount'] as const
export const organisationFilters = {
  kind: p.several(organisationKind).optional(),
  country: p.several(p.country).optional(),
  /** Bodies that stand on the partner side of an agreement, or are of kind "partner". */
  partner: p.flag.optional(),
}
export const organisationList = p.listQuery(organisationSorts, organisationFilters)

export const organisationRecords = recordEndpoints({
  noun: 'organisations',
  one: 'an organisation',
  list: organisationList,
  row: organisationRow,
  input: organisationInput,
  patch: organisationPatch,
  resource: organisation,
})

export const organisationEndpoints = [...Object.values(organisationRecords)] as const
