import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

/** For how long a claimed delivery is left to who claimed it: longer than an attempt takes. In milliseconds. */
const lease = 60_000

export interface Claimed {
  id: string
  claim: string
  at: string
  type: string
  noun: string | null
  recordId: string | null
  version: number | null
  count: number | null
  verb: string | null
  tries: number
}

/** The receivers for whom something is due. */
export async function dueEndpoints(db: Db, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select w.id from webhook_endpoints w
    where w.enabled and exists (
      select from webhook_deliveries d where d.endpoint_id = w.id and d.state = 'waiting' and d.next_at <= ${now.toISOString()})
    order by w.id`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Takes some of what is due for a receiver, so that no other node does as long as the lease holds. Whoever ends before it has told what
 * came of it leaves it to the next, who sends it again: at least once.
 */
export async function claimDue(
  db: Db,
  endpointId: string,
  { now, claim, most }: { now: Date; claim: string; most: number },
): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    update webhook_deliveries d set claim = ${claim}, next_at = ${new Date(now.getTime() + lease).toISOString()}
    where d.id in (
      select c.id from webhook_deliveries c
      where c.endpoint_id = ${endpointId} and c.state = 'waiting' and c.next_at <= ${now.toISOString()}
      order by c.next_at, c.seq limit ${most} for update skip locked)
    returning d.id, d.claim, d.at, d.type, d.noun, d.record_id as "recordId", d.version, d.count, d.verb, d.tries`.execute(
    db,
  )
  return rows
}

/** Gives one back that was not sent: it is due at once. */
export const release = (db: Db, { id, claim }: Claimed, now: Date) =>
  db
    .updateTable('webhook_deliveries')
    .set({ claim: null, next_at: now.toISOString() })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .execute()
