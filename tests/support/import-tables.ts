import { readFileSync } from 'node:fs'
import type { ImportDefaults } from '../../src/domain/import/draft.ts'
import { hasHeader, proposedMapping } from '../../src/domain/import/mapping.ts'
import { draftOf } from '../../src/domain/import/read-row.ts'
import { cardColumns, cardRows } from '../../src/domain/import/vcard.ts'
import { readSheetFile } from '../../src/sheets/read-sheet-file.ts'

/** A file of tests/support/import-files, as bytes. */
export const importFile = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`./import-files/${name}`, import.meta.url)))

/** A table read as the import screen reads it: headers, rows, and what its columns are taken for. */
export async function tableIn(name: string) {
  const file = await readSheetFile(importFile(name))
  const all = file.sheets[0]?.rows ?? []
  const headed = hasHeader(all)
  const headers = headed ? (all[0] ?? []) : (all[0] ?? []).map(() => '')
  const rows = headed ? all.slice(1) : all
  return { file, headers, rows, mapping: proposedMapping(headers, rows) }
}

/** What the rows of a file say. */
export async function draftsIn(name: string, defaults?: ImportDefaults) {
  const { rows, mapping } = await tableIn(name)
  return rows.map((cells) => draftOf(cells, mapping, defaults))
}

/** What the cards of a file say. */
export const draftsOfCards = (name: string) =>
  cardRows(new TextDecoder().decode(importFile(name))).map((cells) => draftOf(cells, cardColumns))
