import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import type { Db } from '../../src/server/db/database.ts'
import { memoryDatabase } from '../../src/server/db/memory.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { migrations } from '../../src/server/db/migrations.ts'
import { openPglite, pgliteExtensions, pgliteParsers } from '../../src/server/db/pglite.ts'
import { openPostgres } from '../../src/server/db/postgres.ts'

/** Names the schema, so that a dump or a template of an older one is never taken for it. */
const schemaHash = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 12)

export interface TestDatabase {
  db: Db
  drop: () => Promise<void>
}

/**
 * A new migrated database of the test's own: on the server of TEST_DATABASE_URL where that is set (its role must be
 * allowed to create databases), otherwise PGlite in memory.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  return server ? onPostgres(server) : inMemory()
}

async function inMemory(): Promise<TestDatabase> {
  const db = await memoryDatabase(await migratedDump())
  return { db, drop: () => db.destroy() }
}

/** A dump of the migrated, empty database: restoring it takes a fraction of what migrating anew does. */
async function migratedDump(): Promise<Blob> {
  // A path, not a URL: in the tests of screens `URL` is the browser's.
  const folder = resolve(import.meta.dirname, '../../node_modules/.cache/corridor-tests')
  const name = `migrated-${schemaHash}.tar`
  const file = join(folder, name)
  try {
    return new Blob([readFileSync(file)])
  } catch {
    const pglite = await PGlite.create({
      extensions: pgliteExtensions,
      parsers: pgliteParsers,
      // The smallest log segments: most of a fresh database is empty log.
      initDbStartParams: ['--wal-segsize=1'],
    })
    const db = openPglite(pglite)
    await migrate(db)
    const dump = await pglite.dumpDataDir('none')
    await db.destroy()
    mkdirSync(folder, { recursive: true })
    for (const old of readdirSync(folder))
      if (/^migrated-\w+\.tar$/.test(old)) rmSync(join(folder, old), { force: true })
    // Test files run side by side: each writes its own copy, and the last rename wins.
    const own = join(folder, `${name}.${randomUUID()}`)
    writeFileSync(own, new Uint8Array(await dump.arrayBuffer()))
    renameSync(own, file)
    return dump
  }
}

/** One template per schema, made once per server; copying it is cheaper than migrating. */
async function onPostgres(server: string): Promise<TestDatabase> {
  const template = `corridor_template_${schemaHash}`
  const name = `corridor_test_${randomUUID().replaceAll('-', '')}`
  // A lock belongs to its connection, so the administrator has one only.
  const admin = openPostgres(server, 1)
  const alone = async (work: () => Promise<void>) => {
    await sql`select pg_advisory_lock(727365302)`.execute(admin)
    try {
      await work()
    } finally {
      await sql`select pg_advisory_unlock(727365302)`.execute(admin)
    }
  }
  await alone(async () => {
    const { rows } = await sql`select from pg_database where datname = ${template}`.execute(admin)
    if (rows.length === 0) {
      await dropOldTemplates(admin)
      const draft = `${template}_draft`
      await sql`drop database if exists ${sql.id(draft)}`.execute(admin)
      await sql`create database ${sql.id(draft)} template template0 encoding 'UTF8'`.execute(admin)
      const db = openPostgres(urlOf(server, draft), 1)
      await migrate(db)
      await db.destroy()
      await sql`alter database ${sql.id(draft)} rename to ${sql.id(template)}`.execute(admin)
    }
    await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(admin)
  })
  const db = openPostgres(urlOf(server, name))
  return {
    db,
    drop: async () => {
      await db.destroy()
      await sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin)
      await admin.destroy()
    },
  }
}

async function dropOldTemplates(admin: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select datname as name from pg_database where datname like 'corridor\\_template\\_%'`.execute(admin)
  for (const { name } of rows) await sql`drop database if exists ${sql.id(name)}`.execute(admin)
}

function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}
