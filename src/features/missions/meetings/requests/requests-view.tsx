import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import FileUp from 'lucide-react/icons/file-up'
import Plus from 'lucide-react/icons/plus'
import { lazy, Suspense, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import { useNoWriting } from '../../../../components/may-write.ts'
import type { Mission } from '../../../../contract/missions.ts'
import { listRequests, type MeetingRequest } from '../../../../contract/requests.ts'
import { requests } from '../../../../data/meetings.ts'
import { pairStates, wishes } from '../../../../domain/matching.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { DataTable } from '../../../../ui/data-table.tsx'
import { useDialogAddress } from '../../../../ui/dialog-address.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useListState } from '../../../../ui/list-state.ts'
import { ListToolbar } from '../../../../ui/list-toolbar.tsx'
import { totalOf } from '../../../../ui/table-pages.ts'
import type { Model } from '../model.ts'
import { BulkAnswers } from './bulk-answers.tsx'
import { QuickEntry } from './quick-entry.tsx'
import { RequestDialog } from './request-dialog.tsx'
import classes from './requests.module.css'
import { useRequestColumns } from './use-request-columns.tsx'

const ImportDialog = lazy(async () => ({
  default: (await import('../import/import-dialog.tsx')).ImportDialog,
}))

/** Who asks to meet whom: entered one by one or as a list, answered in place. */
export function RequestsView({ mission, model }: { mission: Mission; model: Model }) {
  const { t } = useTranslation('meetings')
  const noWriting = useNoWriting()
  const list = useListState(listRequests.query)
  const [entering, setEntering] = useState(false)
  const importing = useDialogAddress('import-requests')
  const nobody = model.participants.size < 2 ? t('requests.nobody') : null
  const pages = useInfiniteQuery({
    ...requests.list({ ...list.query, mission: mission.id }),
    placeholderData: keepPreviousData,
  })
  const href = useRequestHref()
  const actions = (
    <>
      <ActionButton
        size="xs"
        variant="default"
        reason={noWriting ?? nobody}
        leftSection={<FileUp size={14} aria-hidden />}
        onClick={() => importing.open()}
      >
        {t('import.open')}
      </ActionButton>
      <ActionButton
        size="xs"
        reason={noWriting ?? nobody}
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => setEntering(true)}
      >
        {t('requests.new')}
      </ActionButton>
    </>
  )
  return (
    <div className={classes.view}>
      <ListToolbar
        list={list}
        label={t('view.requests')}
        total={totalOf(pages)}
        filters={[
          {
            key: 'pair',
            label: t('requests.pair'),
            multiple: true,
            options: pairStates.map((value) => ({ value, label: t(`pair.${value}`) })),
          },
          {
            key: 'wish',
            label: t('requests.wish'),
            multiple: true,
            options: wishes.map((value) => ({ value, label: t(`wish.${value}`) })),
          },
          {
            key: 'participation',
            label: t('participant'),
            options: model.schedule.participants.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
      >
        {actions}
      </ListToolbar>
      {entering && <QuickEntry model={model} onClose={() => setEntering(false)} />}
      <DataTable
        name="requests"
        label={t('view.requests')}
        columns={useRequestColumns(noWriting)}
        pages={pages}
        list={list}
        href={href}
        rowTitle={({ from, to }) => `${from.name} → ${to.name}`}
        bulkActions={
          noWriting
            ? undefined
            : (rows, clear) => <BulkAnswers missionId={mission.id} rows={rows} onDone={clear} />
        }
        empty={
          <EmptyState title={t('requests.empty')} action={<div className={classes.tools}>{actions}</div>}>
            {t('requests.emptyText')}
          </EmptyState>
        }
      />
      <RequestDialog rows={pages.data?.pages.flatMap(({ items }) => items) ?? []} noWriting={noWriting} />
      {importing.opened && (
        <Suspense>
          <ImportDialog model={model} onClose={importing.close} />
        </Suspense>
      )}
    </div>
  )
}

/** A row opens its dialog, over the list as it stands. */
function useRequestHref(): (row: MeetingRequest) => string {
  const [params] = useSearchParams()
  const { pathname } = useLocation()
  return useCallback(
    ({ id }) => {
      const next = new URLSearchParams(params)
      next.set('dialog', 'request')
      next.set('request', id)
      return `${pathname}?${next}`
    },
    [params, pathname],
  )
}
