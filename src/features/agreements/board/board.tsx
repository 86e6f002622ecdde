import { useTranslation } from 'react-i18next'
import { Board as Columns } from '../../../components/board/board.tsx'
import type { BoardKind } from '../../../components/board/types.ts'
import { useNoWriting } from '../../../components/may-write.ts'
import type { AgreementRow } from '../../../contract/agreements.ts'
import { ListStates } from '../../../ui/list-states.tsx'
import { AgreementToolbar } from '../list/toolbar.tsx'
import { useAllRows } from '../list/use-all-rows.ts'
import type { ViewProps } from '../list/view-props.ts'
import { BoardCard } from './board-card.tsx'
import { type BoardColumn, boardColumns, columnOf, dropOn } from './columns.ts'
import { useDrop } from './use-drop.ts'
import { useRefusal } from './use-refusal.ts'

/** Agreements by stage. */
export function Board({ list, tools, empty }: ViewProps) {
  const { pages, rows, total, left } = useAllRows(list.query)
  const kind = useKind()
  return (
    <>
      <AgreementToolbar list={list} tools={tools} total={total} />
      <ListStates pages={pages} list={list} empty={empty} />
      {(pages.isPending || rows.length > 0) && (
        <Columns
          kind={kind}
          rows={rows}
          waiting={pages.isPending}
          busy={pages.isPlaceholderData}
          left={left}
        />
      )}
    </>
  )
}

function useKind(): BoardKind<AgreementRow, BoardColumn> {
  const { t } = useTranslation('agreements')
  const refusal = useRefusal()
  // What a card is asked about binds.
  const noDeciding = useNoWriting('activity.decide')
  return {
    columns: boardColumns,
    columnName: (column) => t(`board.column.${column}`),
    columnOf: ({ status }) => columnOf(status),
    verdict(row, column) {
      const drop = dropOn(row, column)
      if (drop.kind === 'none') return null
      if (drop.kind === 'refuse') return { kind: 'refuse', text: refusal(drop.refusal) }
      if (drop.kind === 'ask' && noDeciding) return { kind: 'refuse', text: noDeciding }
      return drop.kind === 'ask'
        ? { kind: 'ask', text: t(`board.drop.${drop.dialog}`) }
        : { kind: 'move', text: t('board.drop.move') }
    },
    href: ({ id }) => `/agreements/${id}`,
    rowTitle: ({ title }) => title,
    card: (row, column) => <BoardCard row={row} column={column} />,
    onDrop: useDrop(),
  }
}
