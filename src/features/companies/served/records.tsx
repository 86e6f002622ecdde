import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { recordPath } from '../../../components/record-path.ts'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { useScopedHref } from '../../../components/scope.ts'
import { SmeStatusBadge } from '../../../components/sme-status-badge.tsx'
import { type ServedRecord, servedRecordList } from '../../../contract/served-lists.ts'
import { served } from '../../../data/served.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { ListToolbar } from '../../../ui/list-toolbar.tsx'
import type { Column } from '../../../ui/table-columns.ts'
import { totalOf } from '../../../ui/table-pages.ts'
import { useServedRecordFilters } from './filters.ts'
import { ServedPage } from './served-page.tsx'

/** Where a record itself is shown. */
function pathOf({ kind, recordId, company, mission }: ServedRecord): string {
  if (kind === 'mission') return recordPath('participations', recordId)
  if (kind === 'meeting') return recordPath('meetings', recordId)
  if (kind === 'outcome' && mission) return `/missions/${mission.id}/results`
  return `/companies/${company.id}/${kind === 'aid' ? 'aid' : 'participation'}`
}

/** The records behind the figures: participations, services, aid, meetings and outcomes. */
export function Component() {
  const { t } = useTranslation('served-figures')
  const list = useListState(servedRecordList)
  const href = useScopedHref()
  const pages = useInfiniteQuery({ ...served.records(list.query), placeholderData: keepPreviousData })
  return (
    <ServedPage fill>
      <ListToolbar
        list={list}
        label={t('views.records')}
        total={totalOf(pages)}
        filters={useServedRecordFilters()}
      />
      <DataTable
        name="served-records"
        label={t('views.records')}
        columns={useColumns()}
        pages={pages}
        list={list}
        href={(row) => href(pathOf(row))}
        rowTitle={({ company }) => company.name}
        empty={<EmptyState title={t('nothing')} />}
      />
    </ServedPage>
  )
}

function useColumns(): Column<ServedRecord>[] {
  const { t } = useTranslation('served-figures')
  const f = useFormat()
  return useMemo(
    () => [
      {
        id: 'company',
        header: t('column.name'),
        primary: true,
        sortKey: 'company',
        width: 190,
        cell: ({ company, others, sample }) => (
          <>
            {others > 0 ? t('andOthers', { name: company.name, count: others }) : company.name}{' '}
            {sample && <SampleTag />}
          </>
        ),
      },
      { id: 'kind', header: t('column.kind'), width: 110, cell: ({ kind }) => t(`kind.${kind}`) },
      {
        id: 'what',
        header: t('column.record'),
        width: 260,
        cell: ({ title, mission }) => title ?? mission?.name ?? null,
      },
      { id: 'on', header: t('column.on'), sortKey: 'on', width: 120, cell: ({ on }) => on && f.date(on) },
      {
        id: 'status',
        header: t('column.status'),
        width: 140,
        cell: ({ status }) => <SmeStatusBadge status={status} confirmed />,
      },
      {
        id: 'rating',
        header: t('column.rating'),
        width: 160,
        cell: ({ rating }) => rating && t(`rating.${rating}`),
      },
      {
        id: 'value',
        header: t('column.value'),
        align: 'end',
        width: 120,
        cell: ({ value }) => value && f.money(value),
      },
      { id: 'cluster', header: t('column.cluster'), width: 150, cell: ({ cluster }) => cluster?.name },
      {
        id: 'market',
        header: t('column.market'),
        width: 130,
        cell: ({ market }) => market && f.place(market.name),
      },
      {
        id: 'alliance',
        header: t('column.alliance'),
        width: 170,
        hidden: true,
        cell: ({ alliance }) => alliance?.name,
      },
      {
        id: 'mission',
        header: t('column.mission'),
        width: 220,
        hidden: true,
        cell: ({ mission }) => mission?.name,
      },
    ],
    [t, f],
  )
}
