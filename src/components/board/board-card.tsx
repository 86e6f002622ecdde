import type { ReactNode } from 'react'
import { ScopedLink } from '../scoped-link.tsx'
import classes from './board.module.css'
import { MoveMenu } from './move-menu.tsx'
import type { BoardKind } from './types.ts'

interface Props<Row, Column extends string> {
  kind: BoardKind<Row, Column>
  row: Row
  column: Column
  help: string
  isDragged: boolean
  onDrag: ((row: Row | null) => void) | undefined
  onMove: (column: Column) => void
}

/** One record on the board. */
export function BoardCard<Row extends { id: string }, Column extends string>({
  kind,
  row,
  column,
  help,
  isDragged,
  onDrag,
  onMove,
}: Props<Row, Column>) {
  const title = kind.rowTitle(row)
  return (
    <li
      className={classes.card}
      data-card={row.id}
      data-dragged={isDragged || undefined}
      draggable={onDrag !== undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', title)
        event.dataTransfer.effectAllowed = 'move'
        onDrag?.(row)
      }}
      onDragEnd={() => onDrag?.(null)}
    >
      <div className={classes.cardHead}>
        <ScopedLink
          to={kind.href(row)}
          className={classes.title}
          draggable={false}
          data-card-link
          aria-describedby={help}
        >
          {title}
        </ScopedLink>
        {onDrag && <MoveMenu kind={kind} row={row} onMove={onMove} />}
      </div>
      {kind.card(row, column)}
    </li>
  )
}

/** The lines under a card's title. `foot` holds short things side by side. */
export function CardLine({ foot, children }: { foot?: boolean; children: ReactNode }) {
  return <p className={foot ? classes.foot : classes.meta}>{children}</p>
}
