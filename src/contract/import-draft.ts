import * as z from 'zod'
import { legalBases } from '../domain/privacy.ts'
import { organisationKind } from './organisations.ts'
import { participationState } from './participations.ts'
import * as p from './primitives.ts'
import { importedNumber } from './registration-numbers.ts'

const word = z.array(p.line(100)).max(50).default([])
const organisationDraft = z.object({
  /** A record’s own id, from an export: that record and no other is meant. */
  id: p.id.nullable().default(null),
  name: p.line(),
  kinds: z.array(organisationKind).min(1).max(9),
  /** Whether the row says its kind itself: only then is it one of a record that is known. */
  kindSaid: z.boolean().default(false),
  names: z
    .array(z.object({ name: p.line(), kind: z.enum(['former', 'alias', 'acronym']) }))
    .max(50)
    .default([]),
  legalForm: p.optionalLine(100),
  websites: z.array(p.httpUrl).max(20).default([]),
  numbers: z.array(importedNumber).max(20).default([]),
  street: p.optionalText(500),
  postcode: p.optionalLine(20),
  town: p.optionalLine(),
  region: p.optionalLine(),
  country: p.country.nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  founded: p.partialDate.nullable().default(null),
  sectors: word,
  themes: word,
  focus: p.optionalText(),
})

const personDraft = z.object({
  /** A record’s own id, from an export: that person and no other is meant. */
  id: p.id.nullable().default(null),
  givenName: p.optionalLine(200),
  familyName: p.line(200),
  nativeName: p.optionalLine(200),
  email: z.email().max(320).nullable().default(null),
  phone: p.optionalLine(60),
  language: p.language.nullable().default(null),
  jobTitle: p.optionalLine(),
  /** Where the data comes from (Article 14(2)(f) of the GDPR) and what it is kept for: nobody is entered without either. */
  source: p.optionalLine(600),
  purpose: p.optionalLine(300),
  legalBasis: z.enum(legalBases).nullable().default(null),
})

/** What one row says: a body, a person (with a post at it), the clusters that the body belongs to, a mission that it took part in. */
export const importDraft = z
  .object({
    organisation: organisationDraft.nullable().default(null),
    person: personDraft.nullable().default(null),
    memberships: z
      .array(
        z.object({
          /** A cluster by its name, or one of its others. */
          cluster: p.line(),
          from: p.partialDate.nullable().default(null),
          to: p.partialDate.nullable().default(null),
        }),
      )
      .max(20)
      .default([]),
    participation: z
      .object({
        /** A mission by its title. */
        mission: p.line(500),
        state: participationState.default('attended'),
        since: p.civilDate.nullable().default(null),
      })
      .nullable()
      .default(null),
    /** Kept as notes of the person, or of the body where there is none. */
    notes: z.array(p.line(20_000)).max(20).default([]),
  })
  .refine(({ organisation, person }) => organisation !== null || person !== null, {
    error: 'Neither a body nor a person',
    params: { code: 'nothing' },
  })
