import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import type { AgreementRow } from '../../../contract/agreements.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { AgreementToolbar } from '../list/toolbar.tsx'
import { useAllRows } from '../list/use-all-rows.ts'
import type { ViewProps } from '../list/view-props.ts'
import classes from './board.module.css'
import { BoardColumnView } from './board-column.tsx'
import { type BoardColumn, boardColumns, columnOf } from './columns.ts'
import { useBoardKeys } from './use-board-keys.ts'
import { useDrop } from './use-drop.ts'

/** Agreements by stage. A card is dragged, or moved by its menu (M); what can't be is refused with the reason. */
export function Board({ list, tools, empty }: ViewProps) {
  const { t } = useTranslation(['agreements', 'ui', 'common'])
  const { pages, rows, total, left } = useAllRows(list.query)
  const noWriting = useNoWriting()
  const [dragged, setDragged] = useState<AgreementRow | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const keys = useBoardKeys(box)
  const drop = useDrop()
  const move = (row: AgreementRow, column: BoardColumn) => {
    setDragged(null)
    keys.follow(row.id)
    drop(row, column)
  }
  return (
    <>
      <AgreementToolbar list={list} tools={tools} total={total} />
      {pages.isError && rows.length === 0 && (
        <EmptyState
          title={t('ui:table.failed')}
          action={<Button onClick={() => void pages.refetch()}>{t('common:retry')}</Button>}
        />
      )}
      {total === 0 && list.narrowings === 0 && empty}
      {total === 0 && list.narrowings > 0 && (
        <EmptyState
          title={t('ui:table.nothing')}
          action={<Button onClick={list.clear}>{t('ui:table.clearFilters')}</Button>}
        >
          {t('ui:table.nothingHint')}
        </EmptyState>
      )}
      {(pages.isPending || rows.length > 0) && (
        <>
          <p className="visually-hidden" id="board-help">
            {t('board.help')}
          </p>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the cards in it */}
          <div
            ref={box}
            className={classes.board}
            data-busy={pages.isPlaceholderData || undefined}
            aria-busy={pages.isPending}
            onKeyDown={keys.onKeyDown}
          >
            {boardColumns.map((column) => (
              <BoardColumnView
                key={column}
                column={column}
                rows={rows.filter((row) => columnOf(row.status) === column)}
                waiting={pages.isPending}
                dragged={dragged}
                onDrag={noWriting ? undefined : setDragged}
                onDrop={move}
              />
            ))}
          </div>
        </>
      )}
      {left > 0 && <p className={classes.left}>{t('board.left', { count: left })}</p>}
    </>
  )
}
