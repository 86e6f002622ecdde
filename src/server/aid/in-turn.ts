import { sql } from 'kysely'
import type { Context } from '../context.ts'

/**
 * Lets those who write what the aid of undertakings is summed up from do so one after the other: of two awards at once the second
 * finds the first, whichever companies of one undertaking they are for.
 */
export async function aidInTurn(ctx: Pick<Context, 'db'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(lockKey)})`.execute(ctx.db)
}

const lockKey = 727_365_302
