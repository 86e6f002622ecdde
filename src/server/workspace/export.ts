import { sql } from 'kysely'
import type { BinaryReply } from '../../contract/endpoint.ts'
import type { Context } from '../context.ts'
import { base64Column, bytesFrom } from '../db/bytes.ts'
import type { Db, Tx } from '../db/database.ts'
import { migrations } from '../db/migrations.ts'
import { canonicalJson } from './canonical-json.ts'
import {
  contentTable,
  documentFile,
  type FileTable,
  fileFormat,
  fileMediaType,
  fileTables,
  fileVersion,
  type Manifest,
  manifestName,
  tableFile,
} from './file-format.ts'
import { joined, type ZipWriter, zipWriter } from './zip-writer.ts'

/** Rows fetched at a time. */
const chunk = 2000

/** Takes a piece of a file to where it is wanted. */
export type Sink = (part: Uint8Array) => Promise<void>

/** Runs over one state of the database, whatever is written meanwhile. */
export async function inOneState<T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    // An import empties tables in a way that snapshots don't survive: it has to wait.
    const all = [...fileTables.map(({ name }) => name), contentTable]
    await sql`lock table ${sql.join(all.map((name) => sql.table(name)))} in access share mode`.execute(tx)
    await sql`set local timezone = 'UTC'`.execute(tx)
    return read(tx)
  })
}

/** The whole workspace as one file: one state of it, whatever is written meanwhile, and the same bytes for the same content. */
export async function exportWorkspace(ctx: Pick<Context, 'db'>): Promise<BinaryReply> {
  return inOneState(ctx.db, async (tx) => {
    const parts: Uint8Array[] = []
    await writeWorkspace(tx, async (part) => void parts.push(part))
    const { name } = await tx.selectFrom('workspace').select('name').executeTakeFirstOrThrow()
    return { bytes: joined(parts), mediaType: fileMediaType, filename: `${filenameOf(name)}.corridor` }
  })
}

/** Writes the file piece by piece; `more` adds entries of its own. */
export async function writeWorkspace(
  tx: Tx,
  sink: Sink,
  more?: (writer: EntryWriter) => Promise<void>,
): Promise<void> {
  const zip = zipWriter()
  const drain = async () => {
    for (const part of zip.take()) await sink(part)
  }
  const writer: EntryWriter = {
    lines: (name, pages) => writeLines(zip, name, pages, drain),
    text: async (name, text) => {
      const entry = zip.add(name)
      entry.write(encoder.encode(text))
      entry.end()
      await drain()
    },
  }
  const tables: Record<string, number> = {}
  for (const table of fileTables)
    tables[table.name] = await writer.lines(tableFile(table.name), pagesOf(tx, table))
  const documents = await writeDocuments(tx, zip, drain)
  await more?.(writer)
  const manifest: Manifest = {
    format: fileFormat,
    version: fileVersion,
    schema: migrations.at(-1)?.name ?? '',
    tables,
    documents,
  }
  await writer.text(manifestName, `${JSON.stringify(manifest, null, 2)}\n`)
  await sink(zip.finish())
}

export interface EntryWriter {
  /** Adds rows, each on its line; gives how many there were. */
  lines: (name: string, pages: AsyncGenerator<unknown[]>) => Promise<number>
  text: (name: string, text: string) => Promise<void>
}

const encoder = new TextEncoder()

const filenameOf = (name: string) => name.replaceAll(/[/\\:*?"<>|]/g, '_')

async function writeLines(
  zip: ZipWriter,
  name: string,
  pages: AsyncGenerator<unknown[]>,
  drain: () => Promise<void>,
): Promise<number> {
  const entry = zip.add(name)
  let written = 0
  for await (const rows of pages) {
    if (rows.length > 0) entry.write(encoder.encode(rows.map((row) => `${canonicalJson(row)}\n`).join('')))
    written += rows.length
    await drain()
  }
  entry.end()
  return written
}

async function* pagesOf(tx: Tx, table: FileTable): AsyncGenerator<unknown[]> {
  let last: string | null = null
  do {
    const { rows, lastKey }: Awaited<ReturnType<typeof rowsAfter>> = await rowsAfter(tx, table, last)
    yield rows
    last = rows.length < chunk ? null : lastKey
  } while (last !== null)
}

async function rowsAfter(
  tx: Tx,
  { name, key }: FileTable,
  last: string | null,
): Promise<{ rows: unknown[]; lastKey: string | null }> {
  const column = sql.ref(`t.${key}`)
  const type = sql.raw(key === 'id' ? 'uuid' : 'bigint')
  const { rows } = await sql<{ row: unknown; key: string }>`
    select to_jsonb(t) as row, ${column}::text as key
    from ${sql.table(name)} t
    where ${last === null ? sql`true` : sql`${column} > ${last}::${type}`}
    order by ${column}
    limit ${chunk}`.execute(tx)
  return { rows: rows.map(({ row }) => row), lastKey: rows.at(-1)?.key ?? null }
}

async function writeDocuments(tx: Tx, zip: ZipWriter, drain: () => Promise<void>): Promise<number> {
  const { rows } = await sql<{
    sha256: string
  }>`select sha256 from document_contents order by sha256 collate "C"`.execute(tx)
  for (const { sha256 } of rows) {
    const { content } = await tx
      .selectFrom('document_contents')
      .select(base64Column('bytes').as('content'))
      .where('sha256', '=', sha256)
      .executeTakeFirstOrThrow()
    // Most documents are packed already.
    const entry = zip.add(documentFile(sha256), { packed: false })
    entry.write(bytesFrom(content))
    entry.end()
    await drain()
  }
  return rows.length
}
