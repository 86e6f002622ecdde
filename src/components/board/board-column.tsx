import { useId, useState } from 'react'
import classes from './board.module.css'
import { BoardCard } from './board-card.tsx'
import type { BoardKind } from './types.ts'

interface Props<Row, Column extends string> {
  kind: BoardKind<Row, Column>
  column: Column
  rows: readonly Row[]
  help: string
  waiting: boolean
  /** The card that is being dragged somewhere on the board. */
  dragged: Row | null
  /** Absent where nothing may be changed. */
  onDrag: ((row: Row | null) => void) | undefined
  onDrop: (row: Row, column: Column) => void
}

const bones = [0, 1, 2]

/** One stage with its cards. While a card is over it, it says whether the card may stay. */
export function BoardColumn<Row extends { id: string }, Column extends string>({
  kind,
  column,
  rows,
  help,
  waiting,
  dragged,
  onDrag,
  onDrop,
}: Props<Row, Column>) {
  const [over, setOver] = useState(false)
  const heading = useId()
  const verdict = dragged && kind.verdict(dragged, column)
  return (
    <section
      className={classes.column}
      aria-labelledby={heading}
      data-column={column}
      data-welcome={verdict ? (verdict.kind === 'refuse' ? 'no' : 'yes') : undefined}
      data-over={(over && dragged !== null) || undefined}
      onDragOver={(event) => {
        if (!dragged) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (dragged) onDrop(dragged, column)
      }}
    >
      <h2 id={heading} className={classes.head}>
        {kind.columnName(column)} <span className={classes.count}>{rows.length}</span>
      </h2>
      {over && verdict && (
        <p className={classes.verdict} aria-hidden>
          {verdict.text}
        </p>
      )}
      <ul className={classes.cards}>
        {waiting && bones.map((bone) => <li key={bone} className={classes.bone} aria-hidden />)}
        {rows.map((row) => (
          <BoardCard
            key={row.id}
            kind={kind}
            row={row}
            column={column}
            help={help}
            isDragged={dragged?.id === row.id}
            onDrag={onDrag}
            onMove={(to) => onDrop(row, to)}
          />
        ))}
      </ul>
    </section>
  )
}
