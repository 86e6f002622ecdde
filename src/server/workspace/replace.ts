import { sql } from 'kysely'
import { refreshAllSmePeriods } from '../companies/standing.ts'
import type { Tx } from '../db/database.ts'
import { migrations } from '../db/migrations.ts'
import { checkLoaded } from './check.ts'
import {
  contentTable,
  derivedTables,
  fileInvalid,
  fileTables,
  formerTables,
  manifestName,
  tableFile,
} from './file-format.ts'
import { load, orInvalid, takeFormer } from './load.ts'
import { openWorkspaceFile } from './read-file.ts'
import { formerTablesAt, upgradeFrom } from './upgrade.ts'

const everyTable = [...fileTables.map(({ name }) => name), contentTable, ...derivedTables]

/** Takes everything away, and leaves the transaction ready to put other content in its place, unnoted by the history. */
export async function wipe(tx: Tx): Promise<void> {
  await sql`select set_config('corridor.change_set', '', true), set_config('corridor.bulk', 'on', true)`.execute(
    tx,
  )
  await sql`truncate table ${sql.join(everyTable.map((name) => sql.table(name)))}`.execute(tx)
}

/** Makes the workspace what a file says, or refuses the file as a whole. */
export async function replaceBy(tx: Tx, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const file = openWorkspaceFile(bytes)
  const upgrade = upgradeFrom(file.manifest.schema)
  const missing = fileTables.find(({ name }) => !Object.hasOwn(file.manifest.tables, name))
  if (missing && file.manifest.schema === migrations.at(-1)?.name)
    throw fileInvalid(manifestName, `${missing.name} is missing`)
  const former = formerTablesAt(file.manifest.schema)
  for (const table of formerTables)
    if (!former.includes(table) && Object.hasOwn(file.manifest.tables, table.name))
      throw fileInvalid(tableFile(table.name), 'does not belong into a workspace file')
  await wipe(tx)
  await sql`set constraints all deferred`.execute(tx)
  await load(tx, file, upgrade)
  for (const table of former) await takeFormer(tx, file, table)
  await orInvalid('tables', undefined, () => sql`set constraints all immediate`.execute(tx))
  await checkLoaded(tx)
  await derive(tx)
  // No host gathers statistics by itself after this (PGlite never does), and plans depend on them.
  await sql`analyze ${sql.join(everyTable.map((name) => sql.table(name)))}`.execute(tx)
  for (const { name, key } of fileTables) if (key === 'seq') await advance(tx, name)
}

/** Makes the search index and the counts. Trigram indexes built at the end take a quarter of the time of growing ones. */
async function derive(tx: Tx): Promise<void> {
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = current_schema() and tablename = any (${derivedTables}::text[]) and indexdef like '% USING gin %'`.execute(
    tx,
  )
  for (const { name } of indexes) await sql`drop index ${sql.id(name)}`.execute(tx)
  await sql`select refresh_all_search()`.execute(tx)
  await refreshAllSmePeriods(tx)
  for (const { definition } of indexes) await sql.raw(definition).execute(tx)
}

/**
 * Lets the numbering go on after the rows loaded. Last of all and never backwards: a sequence does not return with the
 * transaction when that is rolled back.
 */
async function advance(tx: Tx, table: string): Promise<void> {
  await sql`
    select setval(s.name, greatest(m.last, (select last_value from pg_sequences where schemaname || '.' || sequencename = s.name)))
    from (select pg_get_serial_sequence(${table}, 'seq') as name) s, (select max(seq) as last from ${sql.table(table)}) m
    where m.last is not null`.execute(tx)
}
