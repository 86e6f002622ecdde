import { mostImportRows } from '../../../contract/imports.ts'
import { isReady } from '../../../domain/import/draft.ts'
import { saveFile } from '../../../ui/save-file.ts'
import type { CheckedRow } from './use-checked.ts'

/** The rows that go on to be matched, and those that stay behind: with errors, or more than one import may have. */
export function parted(rows: readonly CheckedRow[]): { going: CheckedRow[]; left: CheckedRow[] } {
  const ready = rows.filter(({ problems }) => isReady(problems))
  const going = ready.slice(0, mostImportRows)
  const goes = new Set(going)
  return { going, left: rows.filter((row) => !goes.has(row)) }
}

/** Saves rows as a table with the same headers, so that they are corrected and brought in later without losing any. */
export async function saveRows(
  name: string,
  headers: readonly string[],
  rows: readonly CheckedRow[],
): Promise<void> {
  const { writeCsv } = await import('../../../sheets/write-csv.ts')
  const head = headers.some(Boolean) ? [[...headers]] : []
  saveFile({
    bytes: await writeCsv([...head, ...rows.map(({ cells }) => [...cells])]),
    mediaType: 'text/csv; charset=utf-8',
    filename: `${name.replace(/\.\w{1,5}$/, '')}.csv`,
  })
}
