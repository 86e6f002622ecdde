import type { DayCell, NumberCell, SheetCell } from './cells.ts'
import { safeCell } from './safe-cell.ts'

/** What a file of plain text can hold: no formulas. */
export type CsvCell = null | string | boolean | NumberCell | DayCell

interface Style {
  separator: ',' | ';' | '\t'
  /** The mark before decimals. */
  decimal: '.' | ','
}

/** What spreadsheets expect in a language: French ones read "1234,50" between semicolons. */
export const csvStyle = (language: string): Style =>
  language === 'fr' ? { separator: ';', decimal: ',' } : { separator: ',', decimal: '.' }

/** A CSV file (RFC 4180) in UTF-8 with the mark by which spreadsheets know it. Texts are defused, days are YYYY-MM-DD. */
export async function writeCsv(
  rows: readonly (readonly CsvCell[])[],
  { separator, decimal }: Style = csvStyle('en'),
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: papa } = await import('papaparse')
  const lines = rows.map((row) => row.map((cell) => textOf(cell, decimal)))
  const text = papa.unparse(lines, { delimiter: separator, newline: '\r\n' })
  return new TextEncoder().encode(`\ufeff${text}\r\n`)
}

function textOf(cell: CsvCell, decimal: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return safeCell(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return cell.kind === 'day' ? cell.day : cell.digits.replace('.', decimal)
}

/** Rows for a CSV file of those for a workbook: a formula is what it comes to. */
export const withoutFormulas = (rows: readonly (readonly SheetCell[])[]): CsvCell[][] =>
  rows.map((row) =>
    row.map((cell) =>
      cell !== null && typeof cell === 'object' && cell.kind === 'formula'
        ? { kind: 'number', digits: cell.digits, decimals: cell.decimals }
        : cell,
    ),
  )
