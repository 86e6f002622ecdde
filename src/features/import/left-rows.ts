import { saveFile } from '../../ui/save-file.ts'
import { withStore } from './new/kept-file.ts'

/** The rows of a table that stayed behind when the others went on, with what is wrong with each. */
export interface LeftRows {
  /** The file's. */
  name: string
  headers: readonly string[]
  rows: readonly { cells: readonly string[]; error: string }[]
}

/** Where a browser keeps nothing they last as long as the page. */
const inMemory = new Map<string, LeftRows>()

const keyOf = (importId: string) => `left ${importId}`

/** They are nobody's records yet, and so stay in this browser. */
export async function keepLeftRows(importId: string, left: LeftRows): Promise<void> {
  inMemory.set(importId, left)
  await withStore('readwrite', (files) => files.put(left, keyOf(importId)))
}

export async function leftRowsOf(importId: string): Promise<LeftRows | null> {
  const held = inMemory.get(importId)
  if (held) return held
  return (
    ((await withStore('readonly', (files) => files.get(keyOf(importId)))) as LeftRows | undefined) ?? null
  )
}

export async function forgetLeftRows(importId: string): Promise<void> {
  inMemory.delete(importId)
  await withStore('readwrite', (files) => files.delete(keyOf(importId)))
}

/** Saves them as a table with the same headers and what is wrong at the end, to be corrected and brought in later. */
export async function saveLeftRows({ name, headers, rows }: LeftRows, errorHead: string): Promise<void> {
  const { writeCsv } = await import('../../sheets/write-csv.ts')
  saveFile({
    bytes: await writeCsv([
      [...headers, errorHead],
      ...rows.map(({ cells, error }) => [...headers.map((_, n) => cells[n] ?? ''), error]),
    ]),
    mediaType: 'text/csv; charset=utf-8',
    filename: `${name.replace(/\.\w{1,5}$/, '')}.csv`,
  })
}
