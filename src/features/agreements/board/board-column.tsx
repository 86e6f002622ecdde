import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementRow } from '../../../contract/agreements.ts'
import classes from './board.module.css'
import { BoardCard } from './board-card.tsx'
import { type BoardColumn, dropOn } from './columns.ts'
import { useRefusal } from './use-refusal.ts'

interface Props {
  column: BoardColumn
  rows: AgreementRow[]
  /** The rows have not come yet. */
  waiting: boolean
  /** The card that is being dragged somewhere on the board. */
  dragged: AgreementRow | null
  /** Absent where nothing may be changed. */
  onDrag: ((row: AgreementRow | null) => void) | undefined
  onDrop: (row: AgreementRow, column: BoardColumn) => void
}

const bones = [0, 1, 2]

/** One stage with its cards. While a card is over it, it says whether the card may stay. */
export function BoardColumnView({ column, rows, waiting, dragged, onDrag, onDrop }: Props) {
  const { t } = useTranslation('agreements')
  const refusal = useRefusal()
  const [over, setOver] = useState(false)
  const drop = dragged && dropOn(dragged, column)
  const welcome = drop && (drop.kind === 'refuse' ? 'no' : drop.kind === 'none' ? undefined : 'yes')
  const heading = `board-${column}`
  return (
    <section
      className={classes.column}
      aria-labelledby={heading}
      data-column={column}
      data-welcome={welcome}
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
        {t(`board.column.${column}`)} <span className={classes.count}>{rows.length}</span>
      </h2>
      {over && drop && drop.kind !== 'none' && (
        <p className={classes.verdict} aria-hidden>
          {drop.kind === 'refuse'
            ? refusal(drop.refusal)
            : drop.kind === 'ask'
              ? t(`board.drop.${drop.dialog}`)
              : t('board.drop.move')}
        </p>
      )}
      <ul className={classes.cards}>
        {waiting && bones.map((bone) => <li key={bone} className={classes.bone} aria-hidden />)}
        {rows.map((row) => (
          <BoardCard
            key={row.id}
            row={row}
            column={column}
            isDragged={dragged?.id === row.id}
            onDrag={onDrag}
            onMove={(to) => onDrop(row, to)}
          />
        ))}
      </ul>
    </section>
  )
}
