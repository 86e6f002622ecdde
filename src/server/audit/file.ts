import * as z from 'zod'
import type { AuditVerdict } from '../../contract/audit.ts'
import { ChainCheck } from './check.ts'
import { verdictOf } from './verify.ts'

const text = z.string().nullable()
const entry = z.object({
  position: z.int(),
  at: z.string(),
  kind: z.string(),
  act: z.string(),
  content: text,
  hash: z.string(),
  // Left out where the filters did not ask for it.
  expired: z.boolean().optional(),
  salt: text.optional(),
  verb: text.optional(),
  userId: text.optional(),
  personId: text.optional(),
  noun: text.optional(),
  recordId: text.optional(),
  changeSetId: text.optional(),
  detail: text.optional(),
  // For who reads it; names change, and are not sealed: `wordsOf` says so of every file.
  email: z.string().optional(),
  person: z.string().optional(),
  title: text.optional(),
})
export type FileEntry = z.infer<typeof entry>

/** The audit as a file, which can be checked by itself. */
export const auditFile = z.object({
  format: z.literal('corridor-audit'),
  version: z.literal(1),
  madeAt: z.string(),
  filters: z.record(z.string(), z.string()),
  head: z.object({ block: z.int(), entries: z.int(), at: z.string(), hash: z.string() }).nullable(),
  blocks: z.array(z.object({ number: z.int(), at: z.string(), last: z.int(), hash: z.string() })),
  entries: z.array(entry),
})
export type AuditFile = z.infer<typeof auditFile>

/** Checks an exported audit; what the history holds can't be asked there. */
export async function verifyFile(content: unknown, anchor?: string): Promise<AuditVerdict> {
  const check = new ChainCheck()
  const parsed = auditFile.safeParse(content)
  const redacted = new Set<string>()
  if (!parsed.success) check.fail('unreadable')
  else {
    for (const { verb, changeSetId } of parsed.data.entries)
      if (verb === 'audit.redact' && changeSetId) redacted.add(changeSetId)
    if (await walk(check, parsed.data)) check.end(anchor)
  }
  return { ...verdictOf(check), pending: 0, redacted: redacted.size, replaced: 0 }
}

async function walk(check: ChainCheck, { blocks, entries, head }: AuditFile): Promise<boolean> {
  let at = 0
  for (const block of blocks) {
    if (block.number !== check.blocks + 1) return check.fail('block', { block: check.blocks + 1 })
    for (; check.entries < block.last; at++) {
      const found = entries[at]
      if (!found || found.position > block.last)
        return check.fail('missing', { position: check.entries + 1, block: block.number })
      const { salt = null, verb = null, userId = null, personId = null, noun = null } = found
      const { recordId = null, changeSetId = null, detail = null } = found
      const said =
        found.salt === undefined ? null : { verb, userId, personId, noun, recordId, changeSetId, detail }
      if (!(await check.entry({ ...found, expired: found.expired === true, salt, said }, block.number)))
        return false
    }
    if (!(await check.block(block))) return false
  }
  const next = entries[at]
  if (next) return check.fail('surplus', { position: next.position })
  const asSaid =
    (head?.hash ?? null) === (check.head?.hash ?? null) &&
    (head?.entries ?? 0) === check.entries &&
    head?.block === check.head?.block &&
    head?.at === check.head?.at
  return asSaid || check.fail('tail', { position: check.entries + 1, block: check.blocks + 1 })
}
