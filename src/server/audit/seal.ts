import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import { type Act, actDigest, blockHash, linkHash } from './chain.ts'
import { contentDigest } from './content.ts'

export interface Head {
  block: number
  entries: number
  at: string
  hash: string
}

/** Held by whoever seals, on whichever node, and by an erasure. */
const sealKey = 727_365_303

/** Nobody seals until this transaction is over; waits for who does. */
export const holdSealing = (tx: Tx) => sql`select pg_advisory_xact_lock(${sql.lit(sealKey)})`.execute(tx)

/** Entries in a block, at most. */
const most = 1000

interface Pending extends Act {
  seq: number
  at: string
  kind: string
  contentSalt: string | null
  content: string | null
}

/**
 * Seals what has been committed and is not sealed yet, block by block, in the order it came. Gives the end of the chain, or null
 * where there was nothing to seal, or somebody else is at it.
 */
export async function seal(db: Db, clock: () => Date): Promise<Head | null> {
  let head: Head | null = null
  for (;;) {
    const sealed = await db.transaction().execute((tx) => sealBlock(tx, clock()))
    if (!sealed) return head
    head = sealed.head
    if (sealed.entries < most) return head
  }
}

async function sealBlock(tx: Tx, now: Date): Promise<{ head: Head; entries: number } | null> {
  const { rows: held } = await sql<{
    held: boolean
  }>`select pg_try_advisory_xact_lock(${sql.lit(sealKey)}) as held`.execute(tx)
  if (!held[0]?.held) return null
  const pending = await pendingIn(tx)
  if (pending.length === 0) return null
  const before = await tx
    .selectFrom('audit_head')
    .select(['blocks', 'entries', 'hash'])
    .executeTakeFirstOrThrow()
  let [position, hash] = [before.entries, before.hash]
  const sealed = []
  for (const entry of pending) {
    position++
    const salt = crypto.randomUUID()
    const act = await actDigest(salt, entry)
    hash = await linkHash(hash, { position, at: entry.at, kind: entry.kind, act, content: entry.content })
    const { seq, content, contentSalt } = entry
    sealed.push({ seq, position, salt, act, content_salt: content && contentSalt, content, hash })
  }
  await sql`
    update audit_entries e set position = s.position, salt = s.salt, act = s.act, content_salt = s.content_salt, content = s.content, hash = s.hash
    from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) as s
      (seq bigint, position bigint, salt text, act text, content_salt text, content text, hash text)
    where e.seq = s.seq`.execute(tx)
  const block = { number: before.blocks + 1, at: now.toISOString(), last: position }
  hash = await blockHash(hash, block)
  await tx
    .insertInto('audit_blocks')
    .values({ ...block, hash })
    .execute()
  await tx.updateTable('audit_head').set({ blocks: block.number, entries: position, hash }).execute()
  return { head: { block: block.number, entries: position, at: block.at, hash }, entries: pending.length }
}

async function pendingIn(tx: Tx): Promise<Pending[]> {
  const { rows } = await sql<Pending>`
    with picked as materialized (
      select e.*, case when e.change_set_id is not null then gen_random_uuid()::text end as own_salt
      from audit_entries e where e.position is null order by e.seq limit ${sql.lit(most)}
    )
    select p.seq, p.at, p.kind, p.verb, p.user_id as "userId", p.person_id as "personId", p.noun, p.record_id as "recordId",
      p.change_set_id as "changeSetId", p.detail, p.own_salt as "contentSalt",
      ${contentDigest(sql`p.change_set_id`, sql`p.own_salt`)} as content
    from picked p order by p.seq`.execute(tx)
  return rows
}

/** Where the chain ends; null while nothing is sealed. */
export async function headOf(db: Db): Promise<Head | null> {
  const { rows } = await sql<Head>`
    select b.number as block, b.last as entries, b.at, b.hash from audit_blocks b order by b.number desc limit 1`.execute(
    db,
  )
  return rows[0] ?? null
}
