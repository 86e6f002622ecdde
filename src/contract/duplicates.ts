import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'

/** Records that may be one: found by what they share, scored as imports are, and gone once somebody has said that they are two. */

export const duplicateNouns = ['organisations', 'people'] as const

const side = z.object({
  id: p.id,
  version: p.version,
  name: z.string(),
  /** Place, or posts. */
  detail: z.string().nullable(),
  sample: z.boolean(),
  updatedAt: p.instant,
})

export const duplicatePair = z
  .object({
    /** Both ids. */
    id: z.string(),
    a: side,
    b: side,
    /** 0 to 100. */
    score: z.int(),
    verdict: z.enum(['same', 'perhaps']),
    reasons: z.array(
      z.object({
        key: z.string(),
        weight: z.number(),
        params: z.record(z.string(), z.string()).optional(),
      }),
    ),
  })
  .meta({ id: 'DuplicatePair' })
export type DuplicatePair = z.infer<typeof duplicatePair>

export const duplicateList = z.object({
  noun: z.enum(duplicateNouns).default('organisations'),
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export const listDuplicates = endpoint({
  id: 'duplicates.list',
  method: 'GET',
  path: '/duplicates',
  summary: 'Pairs of records that may be one, those with most in common first',
  access: 'read',
  query: duplicateList,
  reply: z.object({ items: z.array(duplicatePair), next: z.string().nullable() }),
  status: 200,
})
export const dismissDuplicate = endpoint({
  id: 'duplicates.dismiss',
  method: 'POST',
  path: '/duplicates/dismissals',
  summary: 'Say that two records are not one: the pair is not listed again',
  access: 'write',
  body: z.object({ noun: z.enum(duplicateNouns), aId: p.id, bId: p.id }),
  reply: z.object({ noun: z.enum(duplicateNouns), aId: p.id, bId: p.id }),
  status: 201,
})

export const duplicateEndpoints = [listDuplicates, dismissDuplicate] as const
