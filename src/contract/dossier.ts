import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'
import { recurrence } from './recurrence.ts'

/** What any record can carry: notes, tasks, documents, sources, and statements that sources make about it. */

export const maxDocumentBytes = 20 * 1024 * 1024

export const note = z
  .object({
    id: p.id,
    version: p.version,
    noun: p.recordNoun,
    recordId: p.id,
    body: z.string(),
    author: p.named.nullable(),
    createdAt: p.instant,
    updatedAt: p.instant,
  })
  .meta({ id: 'Note' })
export type Note = z.infer<typeof note>
const noteBody = p.line(20_000)

export const task = z
  .object({
    id: p.id,
    version: p.version,
    title: z.string(),
    /** The record the task is about, where there is one. */
    about: z.object({ noun: p.recordNoun, recordId: p.id, title: z.string() }).nullable(),
    due: z.string().nullable(),
    assignee: p.named.nullable(),
    cluster: p.named.nullable(),
    doneOn: z.string().nullable(),
    /** How it comes again: done, it is followed by the next one. */
    repeats: recurrence.nullable(),
    /** Until when it rests; `until` is null where the mission that it waits for has no day (any more): it does not rest. */
    snooze: z.object({ from: z.string(), until: z.string().nullable(), toStart: z.boolean() }).nullable(),
    sample: z.boolean(),
    createdAt: p.instant,
    updatedAt: p.instant,
  })
  .meta({ id: 'Task' })
export type Task = z.infer<typeof task>
const taskFields = {
  title: p.line(500),
  noun: p.recordNoun.nullable().default(null),
  recordId: p.id.nullable().default(null),
  due: p.civilDate.nullable().default(null),
  assigneeId: p.id.nullable().default(null),
  clusterId: p.id.nullable().default(null),
  doneOn: p.civilDate.nullable().default(null),
  repeats: recurrence.nullable().default(null),
  /** It rests from the day on which somebody says so: until a day, or (`toStart`) until the mission that it is about starts. */
  snooze: z
    .object({
      from: p.civilDate,
      until: p.civilDate.nullable().default(null),
      toStart: z.boolean().default(false),
    })
    .nullable()
    .default(null),
}
export const taskStates = ['open', 'snoozed', 'done', 'all'] as const
export const taskInput = z.object(taskFields)
export type TaskInput = z.input<typeof taskInput>
export const taskPatch = p.patchOf(taskFields)
export const taskList = p.listQuery(['due', 'updatedAt'], {
  /** Open are those that are neither done nor resting as of the day. */
  state: z.enum(taskStates).default('open'),
  assignee: p.id.optional(),
  /** Those of a cluster: its own, and those about what it takes part in. */
  team: p.id.optional(),
})

export const documentKinds = ['signed', 'draft', 'press', 'evidence', 'letter', 'other'] as const
export const documentKind = z.enum(documentKinds)
export const documentMeta = z
  .object({
    id: p.id,
    version: p.version,
    noun: p.recordNoun,
    recordId: p.id,
    filename: z.string(),
    mediaType: z.string(),
    size: z.int(),
    sha256: z.string(),
    kind: documentKind,
    sample: z.boolean(),
    createdAt: p.instant,
  })
  .meta({ id: 'Document' })
export type DocumentMeta = z.infer<typeof documentMeta>

export const source = z
  .object({
    id: p.id,
    version: p.version,
    title: z.string(),
    publisher: z.string().nullable(),
    date: z.string().nullable(),
    language: z.string().nullable(),
    url: z.string().nullable(),
    createdAt: p.instant,
    updatedAt: p.instant,
  })
  .meta({ id: 'Source' })
export type Source = z.infer<typeof source>
export const sourceInput = z.object({
  title: p.line(500),
  publisher: p.optionalLine(),
  date: p.partialDate.nullable().default(null),
  language: p.language.nullable().default(null),
  url: p.httpUrl.nullable().default(null),
})

/** What a source says about a record; where two sources disagree, both statements stand. */
export const statement = z
  .object({
    id: p.id,
    version: p.version,
    noun: p.recordNoun,
    recordId: p.id,
    /** What it is about, a key of `statementTopics` or free text. */
    topic: z.string(),
    body: z.string(),
    /** When it was so, where the source says. */
    at: z.string().nullable(),
    source: source,
  })
  .meta({ id: 'Statement' })
export type Statement = z.infer<typeof statement>
export const statementInput = z.object({
  noun: p.recordNoun,
  recordId: p.id,
  topic: p.line(200),
  body: p.line(4000),
  at: p.partialDate.nullable().default(null),
  sourceId: p.id,
})

export const dossier = z
  .object({
    notes: z.array(note),
    tasks: z.array(task),
    documents: z.array(documentMeta),
    sources: z.array(source),
    statements: z.array(statement),
  })
  .meta({ id: 'Dossier' })
export type Dossier = z.infer<typeof dossier>

const write = { access: 'write' } as const
const one = { params: p.byId, errors: ['not_found'] } as const

