import { sql } from 'kysely'
import { relinkAccounts } from '../access/relink.ts'
import { adopt, note } from '../audit/acts.ts'
import type { Db, Tx } from '../db/database.ts'
import { columnsOf } from '../workspace/columns.ts'
import {
  contentTable,
  fileInvalid,
  fileTables,
  hostFile,
  hostManifestName,
} from '../workspace/file-format.ts'
import { insert } from '../workspace/load.ts'
import { type Line, openWorkspaceFile, type WorkspaceFile } from '../workspace/read-file.ts'
import { replaceBy } from '../workspace/replace.ts'
import { upgradeFrom } from '../workspace/upgrade.ts'
import { carriedHostTables } from './host-tables.ts'

/** Thrown where there is something already: a restore never overwrites anything. */
export class NotEmpty extends Error {
  readonly table: string
  constructor(table: string) {
    super(`There is something in ${table} already`)
    this.table = table
  }
}

export interface Restored {
  /** Records of the workspace, and rows of the host's own. */
  rows: number
  documents: number
  hostRows: number
  /** When the backup was made; null for a workspace file. */
  madeAt: string | null
}

/** Reads a file to its last byte and throws at the first flaw, with no database at hand. */
export async function readThrough(bytes: Uint8Array<ArrayBuffer>): Promise<Restored> {
  const file = openWorkspaceFile(bytes)
  upgradeFrom(file.manifest.schema)
  const restored: Restored = {
    rows: 0,
    documents: 0,
    hostRows: 0,
    madeAt: file.host?.manifest.madeAt ?? null,
  }
  for (const { name } of fileTables) for (const _ of file.lines(name)) restored.rows++
  for await (const _ of file.documents()) restored.documents++
  for (const name of hostTablesIn(file)) for (const _ of file.host?.lines(name) ?? []) restored.hostRows++
  return restored
}

function hostTablesIn({ host }: WorkspaceFile): string[] {
  const given = Object.keys(host?.manifest.tables ?? {})
  const unknown = given.find((name) => !carriedHostTables.includes(name))
  if (unknown !== undefined) throw fileInvalid(hostManifestName, `${unknown} is not known here`)
  // In the order in which they refer to each other.
  return carriedHostTables.filter((name) => given.includes(name))
}

/**
 * Puts a backup, or a workspace file, into an empty database: all of it or nothing. The file has been read through before anything is
 * written. From a workspace file come no accounts: the first administrator is set up as on a new host.
 */
export async function restore(
  db: Db,
  bytes: Uint8Array<ArrayBuffer>,
  { now, newId }: { now: Date; newId: () => string },
): Promise<Restored> {
  const restored = await readThrough(bytes)
  await db.transaction().execute(async (tx) => {
    await mustBeEmpty(tx)
    await replaceBy(tx, bytes)
    const file = openWorkspaceFile(bytes)
    if (file.host) await loadHost(tx, file)
    else await relinkAccounts({ db: tx, now, newId })
    await note(tx, [
      { at: now, kind: 'workspace', verb: 'host.restore', detail: { madeAt: restored.madeAt } },
    ])
    // With its audit comes what it tells of; without one, the history as it is found.
    if (!file.host) await adopt(tx)
  })
  return restored
}

/** But for what every new database has. */
const mayHaveRows = [
  'workspace',
  'migrations',
  'audit_head',
  'idempotency_keys',
  'attempts',
  'auth_verifications',
]

async function mustBeEmpty(tx: Tx): Promise<void> {
  const tables = [...fileTables.map(({ name }) => name), contentTable, ...carriedHostTables]
  for (const table of tables.filter((name) => !mayHaveRows.includes(name))) {
    const { rows } = await sql`select from ${sql.table(table)} limit 1`.execute(tx)
    if (rows.length > 0) throw new NotEmpty(table)
  }
}

/** Rows written by one statement. */
const chunk = 500

async function loadHost(tx: Tx, file: WorkspaceFile): Promise<void> {
  const columns = await columnsOf(tx)
  const names = hostTablesIn(file)
  await sql`truncate table ${sql.join(names.map((name) => sql.table(name)))} cascade`.execute(tx)
  for (const table of names) {
    const known = new Set((columns.get(table) ?? []).map(({ name }) => name))
    let lines: Line[] = []
    for (const line of file.host?.lines(table) ?? []) {
      const unknown = Object.keys(line.row).find((name) => !known.has(name))
      if (unknown !== undefined) throw fileInvalid(hostFile(table), `unknown column ${unknown}`, line.number)
      lines.push(line)
      if (lines.length === chunk) {
        await insert(tx, table, hostFile(table), lines)
        lines = []
      }
    }
    await insert(tx, table, hostFile(table), lines)
    await numberOn(tx, table)
  }
}

/** Lets the numbering of a table's rows go on after those loaded. */
async function numberOn(tx: Tx, table: string): Promise<void> {
  const { rows } = await sql<{ name: string; column: string }>`
    select pg_get_serial_sequence(${table}, column_name) as name, column_name as "column" from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and pg_get_serial_sequence(${table}, column_name) is not null`.execute(
    tx,
  )
  for (const { name, column } of rows)
    await sql`select setval(${name}::regclass, greatest(1, (select max(${sql.ref(column)}) from ${sql.table(table)})))`.execute(
      tx,
    )
}
