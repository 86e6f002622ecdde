import { sql } from 'kysely'
import type { AuditVerdict } from '../../contract/audit.ts'
import type { Db, Tx } from '../db/database.ts'
import { replacing } from './acts.ts'
import type { Act, Block } from './chain.ts'
import { ChainCheck, type Found } from './check.ts'
import { contentDigest } from './content.ts'

/** Entries looked at in one go. */
const page = 1000

interface Row extends Omit<Found, 'said'>, Act {
  /** Whether this is the last that was said of its change: what stood for its rows before has been put right since. */
  isLast: boolean
  contentNow: string | null
  isThere: boolean
}

/**
 * Checks the whole chain of a database, and the history against it, in one snapshot. Nothing that is kept there is believed: all
 * hashes are worked out anew. Writes nothing.
 */
export async function verify(db: Db, anchor?: string): Promise<AuditVerdict> {
  return db.transaction().execute(async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    return verifyIn(tx, anchor)
  })
}

/** The same in a transaction that there is already. */
export async function verifyIn(tx: Tx, anchor?: string): Promise<AuditVerdict> {
  const check = new ChainCheck()
  const replacedAt = await lastReplaced(tx)
  let replaced = 0
  const holds = await walk(tx, check, ({ changeSetId, isLast, isThere, contentNow, content, position }) => {
    if (!changeSetId || !isLast) return true
    if (isThere) return contentNow === content || check.fail('history_altered', { position })
    if (position > replacedAt) return check.fail('history_gone', { position })
    replaced++
    return true
  })
  await notePending(tx, check)
  if (holds && (await nothingBeyond(tx, check))) check.end(anchor)
  return { ...(await counted(tx)), ...verdictOf(check), replaced }
}

export const verdictOf = (check: ChainCheck) => ({
  ok: check.flaw === null,
  entries: check.entries,
  blocks: check.blocks,
  expired: check.expired,
  head: check.head,
  flaw: check.flaw && { code: check.flaw.code, position: check.flaw.position, block: check.flaw.block },
})

async function walk(tx: Tx, check: ChainCheck, alike: (row: Row) => boolean): Promise<boolean> {
  const blocks = (await tx.selectFrom('audit_blocks').selectAll().orderBy('number').execute()) as Block[]
  let rows: Row[] = []
  let at = 0
  for (const block of blocks) {
    if (block.number !== check.blocks + 1) return check.fail('block', { block: check.blocks + 1 })
    while (check.entries < block.last) {
      if (at === rows.length) [rows, at] = [await pageAfter(tx, check.entries), 0]
      const row = rows[at++]
      if (!row || row.position > block.last)
        return check.fail('missing', { position: check.entries + 1, block: block.number })
      if (!(await check.entry({ ...row, said: actOf(row) }, block.number)) || !alike(row)) return false
    }
    if (!(await check.block(block))) return false
  }
  return true
}

const actOf = ({ verb, userId, personId, noun, recordId, changeSetId, detail }: Row): Act => ({
  verb,
  userId,
  personId,
  noun,
  recordId,
  changeSetId,
  detail,
})

async function pageAfter(tx: Tx, position: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with e as materialized (
      select e.*, e.change_set_id is not null and not exists (
        select from audit_entries l where l.change_set_id = e.change_set_id and (l.position is null or l.position > e.position)) as is_last
      from audit_entries e where e.position > ${position} order by e.position limit ${sql.lit(page)}
    )
    select e.position, e.at, e.kind, e.act, e.content, e.hash, e.salt, e.expired, e.verb, e.user_id as "userId", e.person_id as "personId",
      e.noun, e.record_id as "recordId", e.change_set_id as "changeSetId", e.detail, e.is_last as "isLast",
      case when e.is_last then ${contentDigest(sql`e.change_set_id`, sql`e.content_salt`)} end as "contentNow",
      exists (select from change_sets s where s.id = e.change_set_id) as "isThere"
    from e order by e.position`.execute(tx)
  return rows
}

/** Whether there is no more than the chain tells of, neither in the audit nor in the history, and no less than its end says. */
async function nothingBeyond(tx: Tx, check: ChainCheck): Promise<boolean> {
  const { rows } = await sql<{
    surplus: number | null
    blocks: number
    entries: number
    hash: string
    added: boolean
  }>`
    select (select min(position) from audit_entries where position > ${check.entries}) as surplus, h.blocks, h.entries, h.hash,
      h.active and exists (select from change_sets s where not exists (select from audit_entries e where e.change_set_id = s.id)) as added
    from audit_head h`.execute(tx)
  const [end] = rows
  if (!end) return check.fail('tail')
  if (end.surplus !== null) return check.fail('surplus', { position: end.surplus })
  const asSaid =
    end.blocks === check.blocks && end.entries === check.entries && end.hash === (check.head?.hash ?? '')
  if (!asSaid) return check.fail('tail', { position: check.entries + 1, block: check.blocks + 1 })
  return !end.added || check.fail('history_added')
}

async function lastReplaced(tx: Tx): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(coalesce(position, 9007199254740991)), 0) as last from audit_entries
    where verb = any (${sql.val([...replacing])}::text[])`.execute(tx)
  return rows[0]?.last ?? 0
}

/** What was forgotten by an act that is not sealed yet. */
async function notePending(tx: Tx, check: ChainCheck): Promise<void> {
  const rows = await tx
    .selectFrom('audit_entries')
    .select('detail')
    .where('position', 'is', null)
    .where('verb', '=', 'audit.expire')
    .execute()
  for (const { detail } of rows) check.noteExpiry(Number.POSITIVE_INFINITY, detail)
}

async function counted(tx: Tx): Promise<{ pending: number; redacted: number }> {
  const { rows } = await sql<{ pending: number; redacted: number }>`
    select (select count(*)::int from audit_entries where position is null) as pending,
      (select count(distinct change_set_id)::int from audit_entries where verb = 'audit.redact') as redacted`.execute(
    tx,
  )
  return rows[0] ?? { pending: 0, redacted: 0 }
}
