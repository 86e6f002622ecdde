import * as z from 'zod'
import { rights } from '../domain/rights.ts'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'

export const languages = ['en', 'fr'] as const

/** The request header that says as whom one acts, where the host lets one choose: a person's id, or "viewer". */
export const actorHeader = 'x-corridor-actor'

/**
 * The request header that says when a write was made, where it waited for a connection before it could be sent: an ISO
 * instant. Notes and documents bear it, the history bears when they came.
 */
export const writtenHeader = 'x-corridor-written'

export const workspace = z
  .object({
    version: p.version,
    name: z.string(),
    /** The day all is shown as of by default; null means today. */
    asOf: z.string().nullable(),
    homeCurrency: z.string(),
    language: z.enum(languages),
    /** What it was begun with. */
    origin: z.enum(['demo', 'empty', 'import']),
    counts: z.record(z.string(), z.int()),
  })
  .meta({ id: 'Workspace' })
export type Workspace = z.infer<typeof workspace>

const settings = {
  name: p.line(200),
  asOf: p.civilDate.nullable(),
  homeCurrency: z.string().regex(/^[A-Z]{3}$/, 'Not an ISO 4217 code'),
  language: z.enum(languages),
}

/** Who is asking. In the browser a person chosen in the workspace; on Node, until accounts exist, the local user. */
export const session = z
  .object({
    actor: p.named.nullable(),
    role: z.enum(['manager', 'viewer']),
    /** Where people sign in: the rights that their roles give them somewhere. */
    rights: z.array(z.enum(rights)).optional(),
    /** Whether the reader may choose who they are (browser mode). */
    switchable: z.boolean(),
    host: z.enum(['browser', 'node', 'test']),
    today: z.string(),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof session>

export const actorChoice = z.object({
  person: p.named,
  organisation: p.named.nullable(),
  title: z.string().nullable(),
})

export const readSession = endpoint({
  id: 'session.read',
  method: 'GET',
  path: '/session',
  summary: 'Who is asking, and what they may do',
  access: 'read',
  reply: session,
  status: 200,
})
export const listActors = endpoint({
  id: 'session.actors',
  method: 'GET',
  path: '/session/actors',
  summary: 'The persons of the home clusters one can act as, by cluster',
  access: 'read',
  reply: z.object({ items: z.array(actorChoice) }),
  status: 200,
})
export const readRights = endpoint({
  id: 'session.rights',
  method: 'GET',
  path: '/session/rights',
  summary: 'What the roles of who is asking let them do to one record',
  access: 'read',
  query: p.recordRef,
  reply: z.object({ rights: z.array(z.enum(rights)) }),
  status: 200,
})
export const readWorkspace = endpoint({
  id: 'workspace.read',
  method: 'GET',
  path: '/workspace',
  summary: 'The workspace’s settings',
  access: 'read',
  reply: workspace,
  status: 200,
})
export const updateWorkspace = endpoint({
  id: 'workspace.update',
  method: 'PATCH',
  path: '/workspace',
  summary: 'Change the workspace’s settings',
  access: 'write',
  body: z.object(settings).partial(),
  reply: workspace,
  status: 200,
  ifMatch: true,
})
export const resetWorkspace = endpoint({
  id: 'workspace.reset',
  method: 'POST',
  path: '/workspace/reset',
  summary: 'Replace everything by the demo workspace, or by an empty one',
  access: 'write',
  body: z.object({ to: z.enum(['demo', 'empty']) }),
  reply: workspace,
  status: 200,
  errors: ['demo_unavailable'],
})
/** Operations that replace the whole workspace: nothing that was read before holds any more. */
export const replacingWorkspace: readonly string[] = ['workspace.reset', 'workspace.import']

export const exportWorkspace = endpoint({
  id: 'workspace.export',
  method: 'GET',
  path: '/workspace/export',
  summary: 'The whole workspace as one file (see docs/workspace-file.md)',
  access: 'read',
  reply: 'binary',
  status: 200,
})
export const importWorkspace = endpoint({
  id: 'workspace.import',
  method: 'POST',
  path: '/workspace/import',
  summary: 'Replace everything by the content of a workspace file',
  access: 'write',
  body: 'binary',
  reply: workspace,
  status: 200,
  errors: ['workspace_file_invalid', 'too_large'],
})

/** Rows by table ("organisations": 36); tables without any are left out. */
const rowCounts = z.record(z.string(), z.int())
export const sampleData = z
  .object({
    /** What is marked as invented. */
    marked: rowCounts,
    /** What is not, and goes with it: it hangs on marked records alone, like a note on one or a meeting with one. */
    added: rowCounts,
    /** How many records that stay refer to what would go: while there are any, the removal is refused. */
    blocking: z.int(),
    /** The first of these. */
    blockers: z.array(z.object({ noun: z.string(), recordId: p.id, title: z.string() })),
  })
  .meta({ id: 'SampleData' })
export type SampleData = z.infer<typeof sampleData>
export const readSample = endpoint({
  id: 'workspace.sample',
  method: 'GET',
  path: '/workspace/sample',
  summary: 'What sample data there is: what its removal would take away, and what stands in its way',
  access: 'read',
  reply: sampleData,
  status: 200,
})
export const removeSample = endpoint({
  id: 'workspace.remove-sample',
  method: 'POST',
  path: '/workspace/sample/removal',
  summary:
    'Remove all sample data at once, with what hangs on it alone (undo brings it back). Refused while other records refer to it',
  access: 'write',
  reply: workspace,
  status: 200,
  errors: ['in_use'],
})

export const workspaceEndpoints = [
  readSession,
  listActors,
  readRights,
  readWorkspace,
  updateWorkspace,
  resetWorkspace,
  exportWorkspace,
  importWorkspace,
  readSample,
  removeSample,
] as const
