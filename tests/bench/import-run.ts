import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import * as contract from '../../src/contract/imports.ts'
import { type ImportDraft, isReady } from '../../src/domain/import/draft.ts'
import type { ImportField } from '../../src/domain/import/fields.ts'
import { proposedMapping } from '../../src/domain/import/mapping.ts'
import { draftOf } from '../../src/domain/import/read-row.ts'
import { createApi } from '../../src/server/app.ts'
import type { Db } from '../../src/server/db/database.ts'
import { memoryDatabase } from '../../src/server/db/memory.ts'
import { localUser } from '../../src/server/session/local-user.ts'
import { readSheetFile } from '../../src/sheets/read-sheet-file.ts'

/** The collections lie beside the repository, too large for it. */
export const shared = fileURLToPath(new URL('../../../shared/data/organisations/', import.meta.url))

export interface Table {
  headers: string[]
  rows: string[][]
}

export async function read(file: string): Promise<Table> {
  const { sheets } = await readSheetFile(new Uint8Array(readFileSync(file)))
  const [headers = [], ...rows] = sheets[0]?.rows ?? []
  return { headers, rows }
}

/** The rows of a table that can be entered, as drafts. */
export const drafts = (
  { headers, rows }: Table,
  keep: (field: ImportField | null) => boolean = () => true,
) => {
  const mapping = proposedMapping(headers, rows).map((field) => (keep(field) ? field : null))
  return rows.map((cells) => draftOf(cells, mapping)).filter(({ problems }) => isReady(problems))
}

/** Milliseconds gone by, or spent by this process where others use the machine. */
export let now = () => performance.now()
export function countProcessorTime(): void {
  now = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
}

export type Step = { what: string; ms: number }

/** The API over this database; over PGlite in memory unless told. */
export async function client(over?: Db) {
  const db = over ?? (await memoryDatabase())
  const api = createApi({
    db,
    clock: () => new Date('2008-09-15T08:00:00Z'),
    newId: () => crypto.randomUUID(),
    sessions: localUser,
    host: 'test',
  })
  async function call<T>(endpoint: Endpoint, id: string, body?: unknown, version?: number): Promise<T> {
    const response = await api.fetch(
      new Request(`http://bench/api${endpoint.path.replace('{id}', id)}`, {
        method: endpoint.method,
        headers: {
          'content-type': 'application/json',
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    if (!response.ok) throw new Error(await response.text())
    return (await response.json()) as T
  }
  return { db, call }
}
type Client = Awaited<ReturnType<typeof client>>

export const chunk = 500

/** Imports a table as the screen does: read, mapped and checked, sent in chunks, applied in chunks. */
export async function importWhole(
  { call }: Client,
  name: string,
  all: readonly ImportDraft[],
  columns: Pick<contract.ImportRecord, 'headers' | 'mapping'> = { headers: [], mapping: [] },
) {
  const steps: Step[] = []
  let from = now()
  const lap = (what: string) => {
    const ms = now() - from
    steps.push({ what, ms })
    console.error(`${name}: ${what} ${(ms / 1000).toFixed(1)} s`)
    from = now()
  }
  let record = await call<contract.ImportRecord>(contract.createImport, '', {
    name,
    source: 'csv',
    ...columns,
  })
  for (let at = 0; at < all.length; at += chunk)
    await call(contract.sendImportRows, record.id, {
      rows: all.slice(at, at + chunk).map((draft, n) => ({ position: at + n, line: at + n + 2, draft })),
    })
  lap('match')
  const read = () => call<contract.ImportRecord>(contract.readImport, record.id)
  record = await read()
  const left = () => record.decisions.create + record.decisions.update + record.decisions.skip
  for (let before = -1; left() > 0 && left() !== before; ) {
    before = left()
    record = await call<contract.ImportRecord>(
      contract.applyImport,
      record.id,
      { limit: chunk },
      record.version,
    )
  }
  lap('apply')
  return { record, steps, lap }
}

/** Takes back all that an import wrote, part by part. */
export async function revertWhole({ call }: Client, imported: contract.ImportRecord) {
  let record = imported
  while (record.parts > 0)
    record = await call<contract.ImportRecord>(contract.revertImport, record.id, undefined, record.version)
}
