import { sql } from 'kysely'
import { bytesValue } from '../db/bytes.ts'
import type { Tx } from '../db/database.ts'
import { refusalBy } from '../db/violations.ts'
import { columnsOf, flawOf } from './columns.ts'
import { documentFile, fileInvalid, fileTables, type formerTables, tableFile } from './file-format.ts'
import type { Line, WorkspaceFile } from './read-file.ts'
import type { Row } from './upgrade.ts'

/** Rows written by one statement. */
const chunk = 500

/** Writes everything that a file holds into empty tables; 422 with the entry and the line for what does not fit. */
export async function load(
  tx: Tx,
  file: WorkspaceFile,
  upgrade: (table: string, row: Row) => Row | null,
): Promise<void> {
  for await (const { sha256, bytes } of file.documents())
    await orInvalid(documentFile(sha256), undefined, () =>
      tx
        .insertInto('document_contents')
        .values({ sha256, bytes: bytesValue(bytes) })
        .execute(),
    )
  const columns = await columnsOf(tx)
  for (const { name } of fileTables) {
    const known = columns.get(name) ?? []
    let lines: Line[] = []
    for (const line of file.lines(name)) {
      const row = upgrade(name, line.row)
      if (!row) continue
      const flaw = flawOf(row, known)
      if (flaw) throw fileInvalid(tableFile(name), flaw, line.number)
      lines.push({ number: line.number, row })
      if (lines.length === chunk) {
        await insert(tx, name, tableFile(name), lines)
        lines = []
      }
    }
    await insert(tx, name, tableFile(name), lines)
  }
}

/** Makes of the rows of a table that is no longer what is held today; what they refer to must have been loaded. */
export async function takeFormer(
  tx: Tx,
  file: WorkspaceFile,
  { name, taken }: (typeof formerTables)[number],
): Promise<void> {
  const rows = [...file.lines(name)].map(({ row }) => row)
  if (rows.length > 0)
    await orInvalid(tableFile(name), undefined, () =>
      sql`select ${sql.ref(taken)}(${JSON.stringify(rows)}::jsonb)`.execute(tx),
    )
}

/** Writes rows of one entry of the file; all have the same columns. */
export async function insert(tx: Tx, table: string, entry: string, lines: readonly Line[]): Promise<void> {
  const [first, second] = lines
  if (!first) return
  const names = sql.join(Object.keys(first.row).map((name) => sql.ref(name)))
  const write = () =>
    sql`insert into ${sql.table(table)} (${names})
      select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(lines.map(({ row }) => row))}::jsonb)`.execute(
      tx,
    )
  if (!second) {
    await orInvalid(entry, first.number, write)
    return
  }
  await sql`savepoint loading`.execute(tx)
  try {
    await write()
  } catch (error) {
    if (!refusalBy(error)) throw error
    await sql`rollback to savepoint loading`.execute(tx)
    // One of them does not fit: which, shows when they go in one by one.
    for (const line of lines) await insert(tx, table, entry, [line])
  }
  await sql`release savepoint loading`.execute(tx)
}

/** Gives what the database refuses as a flaw of the file. */
export async function orInvalid(
  where: string,
  line: number | undefined,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    const why = refusalBy(error)
    throw why === null ? error : fileInvalid(where, why, line)
  }
}
