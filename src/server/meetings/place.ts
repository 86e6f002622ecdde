import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** Takes meetings off the grid; what is nowhere is not locked either. */
export async function takeOffGrid(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update meetings set slot_id = null, table_id = null, locked = false where id = any (${ids}::uuid[]) and slot_id is not null`.execute(
    ctx.db,
  )
}
