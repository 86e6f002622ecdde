import * as z from 'zod'
import * as p from './primitives.ts'
import { recordEndpoints } from './record-endpoints.ts'

/** A post that a person holds or held at an organisation. */
export const post = z.object({
  id: p.id.optional(),
  organisationId: p.id,
  title: p.optionalLine(),
  from: p.partialDate.nullable().default(null),
  to: p.partialDate.nullable().default(null),
})

const fields = {
  givenName: p.optionalLine(200),
  familyName: p.line(200),
  /** The name in its own script (岡田 太郎), where it differs. */
  nativeName: p.optionalLine(200),
  email: z.email().max(320).nullable().default(null),
  phone: p.optionalLine(60),
  language: p.language.nullable().default(null),
  posts: z.array(post).max(50).default([]),
}
export const personInput = z.object(fields)
export const personPatch = p.patchOf(fields)
export type PersonInput = z.input<typeof personInput>

export const person = z
  .object({
    ...p.recordBase,
    /** The record that it was merged into. */
    mergedInto: p.named.nullable(),
    /** The day on which all that told who this is was erased. */
    erasedOn: z.string().nullable(),
    /** Given and family name in one line. */
    name: z.string(),
    givenName: z.string().nullable(),
    familyName: z.string(),
    nativeName: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    language: z.string().nullable(),
    posts: z.array(post.extend({ id: p.id, organisationName: z.string() })),
    signatures: z.array(
      z.object({
        id: p.id,
        agreement: p.named,
        party: p.named,
        decision: z.enum(['signed', 'refused']),
        capacity: z.string().nullable(),
        signedOn: z.string(),
        place: z.string().nullable(),
      }),
    ),
    /** Signatures at which this person was a witness or an organiser. */
    attended: z.array(
      z.object({
        id: p.id,
        agreement: p.named,
        role: z.enum(['witness', 'organiser']),
        capacity: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof person>

export const personRow = z
  .object({
    id: p.id,
    version: p.version,
    name: z.string(),
    familyName: z.string(),
    nativeName: z.string().nullable(),
    email: z.string().nullable(),
    /** The posts held on the as-of date. */
    posts: z.array(z.object({ title: z.string().nullable(), organisation: p.named })),
    signatureCount: z.int(),
    sample: z.boolean(),
    updatedAt: p.instant,
  })
  .meta({ id: 'PersonRow' })
export type PersonRow = z.infer<typeof personRow>

export const personSorts = ['familyName', 'updatedAt', 'signatureCount'] as const
export const personFilters = { organisation: p.id.optional() }
export const personList = p.listQuery(personSorts, personFilters)

export const personRecords = recordEndpoints({
  noun: 'people',
  one: 'a person',
  list: personList,
  row: personRow,
  input: personInput,
  patch: personPatch,
  resource: person,
  updateErrors: ['person_erased'],
})

export const personEndpoints = [...Object.values(personRecords)] as const
