import * as z from 'zod'
import { type ImportField, importFieldNames } from '../domain/import/fields.ts'
import { legalBases } from '../domain/privacy.ts'
import { endpoint } from './endpoint.ts'
import { importDraft } from './import-draft.ts'
import { importRow, importRowFilters, rowDecision, rowOutcome, verdict } from './import-row.ts'
import * as p from './primitives.ts'

/**
 * Tables brought in from elsewhere. A client reads the file, sends its rows as drafts in chunks and gets back what each was
 * matched with; decides; has the rows applied chunk by chunk; may have all of it reverted in the same way.
 */

export const importSources = ['csv', 'xlsx', 'vcard', 'paste'] as const
export const importStates = ['open', 'applied', 'reverting', 'reverted'] as const

/** As many rows are sent, or applied, by one request. */
export const mostRowsAtOnce = 500
/** As many rows an import may have. */
export const mostImportRows = 100_000

const tally = <K extends string>(keys: readonly K[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, z.int()])) as Record<K, z.ZodInt>)

const field = z.enum(importFieldNames as readonly [ImportField, ...ImportField[]])
export const importMapping = z.array(field.nullable()).max(500)

export const importRecord = z
  .object({
    id: p.id,
    version: p.version,
    name: z.string(),
    source: z.enum(importSources),
    headers: z.array(z.string()),
    mapping: importMapping,
    onUpdate: z.enum(['fill', 'overwrite']),
    state: z.enum(importStates),
    rows: z.int(),
    verdicts: tally(verdict.options),
    /** Of rows that are not applied yet; `undecided` ones wait. */
    decisions: tally([...rowDecision.options, 'undecided']),
    outcomes: tally(rowOutcome.options),
    /** People whom its rows have added, and changed; beside what came of the rows, which may be about their bodies. */
    people: tally(['created', 'updated']),
    /** Parts written and not reverted yet. */
    parts: z.int(),
    createdAt: p.instant,
    updatedAt: p.instant,
  })
  .meta({ id: 'Import' })
export type ImportRecord = z.infer<typeof importRecord>

const errors = ['not_found'] as const

export const listImports = endpoint({
  id: 'imports.list',
  method: 'GET',
  path: '/imports',
  summary: 'Imports, newest first',
  access: 'read',
  query: z.object({
    cursor: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(p.maxPage).default(50),
  }),
  reply: p.page(importRecord),
  status: 200,
})
export const readImport = endpoint({
  id: 'imports.read',
  method: 'GET',
  path: '/imports/{id}',
  summary: 'Read an import with its counts',
  access: 'read',
  params: p.byId,
  reply: importRecord,
  status: 200,
  errors,
})
export const createImport = endpoint({
  id: 'imports.create',
  method: 'POST',
  path: '/imports',
  summary: 'Begin an import; what its columns were taken for is remembered by their headers',
  access: 'write',
  body: z.object({
    name: p.line(200),
    source: z.enum(importSources),
    headers: z.array(z.string().max(300)).max(500),
    mapping: importMapping,
    onUpdate: z.enum(['fill', 'overwrite']).default('fill'),
  }),
  reply: importRecord,
  status: 201,
})
export const readImportMapping = endpoint({
  id: 'imports.mapping',
  method: 'GET',
  path: '/import-mapping',
  summary: 'What columns with these headers were taken for last time; null where they are new',
  access: 'read',
  query: z.object({ fingerprint: z.string().regex(/^[0-9a-f]{32}$/) }),
  reply: z.object({
    mapping: importMapping.nullable(),
    /** What was said last time about the people in such a table. */
    personal: z
      .object({
        source: z.string(),
        purpose: z.string().nullable(),
        legalBasis: z.enum(legalBases).nullable(),
      })
      .nullable(),
  }),
  status: 200,
})
export const sendImportRows = endpoint({
  id: 'imports.send',
  method: 'PUT',
  path: '/imports/{id}/rows',
  summary: 'Send rows, or rows again; each is matched with the records and with the rows before it',
  access: 'write',
  params: p.byId,
  body: z.object({
    rows: z
      .array(
        z.object({
          position: z
            .int()
            .min(0)
            .max(mostImportRows - 1),
          line: z.int().min(1).max(10_000_000),
          draft: importDraft,
        }),
      )
      .min(1)
      .max(mostRowsAtOnce),
  }),
  reply: z.object({ verdicts: tally(verdict.options) }),
  status: 200,
  errors: ['not_found', 'import_state'],
})
export const listImportRows = endpoint({
  id: 'imports.rows',
  method: 'GET',
  path: '/imports/{id}/rows',
  summary: 'A page of an import’s rows, in their order',
  access: 'read',
  params: p.byId,
  query: z.object({
    cursor: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(p.maxPage).default(100),
    ...importRowFilters,
  }),
  reply: p.page(importRow),
  status: 200,
  errors,
})
export const decideImportRows = endpoint({
  id: 'imports.decide',
  method: 'PATCH',
  path: '/imports/{id}/rows',
  summary: 'Decide what becomes of rows: those named, all of a kind, or all that wait; never those applied',
  access: 'write',
  params: p.byId,
  body: z.object({
    rows: z.union([
      z.object({ positions: z.array(z.int().min(0)).min(1).max(mostRowsAtOnce) }),
      z.object({ verdict, onlyUndecided: z.boolean().default(true) }),
      z.object({ undecided: z.literal(true) }),
    ]),
    /** An update without a target takes each row’s best match; null takes a decision back. */
    decision: rowDecision.nullable(),
    targetId: p.id.nullable().default(null),
    targetPosition: z.int().min(0).nullable().default(null),
  }),
  reply: importRecord,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'import_state'],
})
export const applyImport = endpoint({
  id: 'imports.apply',
  method: 'POST',
  path: '/imports/{id}/apply',
  summary: 'Apply the next rows that are decided, all in one transaction; go on until none is left',
  access: 'write',
  params: p.byId,
  body: z.object({ limit: z.int().min(1).max(mostRowsAtOnce).default(250) }),
  reply: importRecord,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'import_state'],
})
export const revertImport = endpoint({
  id: 'imports.revert',
  method: 'POST',
  path: '/imports/{id}/revert',
  summary:
    'Take back the last part that was applied; go on until none is left. Refused as a whole while later changes stand on it',
  access: 'write',
  params: p.byId,
  reply: importRecord,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'import_state', 'undo_blocked'],
})
export const removeImport = endpoint({
  id: 'imports.remove',
  method: 'DELETE',
  path: '/imports/{id}',
  summary: 'Forget an import of which nothing is in the records',
  access: 'write',
  params: p.byId,
  reply: null,
  status: 204,
  ifMatch: true,
  errors: ['not_found', 'import_state'],
})

export const importEndpoints = [
  listImports,
  readImport,
  createImport,
  readImportMapping,
  sendImportRows,
  listImportRows,
  decideImportRows,
  applyImport,
  revertImport,
  removeImport,
] as const
