import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { organisation } from './organisations.ts'
import { person } from './people.ts'
import * as p from './primitives.ts'

/**
 * Two records of one body, or of one person, made one. One record is kept, with everything that hung on either; the other
 * goes to the bin, and its address leads to the kept one from then on. Undone as one change.
 */

/** What may be taken from the other record. A place is taken as a whole; lists (kinds, sectors, themes, languages) are joined. */
export const organisationMergeFields = [
  'name',
  'place',
  'focus',
  'founded',
  'colour',
  'legalForm',
  'exportExperience',
  'exportsSince',
  'exportShare',
  'fiscalYearEnd',
  'aidSector',
  'memberState',
] as const
export const personMergeFields = [
  'givenName',
  'familyName',
  'nativeName',
  'email',
  'phone',
  'language',
] as const
export type OrganisationMergeField = (typeof organisationMergeFields)[number]
export type PersonMergeField = (typeof personMergeFields)[number]

/** How rows that only one record can have once are joined. */
export const joinRules = [
  /** Both are a party on the same side of an agreement: they become one party, with the signature of either. */
  'same_party',
  /** Both are in one mission, and one of them only just: that participation goes to the bin. */
  'same_participation',
  /** Memberships and posts of the same body that overlap become one, from the first day to the last. */
  'same_period',
  /** What both have alike is kept once. */
  'same_entry',
  /** What one was to the other is no longer anything. */
  'to_itself',
] as const
export type JoinRule = (typeof joinRules)[number]

/** Why two records can't be made one as they stand. */
export const mergeRefusals = [
  /** They are two sides of one agreement. */
  'both_sides',
  /** Both have signed one agreement. */
  'both_signed',
  /** They stand on both sides of one mission. */
  'both_sides_of_mission',
  /** Both are in one mission, and something hangs on either participation. */
  'both_take_part',
  /** One has approved what the other has entered. */
  'approved_own',
  /** All that told who one of them was has been erased. */
  'erased',
] as const
export type MergeRefusal = (typeof mergeRefusals)[number]

/** What is unusual about two records being one: it asks for a reason, which is kept as a note of the kept record. */
export const mergeWarnings = [
  /** Together they have had more de minimis aid than the ceiling: a merge grants none, and what was granted was granted. */
  'aid_ceiling',
] as const
export type MergeWarning = (typeof mergeWarnings)[number]

const params = z.record(z.string(), z.union([z.string(), z.number()]))
const chosen = z.union([z.string(), z.number(), z.null()])

export const mergePreview = z
  .object({
    kept: z.object({ id: p.id, version: p.version, name: z.string() }),
    other: z.object({ id: p.id, version: p.version, name: z.string() }),
    /** Fields that either has, and what is proposed: what the kept record lacks is taken from the other. */
    fields: z.array(
      z.object({ field: z.string(), kept: chosen, other: chosen, proposed: z.enum(['kept', 'other']) }),
    ),
    /** What moves to the kept record, by table ("agreement_parties": 2). */
    moves: z.array(z.object({ table: z.string(), count: z.int() })),
    joins: z.array(
      z.object({
        rule: z.enum(joinRules),
        table: z.string(),
        count: z.int(),
        /** Where: titles of agreements, missions, alliances. */
        titles: z.array(z.string()),
      }),
    ),
    refusals: z.array(
      z.object({
        code: z.enum(mergeRefusals),
        title: z.string(),
        noun: z.string().nullable(),
        recordId: p.id.nullable(),
        params,
      }),
    ),
    warnings: z.array(z.object({ code: z.enum(mergeWarnings), params })),
  })
  .meta({ id: 'MergePreview' })
export type MergePreview = z.infer<typeof mergePreview>

const bodyOf = <F extends readonly [string, ...string[]]>(fields: F) =>
  z.object({
    otherId: p.id,
    /** The version of the other record that was seen; that of the kept one goes into `If-Match`. */
    otherVersion: p.version,
    /** The fields that the other record has right. */
    take: z.array(z.enum(fields)).max(fields.length).default([]),
  })
const organisationBody = bodyOf(organisationMergeFields).extend({
  /** Why they are merged in spite of a warning. */
  reason: p.optionalText(2000),
})

const withOther = z.object({ other: p.id })
const errors = ['not_found', 'record_in_bin', 'merge_refused', 'duplicate'] as const
const organisationErrors = [...errors, 'reason_required'] as const

export const previewOrganisationMerge = endpoint({
  id: 'organisations.merge-preview',
  method: 'GET',
  path: '/organisations/{id}/merge',
  summary: 'What merging another organisation into this one would do, and why it may not be done',
  access: 'read',
  params: p.byId,
  query: withOther,
  reply: mergePreview,
  status: 200,
  errors: ['not_found', 'record_in_bin'],
})
export const mergeOrganisations = endpoint({
  id: 'organisations.merge',
  method: 'POST',
  path: '/organisations/{id}/merge',
  summary: 'Merge another organisation into this one, with everything attached',
  access: 'write',
  params: p.byId,
  body: organisationBody,
  reply: organisation,
  status: 200,
  ifMatch: true,
  errors: organisationErrors,
})
export const previewPersonMerge = endpoint({
  id: 'people.merge-preview',
  method: 'GET',
  path: '/people/{id}/merge',
  summary: 'What merging another person into this one would do, and why it may not be done',
  access: 'read',
  params: p.byId,
  query: withOther,
  reply: mergePreview,
  status: 200,
  errors: ['not_found', 'record_in_bin'],
})
export const mergePeople = endpoint({
  id: 'people.merge',
  method: 'POST',
  path: '/people/{id}/merge',
  summary: 'Merge another person into this one, with everything attached',
  access: 'write',
  params: p.byId,
  body: bodyOf(personMergeFields),
  reply: person,
  status: 200,
  ifMatch: true,
  errors,
})

export const mergeEndpoints = [
  previewOrganisationMerge,
  mergeOrganisations,
  previewPersonMerge,
  mergePeople,
] as const
