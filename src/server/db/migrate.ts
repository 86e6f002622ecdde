import { CompiledQuery, sql } from 'kysely'
import type { Db } from './database.ts'
import { migrations } from './migrations.ts'

/** Thrown where the database was written by a later version of the application. */
export class DatabaseTooNew extends Error {}

const lockKey = 727_365_301

/**
 * Brings the database forward to this version's schema, each migration in a transaction of its own and under a lock,
 * so that two hosts starting together are safe. Gives the names of those it ran.
 */
export async function migrate(db: Db): Promise<string[]> {
  await sql`create table if not exists migrations (name text primary key, run_at timestamptz not null default now())`.execute(
    db,
  )
  const ran: string[] = []
  const known = new Set(migrations.map((migration) => migration.name))
  for (const name of await applied(db)) {
    if (!known.has(name))
      throw new DatabaseTooNew(`The database holds migration ${name}, which this version does not know`)
  }
  for (const migration of migrations) {
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(lockKey)})`.execute(tx)
      if ((await applied(tx)).includes(migration.name)) return
      for (const statement of statementsOf(migration.sql)) await tx.executeQuery(CompiledQuery.raw(statement))
      await sql`insert into migrations (name) values (${migration.name})`.execute(tx)
      ran.push(migration.name)
    })
  }
  return ran
}

async function applied(db: Db): Promise<string[]> {
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
