import PenLine from 'lucide-react/icons/pen-line'
import Plus from 'lucide-react/icons/plus'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { useScopedNavigate } from '../../../components/scope.ts'
import { agreementList } from '../../../contract/agreements.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Page } from '../../../ui/page.tsx'
import { AgreementTable } from './table.tsx'
import { useView, ViewSwitch } from './view-switch.tsx'

const Board = lazy(async () => ({ default: (await import('../board/board.tsx')).Board }))
const Timeline = lazy(async () => ({ default: (await import('../timeline/timeline.tsx')).Timeline }))

/** All agreements: as a table, a board by stage (`?view=board`), or a timeline (`?view=timeline`). */
export function Component() {
  const { t } = useTranslation('agreements')
  const list = useListState(agreementList)
  const view = useView()
  const View = { table: AgreementTable, board: Board, timeline: Timeline }[view]
  return (
    <Page title={t('title')} fill={view !== 'timeline'} actions={<Begin />}>
      <Suspense>
        <View list={list} tools={<ViewSwitch />} empty={<Empty />} />
      </Suspense>
    </Page>
  )
}

function Begin() {
  const { t } = useTranslation('agreements')
  const noWriting = useNoWriting('activity.write')
  const noSigning = useNoWriting('activity.decide')
  const navigate = useScopedNavigate()
  const sign = useDialogAddress('sign')
  return (
    <>
      <ActionButton
        variant="default"
        reason={noWriting}
        leftSection={<Plus size={16} aria-hidden />}
        onClick={() => void navigate('/agreements/new')}
      >
        {t('new')}
      </ActionButton>
      <ActionButton
        reason={noSigning}
        leftSection={<PenLine size={16} aria-hidden />}
        onClick={() => sign.open()}
      >
        {t('sign')}
      </ActionButton>
    </>
  )
}

function Empty() {
  const { t } = useTranslation('agreements')
  return (
    <EmptyState title={t('empty.title')} action={<Begin />}>
      {t('empty.text')}
    </EmptyState>
  )
}
