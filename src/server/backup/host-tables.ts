import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { hostTables } from '../workspace/file-format.ts'

/**
 * The host's own tables that a backup leaves out: sessions, so that everybody signs in anew; what is under way for minutes or is counted
 * for as long; what was or was to be sent to other addresses, which must not hear of it again.
 */
const leftOut = [
  'migrations',
  'auth_sessions',
  'auth_verifications',
  'attempts',
  'webhook_deliveries',
  'webhook_attempts',
  'presence',
]

export const carriedHostTables = hostTables.filter((name) => !leftOut.includes(name))

/** The columns of a table's primary key, in order. */
export async function keyOf(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.attname as name from pg_index i
    cross join lateral unnest(i.indkey) with ordinality k (attnum, nth)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where i.indrelid = ${table}::regclass and i.indisprimary order by k.nth`.execute(db)
  return rows.map(({ name }) => name)
}
