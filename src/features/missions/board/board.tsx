import { useTranslation } from 'react-i18next'
import { Board } from '../../../components/board/board.tsx'
import { CardLine } from '../../../components/board/board-card.tsx'
import type { BoardKind } from '../../../components/board/types.ts'
import { useNoWriting } from '../../../components/may-write.ts'
import { missionDates } from '../../../components/mission-dates.ts'
import type { MissionRow } from '../../../contract/missions.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ListStates } from '../../../ui/list-states.tsx'
import { ChecklistCount, PlacesCount } from '../counts.tsx'
import { MissionToolbar } from '../list/toolbar.tsx'
import { useAllMissions } from '../list/use-all-missions.ts'
import type { ViewProps } from '../list/view-props.ts'
import { type BoardColumn, boardColumns, dropOn, isStage } from './columns.ts'
import { useDrop } from './use-drop.ts'
import { useRefusal } from './use-refusal.ts'

/** Missions by status. Cards move by hand until the dates take over; closing and cancelling ask for more. */
export function MissionBoard({ list, tools, empty }: ViewProps) {
  const { pages, rows, total, left } = useAllMissions(list.query)
  const kind = useKind()
  return (
    <>
      <MissionToolbar list={list} tools={tools} total={total} />
      <ListStates pages={pages} list={list} empty={empty} />
      {(pages.isPending || rows.length > 0) && (
        <Board kind={kind} rows={rows} waiting={pages.isPending} busy={pages.isPlaceholderData} left={left} />
      )}
    </>
  )
}

function useKind(): BoardKind<MissionRow, BoardColumn> {
  const { t } = useTranslation(['missions', 'common'])
  const refusal = useRefusal()
  // What a card is asked about binds.
  const noDeciding = useNoWriting('activity.decide')
  return {
    columns: boardColumns,
    columnName: (column) => t(`common:missionStatus.${column}`),
    columnOf: ({ status }) => status,
    verdict(row, column) {
      const drop = dropOn(row, column)
      if (drop.kind === 'none') return null
      if (drop.kind === 'refuse') return { kind: 'refuse', text: refusal(drop.refusal) }
      if (drop.kind === 'ask' && noDeciding) return { kind: 'refuse', text: noDeciding }
      return drop.kind === 'ask'
        ? { kind: 'ask', text: t(`board.drop.${drop.dialog}`) }
        : { kind: 'move', text: t('board.drop.move') }
    },
    href: ({ id }) => `/missions/${id}`,
    rowTitle: ({ title }) => title,
    card: (row) => <Card row={row} />,
    onDrop: useDrop(),
  }
}

/** What, when and where; while it is prepared, how far it is. */
function Card({ row }: { row: MissionRow }) {
  const { t } = useTranslation('common')
  const f = useFormat()
  const place = [row.town, row.country && f.country(row.country)].filter(Boolean).join(', ')
  return (
    <>
      <CardLine>{[t(`missionKind.${row.kind}`), place].filter(Boolean).join(' · ')}</CardLine>
      <CardLine foot>
        {(row.starts || row.ends) && <span>{missionDates(f, row)}</span>}
        {isStage(row.status) && <ChecklistCount {...row} />}
        <PlacesCount {...row} />
      </CardLine>
    </>
  )
}
