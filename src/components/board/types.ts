import type { ReactNode } from 'react'

/** What dropping a card on a column would come to: said before, and refused where it can't be. */
export interface Verdict {
  /** Done at once, asked for in a dialog, or not possible. */
  kind: 'move' | 'ask' | 'refuse'
  /** What it does, or why not. */
  text: string
}

/** A board of some kind of record: its columns, and what its cards show and may do. */
export interface BoardKind<Row, Column extends string> {
  columns: readonly Column[]
  columnName: (column: Column) => string
  columnOf: (row: Row) => Column
  /** Null where the card stands in that column already. */
  verdict: (row: Row, column: Column) => Verdict | null
  href: (row: Row) => string
  rowTitle: (row: Row) => string
  /** Under the card's title. */
  card: (row: Row, column: Column) => ReactNode
  onDrop: (row: Row, column: Column) => void
}
