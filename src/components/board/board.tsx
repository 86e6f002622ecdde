import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../may-write.ts'
import classes from './board.module.css'
import { BoardColumn } from './board-column.tsx'
import type { BoardKind } from './types.ts'
import { useBoardKeys } from './use-board-keys.ts'

interface Props<Row, Column extends string> {
  kind: BoardKind<Row, Column>
  rows: readonly Row[]
  /** The rows have not come yet. */
  waiting: boolean
  /** What is shown belongs to an earlier question. */
  busy: boolean
  /** How many more there are than a board can show. */
  left: number
}

/** Records by stage. A card is dragged, or moved by its menu (M); what can't be is refused with the reason. */
export function Board<Row extends { id: string }, Column extends string>({
  kind,
  rows,
  waiting,
  busy,
  left,
}: Props<Row, Column>) {
  const { t } = useTranslation('ui')
  const noWriting = useNoWriting()
  const [dragged, setDragged] = useState<Row | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const keys = useBoardKeys(box)
  const help = useId()
  const move = (row: Row, column: Column) => {
    setDragged(null)
    keys.follow(row.id)
    kind.onDrop(row, column)
  }
  return (
    <>
      <p className="visually-hidden" id={help}>
        {t('board.help')}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the cards in it */}
      <div
        ref={box}
        className={classes.board}
        data-busy={busy || undefined}
        aria-busy={waiting}
        // Scrolled by keys from the cards in it; by itself where there is none.
        tabIndex={rows.length === 0 ? 0 : undefined}
        onKeyDown={keys.onKeyDown}
      >
        {kind.columns.map((column) => (
          <BoardColumn
            key={column}
            kind={kind}
            column={column}
            rows={rows.filter((row) => kind.columnOf(row) === column)}
            help={help}
            waiting={waiting}
            dragged={dragged}
            onDrag={noWriting ? undefined : setDragged}
            onDrop={move}
          />
        ))}
      </div>
      {left > 0 && <p className={classes.left}>{t('board.left', { count: left })}</p>}
    </>
  )
}
