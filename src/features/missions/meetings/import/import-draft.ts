import type { Wish } from '../../../../domain/matching.ts'
import type { Columns } from './columns.ts'
import { type NameMatch, wishOf } from './match-names.ts'

/** One row of the table being entered, with what was written and what it was found to mean. */
export interface ImportRow {
  key: number
  from: string
  fromId: string | null
  to: string
  toId: string | null
  wishText: string
  wish: Wish | null
  note: string
}

export interface ImportDraft {
  /** What was pasted or read, before it is cut into rows. */
  text: string
  rows: ImportRow[]
  /** The pairs entered from this table before ("from to"): a row that names one again would undo what was decided. */
  entered: string[]
}

/** More than the API takes at once. */
export const mostRows = 2000

export const emptyImport: ImportDraft = { text: '', rows: [], entered: [] }

export const pairOf = ({ fromId, toId }: ImportRow) => `${fromId} ${toId}`

/** The rows of a table, each name looked up. Rows without either name hold nothing to enter. */
export function rowsOf(
  table: readonly (readonly string[])[],
  columns: Columns,
  hasHeader: boolean,
  match: (text: string) => NameMatch,
): ImportRow[] {
  const cell = (row: readonly string[], column: number | null) => (column === null ? '' : (row[column] ?? ''))
  return table
    .slice(hasHeader ? 1 : 0)
    .map((row, index) => {
      const from = cell(row, columns.from)
      const to = cell(row, columns.to)
      const wishText = cell(row, columns.wish)
      return {
        key: index + (hasHeader ? 2 : 1),
        from,
        fromId: match(from).id,
        to,
        toId: match(to).id,
        wishText,
        wish: wishOf(wishText),
        note: cell(row, columns.note).slice(0, 2000),
      }
    })
    .filter(({ from, to }) => from || to)
}

export type Trouble = 'from' | 'to' | 'wish' | 'self' | 'twice'

/** What keeps each row from being entered, by its key; rows that can be entered are not in it. */
export function troublesOf(
  rows: readonly ImportRow[],
  entered: readonly string[] = [],
): Map<number, Trouble[]> {
  const found = new Map<number, Trouble[]>()
  const seen = new Set(entered)
  for (const row of rows) {
    const { key, fromId, toId, wish } = row
    const troubles: Trouble[] = []
    if (!fromId) troubles.push('from')
    if (!toId) troubles.push('to')
    if (!wish) troubles.push('wish')
    if (fromId && fromId === toId) troubles.push('self')
    else if (fromId && toId) {
      if (seen.has(pairOf(row))) troubles.push('twice')
      seen.add(pairOf(row))
    }
    if (troubles.length > 0) found.set(key, troubles)
  }
  return found
}

/** Says who is meant by a text, in every row that has the same text and is not settled otherwise. */
export function settleName(
  rows: readonly ImportRow[],
  row: ImportRow,
  side: 'from' | 'to',
  id: string | null,
): ImportRow[] {
  const text = row[side]
  return rows.map((other) => {
    const next = { ...other }
    for (const field of ['from', 'to'] as const) {
      const idField = `${field}Id` as const
      const isIt = other.key === row.key && field === side
      if (isIt || (id && text && other[field] === text && other[idField] === null)) next[idField] = id
    }
    return next
  })
}
