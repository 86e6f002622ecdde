import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'

/**
 * What an entry tells of: a change of records ("adopted" where it was made before the audit began or came with a workspace); of
 * accounts, roles, tokens and sessions; of the workspace as a whole; somebody signing in or failing to; something seen; something
 * taken out; what the audit does by itself.
 */
export const auditKinds = [
  'change',
  'adopted',
  'access',
  'workspace',
  'sign-in',
  'read',
  'export',
  'audit',
] as const
export type AuditKind = (typeof auditKinds)[number]

/** What is kept for a time only. */
export const expiringKinds: readonly AuditKind[] = ['read', 'sign-in', 'export']

export const auditEntry = z
  .object({
    /** Counts entries as they came; not their place in the chain. */
    seq: z.int(),
    /** The place in the chain; null until it is sealed, some seconds later. */
    position: z.int().nullable(),
    at: p.instant,
    kind: z.enum(auditKinds),
    /** The operation's id; null where the entry has expired. */
    verb: z.string().nullable(),
    person: p.named.nullable(),
    /** The account's address, where there is an account. */
    email: z.string().nullable(),
    /** The token by which a program did it in their name. */
    token: p.named.nullable(),
    noun: z.string().nullable(),
    recordId: z.string().nullable(),
    /** What the record is called now. */
    title: z.string().nullable(),
    changeSetId: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()).nullable(),
    expired: z.boolean(),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof auditEntry>

const filters = {
  kind: z.enum(auditKinds).optional().meta({ description: '"change" gives adopted changes as well' }),
  person: p.id.optional(),
  noun: p.line(100).optional(),
  recordId: p.id.optional(),
  from: p.civilDate.optional(),
  to: p.civilDate.optional(),
}
export const auditFilters = z.object(filters)
export type AuditFilters = z.output<typeof auditFilters>

export const listAudit = endpoint({
  id: 'audit.list',
  method: 'GET',
  path: '/audit',
  summary: 'Who saw or changed what, newest first',
  access: 'read',
  query: z.object({
    ...filters,
    cursor: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ items: z.array(auditEntry), next: z.string().nullable() }),
  status: 200,
})

/** The end of the chain. Whoever notes it elsewhere sees later whether what was before it has been rewritten. */
const head = z.object({ block: z.int(), entries: z.int(), at: p.instant, hash: z.string() })

export const auditFlaws = [
  'missing',
  'surplus',
  'altered',
  'broken',
  'block',
  'tail',
  'history_altered',
  'history_gone',
  'history_added',
  'anchor',
  'unreadable',
] as const

export const auditVerdict = z
  .object({
    ok: z.boolean(),
    /** How many entries are sealed, and in how many blocks. */
    entries: z.int(),
    blocks: z.int(),
    /** Entries not sealed yet: about them nothing can be said. */
    pending: z.int(),
    /** Entries whose time was over: that they were, and when, is still checked. */
    expired: z.int(),
    /** Changes that somebody’s erasure took data out of. */
    redacted: z.int(),
    /** Changes of a workspace that has been replaced since. */
    replaced: z.int(),
    head: head.nullable(),
    /** The first thing that is wrong, and where. */
    flaw: z
      .object({ code: z.enum(auditFlaws), position: z.int().nullable(), block: z.int().nullable() })
      .nullable(),
  })
  .meta({ id: 'AuditVerdict' })
export type AuditVerdict = z.infer<typeof auditVerdict>

export const verifyAudit = endpoint({
  id: 'audit.verify',
  method: 'GET',
  path: '/audit/verdict',
  summary: 'Check the whole chain, and the history against it',
  access: 'read',
  query: z.object({
    anchor: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'Not a hash')
      .optional()
      .meta({ description: 'The hash of a head noted earlier: the chain must still hold it' }),
  }),
  reply: auditVerdict,
  status: 200,
})

export const exportAudit = endpoint({
  id: 'audit.export',
  method: 'GET',
  path: '/audit/file',
  summary: 'The entries that the filters find as a file; as JSON with all that checking the chain takes',
  access: 'read',
  query: z.object({ ...filters, format: z.enum(['csv', 'json']).default('json') }),
  reply: 'binary',
  status: 200,
})

export const auditEndpoints = [listAudit, verifyAudit, exportAudit] as const
