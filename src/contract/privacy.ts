import * as z from 'zod'
import { consentDecisions, consentPurposes, legalBases } from '../domain/privacy.ts'
import { endpoint } from './endpoint.ts'
import { person } from './people.ts'
import * as p from './primitives.ts'

/** What may be kept of a person, on what grounds and until when; what there is of them; and how they are forgotten. */

const consent = z.object({
  id: p.id.optional(),
  purpose: z.enum(consentPurposes),
  decision: z.enum(consentDecisions),
  on: p.civilDate,
  /** "By e-mail", "the form of the mission". */
  how: p.optionalLine(),
})

const fields = {
  legalBasis: z.enum(legalBases).nullable().default(null),
  /** Where the data comes from (Article 14(2)(f) of the GDPR). */
  source: p.optionalLine(1000),
  collectedOn: p.civilDate.nullable().default(null),
  /** Months after the last own action; null: the usual three years. */
  keepMonths: z.int().min(1).max(600).nullable().default(null),
  /** Oldest first. */
  consents: z.array(consent).max(200).default([]),
}
export const privacyPatch = p.patchOf(fields)
export type PrivacyPatch = z.input<typeof privacyPatch>

export const personPrivacy = z
  .object({
    person: p.named,
    /** The person's. */
    version: p.version,
    legalBasis: z.enum(legalBases).nullable(),
    source: z.string().nullable(),
    collectedOn: z.string().nullable(),
    keepMonths: z.int().nullable(),
    consents: z.array(consent.extend({ id: p.id, how: z.string().nullable() })),
    /** As of the day: the last thing that the person did, until when the data may be kept, and whether that is over. */
    lastAction: z.string(),
    until: z.string(),
    due: z.boolean(),
    /** The day on which the last consent was withdrawn, where the data rests on consent alone. */
    withdrawnOn: z.string().nullable(),
    erasedOn: z.string().nullable(),
  })
  .meta({ id: 'PersonPrivacy' })
export type PersonPrivacy = z.infer<typeof personPrivacy>

const about = z.object({ noun: z.string(), recordId: z.string().nullable(), title: z.string().nullable() })

/** All that there is of one person: Article 15 of the GDPR. Ids in the facts stand for what `names` calls them. */
export const personFile = z
  .object({
    person: z.record(z.string(), z.unknown()),
    privacy: personPrivacy,
    madeOn: p.instant,
    /** Rows that refer to the person, by table: signatures, posts, notes about them, tasks given to them. */
    sections: z.array(
      z.object({
        table: z.string(),
        count: z.int(),
        items: z.array(z.object({ about, facts: z.record(z.string(), z.unknown()) })),
      }),
    ),
    /** Texts elsewhere in which the name stands. */
    mentions: z.array(z.object({ about, table: z.string(), text: z.string() })),
    /** What was done to the record, and by the person. */
    history: z.array(
      z.object({ at: p.instant, verb: z.string(), title: z.string().nullable(), by: z.string().nullable() }),
    ),
    names: z.record(z.string(), z.string()),
  })
  .meta({ id: 'PersonFile' })
export type PersonFile = z.infer<typeof personFile>

export const duePerson = z
  .object({
    id: p.id,
    version: p.version,
    name: z.string(),
    lastAction: z.string(),
    until: z.string(),
    legalBasis: z.enum(legalBases).nullable(),
    /** What still counts where the person is gone. */
    signatures: z.int(),
    missions: z.int(),
    sample: z.boolean(),
  })
  .meta({ id: 'DuePerson' })
export type DuePerson = z.infer<typeof duePerson>

export const readPrivacy = endpoint({
  id: 'people.privacy',
  method: 'GET',
  path: '/people/{id}/privacy',
  summary: 'On what grounds a person’s data is kept, and until when',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: personPrivacy,
  status: 200,
  errors: ['not_found'],
})
export const keepPrivacy = endpoint({
  id: 'people.keep-privacy',
  method: 'PATCH',
  path: '/people/{id}/privacy',
  summary: 'Note consent, source, legal basis and how long the data is kept',
  access: 'write',
  params: p.byId,
  body: privacyPatch,
  reply: personPrivacy,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'person_erased'],
})
export const readPersonFile = endpoint({
  id: 'people.file',
  method: 'GET',
  path: '/people/{id}/file',
  summary: 'All that there is of one person, for the person who asks for it',
  access: 'read',
  params: p.byId,
  reply: personFile,
  status: 200,
  errors: ['not_found'],
})
export const erasePerson = endpoint({
  id: 'people.erase',
  method: 'POST',
  path: '/people/{id}/erasure',
  summary:
    'Erase for good all that tells who a person is, in the history too; signatures and missions still count. Can’t be undone',
  access: 'write',
  params: p.byId,
  body: z.object({ name: p.line(500).meta({ description: 'The person’s name, to make sure' }) }),
  reply: person,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_merged', 'person_erased'],
})
export const dueSorts = ['until'] as const
export const dueList = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(p.maxPage).default(50),
  asOf: p.civilDate.optional(),
})
export const listDue = endpoint({
  id: 'privacy.due',
  method: 'GET',
  path: '/privacy/due',
  summary: 'People whose data may no longer be kept, those due longest first',
  access: 'read',
  query: dueList,
  reply: p.page(duePerson),
  status: 200,
})
export const eraseDue = endpoint({
  id: 'privacy.erase-due',
  method: 'POST',
  path: '/privacy/erasures',
  summary: 'Erase several people whose data may no longer be kept. Can’t be undone',
  access: 'write',
  body: z.object({
    people: z
      .array(z.object({ id: p.id, version: p.version }))
      .min(1)
      .max(100),
    /** How many they are, to make sure. */
    count: z.int(),
  }),
  reply: z.object({ erased: z.int() }),
  status: 200,
  errors: ['not_found', 'record_merged', 'person_erased'],
})

export const privacyEndpoints = [
  readPrivacy,
  keepPrivacy,
  readPersonFile,
  erasePerson,
  listDue,
  eraseDue,
] as const
