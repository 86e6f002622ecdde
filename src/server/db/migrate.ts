import { CompiledQuery, sql } from 'kysely'
import type { Db, Tx } from './database.ts'
import { migrations } from './migrations.ts'

/** Thrown where the database was written by a later version of the application. */
export class DatabaseTooNew extends Error {}

const lockKey = 727_365_301

/**
 * Brings the database forward to this version's schema, each migration in a transaction of its own and under a lock,
 * so that two hosts starting together are safe. Gives the names of those it ran.
 */
export async function migrate(db: Db): Promise<string[]> {
  await underLock(db, async (tx) => {
    await sql`create table if not exists migrations (name text primary key, run_at timestamptz not null default now())`.execute(
      tx,
    )
  })
  const ran: string[] = []
  const known = new Set(migrations.map((migration) => migration.name))
  for (const name of await applied(db)) {
    if (!known.has(name))
      throw new DatabaseTooNew(`The database holds migration ${name}, which this version does not know`)
  }
  for (const migration of migrations) {
    await underLock(db, async (tx) => {
      if ((await applied(tx)).includes(migration.name)) return
      for (const statement of statementsOf(migration.sql)) await tx.executeQuery(CompiledQuery.raw(statement))
      await sql`insert into migrations (name) values (${migration.name})`.execute(tx)
      ran.push(migration.name)
    })
  }
  return ran
}

/**
 * Runs in a transaction that no other host is in at the same time. The lock belongs to the transaction and not to the connection,
 * so that it holds behind a pooler too; however long another takes, it is waited for.
 */
export const underLock = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('statement_timeout', '0', true)`.execute(tx)
    await sql`select pg_advisory_xact_lock(${sql.lit(lockKey)})`.execute(tx)
    return work(tx)
  })

/** Whether the database has exactly this version's schema. Throws where it can't be reached. */
export async function isCurrent(db: Db): Promise<boolean> {
  const there = new Set(await applied(db))
  return there.size === migrations.length && migrations.every(({ name }) => there.has(name))
}

async function applied(db: Db | Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(db)
  return rows.map((row) => row.name)
}

/** The statements of a migration: drivers take one at a time. Semicolons in strings, $$ bodies and comments don't end one. */
export function statementsOf(text: string): string[] {
  const statements: string[] = []
  let current = ''
  const token = /--[^\n]*|'(?:[^']|'')*'|\$\$[\s\S]*?\$\$|;|[^;'$-]+|[\s\S]/g
  for (const [part] of text.matchAll(token)) {
    if (part === ';') {
      if (current.trim()) statements.push(current.trim())
      current = ''
    } else if (!part.startsWith('--')) current += part
  }
  if (current.trim()) statements.push(current.trim())
  return statements
}
