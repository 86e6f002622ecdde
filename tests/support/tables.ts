import { sql } from 'kysely'
import type { Db } from '../../src/server/db/database.ts'

/** Tables whose rows say what was done, not what is; and what is kept of it, for a redo or to find words by. */
const records = [
  'change_sets',
  'changes',
  'idempotency_keys',
  'migrations',
  'document_contents',
  'search_words',
  'organisation_counts',
]

type Content = Record<string, unknown[]>

async function rowsOf(db: Db, leftOut: readonly string[], uncounted: readonly string[]): Promise<Content> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`.execute(db)
  const content: Content = {}
  for (const { name } of tables.filter((table) => !leftOut.includes(table.name))) {
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(t) - ${sql.val(uncounted)}::text[] as row from ${sql.table(name)} t order by to_jsonb(t)::text`.execute(
      db,
    )
    content[name] = rows.map(({ row }) => row)
  }
  return content
}

/** What every table holds, but for history, versions and times of change. */
export const contentOf = (db: Db): Promise<Content> => rowsOf(db, records, ['version', 'updated_at'])

/** What every table holds, to the last column. */
export const everythingIn = (db: Db): Promise<Content> => rowsOf(db, [], [])
