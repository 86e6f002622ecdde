import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'

/** One row that a change touched: before is null where it was added, after where it was removed. */
export const rowChange = z.object({
  table: z.string(),
  rowId: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})

/** One write: who did what, when, to which record, and every row it changed. */
export const changeSet = z
  .object({
    id: p.id,
    at: p.instant,
    actor: p.named.nullable(),
    /** The operation's id: "agreements.sign". */
    verb: z.string(),
    /** The record it was about. */
    noun: z.string().nullable(),
    recordId: p.id.nullable(),
    title: z.string().nullable(),
    undoOf: p.id.nullable(),
    undoneBy: p.id.nullable(),
    changes: z.array(rowChange),
    /** Rows beyond those listed (a large import lists the first 200). */
    moreChanges: z.int(),
    /** Names of the records that ids in the changes stand for, for showing them. */
    names: z.record(z.string(), z.string()),
    /** Currencies of the grants and expenses that changed rows are of, by the id of either. */
    currencies: z.record(z.string(), z.string()),
  })
  .meta({ id: 'ChangeSet' })
export type ChangeSet = z.infer<typeof changeSet>

export const historyQuery = z.object({
  noun: p.recordNoun.optional(),
  recordId: p.id.optional(),
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export const listHistory = endpoint({
  id: 'history.list',
  method: 'GET',
  path: '/history',
  summary: 'What happened, newest first: to one record, or to the whole workspace',
  access: 'read',
  query: historyQuery,
  reply: z.object({ items: z.array(changeSet), next: z.string().nullable() }),
  status: 200,
})
export const undoChange = endpoint({
  id: 'history.undo',
  method: 'POST',
  path: '/history/{id}/undo',
  summary: 'Undo one change, as long as nothing later depends on it; undoing an undo does it again',
  access: 'write',
  params: p.byId,
  reply: changeSet,
  status: 200,
  errors: ['not_found', 'undo_blocked', 'undo_outdated', 'already_undone', 'person_erased'],
})

export const binItem = z
  .object({
    noun: p.recordNoun,
    id: p.id,
    title: z.string(),
    deletedAt: p.instant,
    deletedBy: p.named.nullable(),
  })
  .meta({ id: 'BinItem' })
export type BinItem = z.infer<typeof binItem>
export const listBin = endpoint({
  id: 'bin.list',
  method: 'GET',
  path: '/bin',
  summary: 'Deleted records, newest first',
  access: 'read',
  query: z.object({
    cursor: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: p.page(binItem),
  status: 200,
})

export const historyEndpoints = [listHistory, undoChange, listBin] as const
