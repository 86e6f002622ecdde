import { sql } from 'kysely'
import type { BinaryReply } from '../../contract/endpoint.ts'
import type { Context } from '../context.ts'
import { base64Column, bytesFrom } from '../db/bytes.ts'
import type { Tx } from '../db/database.ts'
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
import { type ZipWriter, zipWriter } from './zip-writer.ts'

/** Rows fetched at a time. */
const chunk = 2000

/** The whole workspace as one file: one state of it, whatever is written meanwhile, and the same bytes for the same content. */
export async function exportWorkspace(ctx: Pick<Context, 'db'>): Promise<BinaryReply> {
  return ctx.db.transaction().execute(async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    // An import empties tables in a way that snapshots don't survive: it has to wait.
    const all = [...fileTables.map(({ name }) => name), contentTable]
    await sql`lock table ${sql.join(all.map((name) => sql.table(name)))} in access share mode`.execute(tx)
    await sql`set local timezone = 'UTC'`.execute(tx)
    const zip = zipWriter()
    const tables: Record<string, number> = {}
    for (const table of fileTables) tables[table.name] = await writeTable(tx, zip, table)
    const documents = await writeDocuments(tx, zip)
    const manifest: Manifest = {
      format: fileFormat,
      version: fileVersion,
      schema: migrations.at(-1)?.name ?? '',
      tables,
      documents,
    }
    const entry = zip.add(manifestName)
    entry.write(encoder.encode(`${JSON.stringify(manifest, null, 2)}\n`))
    entry.end()
    const { name } = await tx.selectFrom('workspace').select('name').executeTakeFirstOrThrow()
    return { bytes: zip.finish(), mediaType: fileMediaType, filename: `${filenameOf(name)}.corridor` }
  })
}

const encoder = new TextEncoder()

const filenameOf = (name: string) => name.replaceAll(/[/\\:*?"<>|]/g, '_')

/** Gives how many rows were written. */
async function writeTable(tx: Tx, zip: ZipWriter, table: FileTable): Promise<number> {
  const entry = zip.add(tableFile(table.name))
  let written = 0
  let last: string | null = null
  do {
    const { rows, lastKey } = await rowsAfter(tx, table, last)
    if (rows.length > 0) entry.write(encoder.encode(rows.map((row) => `${canonicalJson(row)}\n`).join('')))
    written += rows.length
    last = rows.length < chunk ? null : lastKey
  } while (last !== null)
  entry.end()
  return written
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

async function writeDocuments(tx: Tx, zip: ZipWriter): Promise<number> {
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
  }
  return rows.length
}
