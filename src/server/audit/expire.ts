import { sql } from 'kysely'
import { expiringKinds } from '../../contract/audit.ts'
import type { Db } from '../db/database.ts'
import { note } from './acts.ts'
import { holdSealing } from './seal.ts'

/** How long it is known who saw what, who signed in and what was taken out, in months, unless told otherwise. */
export const keptMonths = 12

/**
 * Forgets what was seen, taken out and signed in longer ago than it is kept. Of an entry stay its place, its time and its kind, and the
 * digest that keeps the chain whole.
 */
export async function expire(db: Db, now: Date, months: number): Promise<number> {
  const before = new Date(now)
  before.setUTCMonth(before.getUTCMonth() - months)
  return db.transaction().execute(async (tx) => {
    await holdSealing(tx)
    const { numAffectedRows = 0n } = await sql`
      update audit_entries set expired = true, verb = null, user_id = null, person_id = null, noun = null, record_id = null, detail = null, salt = null
      where kind = any (${sql.val([...expiringKinds])}::text[]) and at < ${before.toISOString()} and position is not null and not expired`.execute(
      tx,
    )
    const count = Number(numAffectedRows)
    const detail = { before: before.toISOString(), count }
    if (count > 0) await note(tx, [{ at: now, kind: 'audit', verb: 'audit.expire', detail }])
    return count
  })
}
