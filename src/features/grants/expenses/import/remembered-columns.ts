import { plain } from '../../../../ui/matches.ts'
import { type Cell, cells } from '../sheet/entry.ts'
import type { Columns } from './read-rows.ts'

const place = 'corridor.expense-columns'
/** So many tables are remembered, the last ones used. */
const most = 20

const keyOf = (head: readonly string[]) => head.map((word) => plain(word).trim()).join('\t')

type Held = [key: string, columns: Columns][]

function held(): Held {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? (kept as Held) : []
  } catch {
    return []
  }
}

/** What the columns with these heads were the last time; null for a table that is new here. */
export function recallColumns(head: readonly string[]): Columns | null {
  const found = held().find(([key]) => key === keyOf(head))?.[1]
  if (!found || !Array.isArray(found.cells)) return null
  const isCell = (cell: unknown): cell is Cell => cells.some((one) => one === cell)
  return {
    cells: head.map((_, n) => (isCell(found.cells[n]) ? found.cells[n] : null)),
    hasHead: found.hasHead === true,
    monthFirst: found.monthFirst === true,
  }
}

/** Remembers what the columns of such a table are, in this browser. */
export function rememberColumns(head: readonly string[], columns: Columns): void {
  const key = keyOf(head)
  try {
    const others = held().filter(([one]) => one !== key)
    localStorage.setItem(place, JSON.stringify([[key, columns], ...others].slice(0, most)))
  } catch {
    // Without room for it, it is proposed anew the next time.
  }
}
