import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { note } from './acts.ts'
import { holdSealing } from './seal.ts'

/**
 * Tells the audit that data was taken out of the rows of these change sets: an entry for each stands for the rows as they are now. What
 * stood for them before stays in the chain, without the salt that would let anybody guess what they were.
 */
export async function redact(ctx: Context, changeSetIds: readonly string[]): Promise<void> {
  if (changeSetIds.length === 0) return
  await holdSealing(ctx.db as Tx)
  const { rows } = await sql<{ id: string }>`
    update audit_entries set content_salt = null
    where change_set_id = any (${sql.val([...changeSetIds])}::uuid[]) and position is not null
    returning change_set_id as id`.execute(ctx.db)
  const { userId, id: personId } = ctx.actor
  const detail = { erasure: ctx.changeSetId }
  await note(
    ctx.db,
    [...new Set(rows.map(({ id }) => id))].map((changeSetId) => ({
      at: ctx.now,
      kind: 'audit',
      verb: 'audit.redact',
      userId,
      personId,
      changeSetId,
      detail,
    })),
  )
}
