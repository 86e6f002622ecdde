import { rowIds } from '../../../../domain/fingerprint.ts'
import { readAmount } from '../../../../domain/money.ts'
import { parsePartialDate } from '../../../../ui/parse-date.ts'
import { blankEntry, type Cell, cells, type Entry } from '../sheet/entry.ts'
import { columnsOf, rowOf, type Words, withoutSymbol } from '../sheet/paste.ts'

/** What each column of a table is, and how its first row and its days are to be read. */
export interface Columns {
  cells: (Cell | null)[]
  hasHead: boolean
  /** 4/2/2008 is 2 April, as Americans write it. */
  monthFirst: boolean
}

/** A row of the file, to be corrected before it is entered. */
export interface ImportRow {
  entry: Entry
  /** Its number in the file. */
  number: number
  /** Somebody has looked at what is doubtful in it. */
  accepted: boolean
}

/** What the columns seem to be: by their heads, or in the order of the grid where there are none. */
export function proposeColumns(rows: readonly (readonly string[])[]): Columns {
  const named = columnsOf(rows[0] ?? [])
  const width = Math.max(0, ...rows.map((row) => row.length))
  const taken = new Set<Cell>()
  // Of two columns with the same word the first counts.
  const proposed = Array.from({ length: width }, (_, n) => {
    const cell = named ? (named[n] ?? null) : (cells[n] ?? null)
    if (cell === null || taken.has(cell)) return null
    taken.add(cell)
    return cell
  })
  const days = proposed.indexOf('day')
  return {
    cells: proposed,
    hasHead: named !== null,
    monthFirst: isMonthFirst(rows.map((row) => row[days] ?? '')),
  }
}

const slashed = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\s*$/

/** Whether days only make sense with the month first: the second figure is over twelve somewhere, and the first nowhere. */
function isMonthFirst(days: readonly string[]): boolean {
  const figures = days.flatMap((day) => {
    const found = slashed.exec(day)
    return found ? [[Number(found[1]), Number(found[3])] as const] : []
  })
  return figures.some(([, second]) => second > 12) && !figures.some(([first]) => first > 12)
}

const dayFirst = (text: string) => text.replace(slashed, '$3$2$1$2$4')

/** The columns that an import can't do without. */
export const needed: readonly Cell[] = ['day', 'title', 'amount']
export const lacking = (columns: Columns): Cell[] => needed.filter((cell) => !columns.cells.includes(cell))

interface Table {
  rows: readonly (readonly string[])[]
  numbers: readonly number[]
}

/** The rows of a table as entries. Each has the id that it had the last time, so that nothing is entered twice. */
export function importRows(
  { rows, numbers }: Table,
  columns: Columns,
  { grantId, currency, words }: { grantId: string; currency: string; words: Words },
): ImportRow[] {
  const from = columns.hasHead ? 1 : 0
  const day = columns.cells.indexOf('day')
  const texts = rows
    .slice(from)
    .map((row) => (columns.monthFirst ? row.map((text, n) => (n === day ? dayFirst(text) : text)) : row))
  const ids = rowIds(
    grantId,
    texts.map((row) => said(row, columns.cells, currency)),
  )
  const like = blankEntry('', '', currency)
  const record = columns.hasHead
    ? (rows[0] ?? []).findIndex((head) => /^(record|fiche)$/i.test(head.trim()))
    : -1
  return texts.map((row, n) => ({
    entry: rowOf(row, columns.cells, { ...like, id: heldId(row[record]) ?? ids[n] ?? '' }, words),
    number: numbers[n + from] ?? n + from + 1,
    accepted: false,
  }))
}

/** The id of an expense that was exported from here: brought back, it is the same one. */
const heldId = (text: string | undefined) =>
  text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text.trim()) ? text.trim() : null

/** What a row says, however it is written: a day and an amount are the same in a workbook and in a CSV file. */
function said(row: readonly string[], columns: readonly (Cell | null)[], currency: string): string[] {
  const found = new Map<Cell, string>()
  columns.forEach((cell, n) => {
    const text = row[n]?.trim().replace(/\s+/g, ' ')
    if (cell && text) found.set(cell, text)
  })
  const amount = withoutSymbol(found.get('amount') ?? '')
  const paidIn = (amount.currency ?? found.get('currency') ?? currency).toUpperCase()
  const read = readAmount(amount.amount, paidIn)
  const day = found.get('day') ?? ''
  return cells.map((cell) => {
    if (cell === 'day') return parsePartialDate(day) ?? day
    if (cell === 'amount') return 'minor' in read ? String(read.minor) : amount.amount
    if (cell === 'currency') return paidIn
    return found.get(cell) ?? ''
  })
}