export const readDossier = endpoint({
  id: 'dossier.read',
  method: 'GET',
  path: '/dossier',
  summary: 'Notes, tasks, documents, sources and statements of one record',
  access: 'read',
  query: p.recordRef,
  reply: dossier,
  status: 200,
  errors: ['not_found'],
})
export const createNote = endpoint({
  id: 'notes.create',
  method: 'POST',
  path: '/notes',
  summary: 'Add a note to a record',
  ...write,
  offline: 'queue',
  body: z.object({ ...p.recordRef.shape, body: noteBody }),
  reply: note,
  status: 201,
  errors: ['record_in_bin'],
})
export const updateNote = endpoint({
  id: 'notes.update',
  method: 'PATCH',
  path: '/notes/{id}',
  summary: 'Change a note',
  ...write,
  offline: 'queue',
  ...one,
  body: z.object({ body: noteBody }),
  reply: note,
  status: 200,
  ifMatch: true,
})
export const removeNote = endpoint({
  id: 'notes.remove',
  method: 'DELETE',
  path: '/notes/{id}',
  summary: 'Delete a note (undo brings it back)',
  ...write,
  ...one,
  reply: null,
  status: 204,
  ifMatch: true,
})

export const listTasks = endpoint({
  id: 'tasks.list',
  method: 'GET',
  path: '/tasks',
  summary: 'A page of tasks',
  access: 'read',
  query: taskList,
  reply: p.page(task),
  status: 200,
})
export const createTask = endpoint({
  id: 'tasks.create',
  method: 'POST',
  path: '/tasks',
  summary: 'Add a task',
  ...write,
  offline: 'queue',
  body: taskInput,
  reply: task,
  status: 201,
  errors: ['record_in_bin'],
})
export const updateTask = endpoint({
  id: 'tasks.update',
  method: 'PATCH',
  path: '/tasks/{id}',
  summary:
    'Change a task, let it rest, or tick it off with `doneOn`: one that comes again is followed by the next',
  ...write,
  offline: 'queue',
  ...one,
  body: taskPatch,
  reply: task,
  status: 200,
  ifMatch: true,
})
export const removeTask = endpoint({
  id: 'tasks.remove',
  method: 'DELETE',
  path: '/tasks/{id}',
  summary: 'Delete a task (undo brings it back)',
  ...write,
  ...one,
  reply: null,
  status: 204,
  ifMatch: true,
})

export const uploadDocument = endpoint({
  id: 'documents.upload',
  method: 'POST',
  path: '/documents',
  summary: 'Attach a file (at most 20 MB) to a record; the body is its bytes, the type its Content-Type',
  ...write,
  offline: 'queue',
  query: z.object({ ...p.recordRef.shape, filename: p.line(255), kind: documentKind.default('other') }),
  body: 'binary',
  reply: documentMeta,
  status: 201,
  errors: ['record_in_bin', 'too_large'],
})
export const downloadDocument = endpoint({
  id: 'documents.download',
  method: 'GET',
  path: '/documents/{id}/content',
  summary: 'The bytes of a document, as an attachment',
  access: 'read',
  ...one,
  reply: 'binary',
  status: 200,
})
export const removeDocument = endpoint({
  id: 'documents.remove',
  method: 'DELETE',
  path: '/documents/{id}',
  summary: 'Delete a document (undo brings it back); receipts of what is claimed stay',
  ...write,
  ...one,
  errors: ['not_found', 'receipt_claimed'],
  reply: null,
  status: 204,
  ifMatch: true,
})

export const listSources = endpoint({
  id: 'sources.list',
  method: 'GET',
  path: '/sources',
  summary: 'All sources',
  access: 'read',
  reply: z.object({ items: z.array(source) }),
  status: 200,
})
export const createSource = endpoint({
  id: 'sources.create',
  method: 'POST',
  path: '/sources',
  summary: 'Add a source',
  ...write,
  body: sourceInput,
  reply: source,
  status: 201,
})
export const citeSource = endpoint({
  id: 'sources.cite',
  method: 'POST',
  path: '/sources/{id}/citations',
  summary: 'Say that a record comes from this source',
  ...write,
  params: p.byId,
  body: p.recordRef,
  reply: source,
  status: 200,
  errors: ['not_found', 'record_in_bin'],
})
export const createStatement = endpoint({
  id: 'statements.create',
  method: 'POST',
  path: '/statements',
  summary: 'Record what a source says about a record',
  ...write,
  body: statementInput,
  reply: statement,
  status: 201,
  errors: ['record_in_bin'],
})
export const removeStatement = endpoint({
  id: 'statements.remove',
  method: 'DELETE',
  path: '/statements/{id}',
  summary: 'Delete a statement (undo brings it back)',
  ...write,
  ...one,
  reply: null,
  status: 204,
  ifMatch: true,
})

export const dossierEndpoints = [
  readDossier,
  createNote,
  updateNote,
  removeNote,
  listTasks,
  createTask,
  updateTask,
  removeTask,
  uploadDocument,
  downloadDocument,
  removeDocument,
  listSources,
  createSource,
  citeSource,
  createStatement,
  removeStatement,
] as const
