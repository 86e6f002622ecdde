import Plus from 'lucide-react/icons/plus'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { missionList } from '../../../contract/missions.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Page } from '../../../ui/page.tsx'
import { MissionTable } from './table.tsx'
import { useView, ViewSwitch } from './view-switch.tsx'

const Board = lazy(async () => ({ default: (await import('../board/board.tsx')).MissionBoard }))
const Calendar = lazy(async () => ({ default: (await import('../calendar/calendar.tsx')).Calendar }))
const WorldMap = lazy(async () => ({ default: (await import('../map/map.tsx')).MissionMap }))

/** All missions: as a table, a board by status (`?view=board`), a calendar or a map. */
export function Component() {
  const { t } = useTranslation('missions')
  const list = useListState(missionList)
  const view = useView()
  const View = { table: MissionTable, board: Board, calendar: Calendar, map: WorldMap }[view]
  return (
    <Page title={t('title')} fill={view === 'table' || view === 'board'} actions={<Begin />}>
      <Suspense>
        <View list={list} tools={<ViewSwitch />} empty={<Empty />} />
      </Suspense>
    </Page>
  )
}

function Begin() {
  const { t } = useTranslation('missions')
  const noWriting = useNoWriting()
  const { open } = useDialogAddress('new-mission')
  return (
    <ActionButton reason={noWriting} leftSection={<Plus size={16} aria-hidden />} onClick={() => open()}>
      {t('new.title')}
    </ActionButton>
  )
}

function Empty() {
  const { t } = useTranslation('missions')
  return (
    <EmptyState title={t('empty.title')} action={<Begin />}>
      {t('empty.text')}
    </EmptyState>
  )
}
