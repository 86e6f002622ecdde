import * as z from 'zod'
import { reasonKeys } from '../domain/matching/organisations.ts'
import { importDraft } from './import-draft.ts'
import * as p from './primitives.ts'

export const verdict = z.enum(['same', 'perhaps', 'new'])
export const rowDecision = z.enum(['create', 'update', 'skip'])
export const rowOutcome = z.enum(['created', 'updated', 'unchanged', 'skipped', 'refused'])

const matchReason = z.object({
  /** Names the sentence that explains it. */
  key: z.enum([...reasonKeys, 'id', 'email', 'personName', 'organisation', 'phone']),
  /** What it adds to the score; negative where it speaks against. */
  weight: z.int(),
  params: z.record(z.string(), z.string()).optional(),
})

/** What an update would change of the record that was matched. */
const difference = z.object({ field: z.string(), from: z.string().nullable(), to: z.string() })

/** A record, or an earlier row of the same import, that a row may be. */
export const importMatch = z.object({
  id: p.id.nullable(),
  position: z.int().nullable(),
  /** The number in the file of a row. */
  line: z.int().nullable(),
  noun: z.enum(['organisations', 'people']),
  name: z.string(),
  detail: z.string().nullable(),
  score: z.int(),
  verdict,
  reasons: z.array(matchReason),
  differences: z.array(difference),
})

export const importRow = z
  .object({
    id: p.id,
    position: z.int(),
    line: z.int(),
    draft: importDraft,
    verdict,
    matches: z.array(importMatch),
    decision: rowDecision.nullable(),
    targetId: p.id.nullable(),
    targetPosition: z.int().nullable(),
    outcome: rowOutcome.nullable(),
    /** The organisation (or person, in a row without one) that came of it. */
    recordId: p.id.nullable(),
    refusal: z
      .object({
        code: z.string(),
        message: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      })
      .nullable(),
    /** What came of the person whom it names. */
    person: z.object({ recordId: p.id, outcome: z.enum(['created', 'updated', 'unchanged']) }).nullable(),
  })
  .meta({ id: 'ImportRow' })
export type ImportRow = z.infer<typeof importRow>
export type ImportMatch = z.infer<typeof importMatch>

export const importRowFilters = {
  verdict: p.several(verdict).optional(),
  /** "undecided" for those that wait. */
  decision: p.several(z.enum([...rowDecision.options, 'undecided'])).optional(),
  outcome: p.several(rowOutcome).optional(),
}
