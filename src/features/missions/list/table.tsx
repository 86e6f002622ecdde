import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkEdit } from '../../../components/bulk/bulk-edit.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { missionDates } from '../../../components/mission-dates.ts'
import { MissionStatusBadge } from '../../../components/mission-status-badge.tsx'
import { useScopedHref } from '../../../components/scope.ts'
import type { MissionRow } from '../../../contract/missions.ts'
import { missions } from '../../../data/missions.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import type { Column } from '../../../ui/table-columns.ts'
import { totalOf } from '../../../ui/table-pages.ts'
import { ChecklistCount, PlacesCount } from '../counts.tsx'
import { MissionToolbar } from './toolbar.tsx'
import type { ViewProps } from './view-props.ts'

/** Missions as a table. */
export function MissionTable({ list, tools, empty }: ViewProps) {
  const { t } = useTranslation('missions')
  const href = useScopedHref()
  const noWriting = useNoWriting()
  const pages = useInfiniteQuery({ ...missions.list(list.query), placeholderData: keepPreviousData })
  return (
    <>
      <MissionToolbar list={list} tools={tools} total={totalOf(pages)} />
      <DataTable
        name="missions"
        label={t('title')}
        columns={useColumns()}
        pages={pages}
        list={list}
        href={(row) => href(`/missions/${row.id}`)}
        rowTitle={(row) => row.title}
        bulkActions={
          noWriting ? undefined : (rows, clear) => <BulkEdit noun="missions" rows={rows} onDone={clear} />
        }
        empty={empty}
      />
    </>
  )
}

function useColumns(): Column<MissionRow>[] {
  const { t } = useTranslation(['missions', 'common'])
  const f = useFormat()
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('column.title'),
        sortKey: 'title',
        width: 224,
        primary: true,
        cell: (row) => row.title,
      },
      {
        id: 'status',
        header: t('column.status'),
        sortKey: 'status',
        width: 124,
        cell: (row) => <MissionStatusBadge status={row.status} />,
      },
      {
        id: 'when',
        header: t('column.when'),
        sortKey: 'starts',
        width: 132,
        cell: (row) => missionDates(f, row),
      },
      {
        id: 'where',
        header: t('column.where'),
        width: 144,
        cell: (row) => [row.town, row.country && f.country(row.country)].filter(Boolean).join(', '),
      },
      {
        id: 'kind',
        header: t('column.kind'),
        sortKey: 'kind',
        width: 128,
        cell: (row) => t(`common:missionKind.${row.kind}`),
      },
      { id: 'lead', header: t('column.lead'), width: 122, cell: (row) => row.lead?.name ?? null },
      {
        id: 'checklist',
        header: t('column.checklist'),
        width: 148,
        cell: (row) => row.stepCount > 0 && <ChecklistCount {...row} />,
      },
      {
        id: 'places',
        header: t('column.places'),
        width: 120,
        cell: (row) => (row.capacity !== null || row.placed > 0) && <PlacesCount {...row} />,
      },
      {
        id: 'market',
        header: t('column.market'),
        sortKey: 'market',
        width: 110,
        hidden: true,
        cell: (row) => row.market?.name ?? null,
      },
      {
        id: 'meetings',
        header: t('column.meetings'),
        width: 90,
        align: 'end',
        hidden: true,
        cell: (row) => (row.meetings > 0 ? f.number(row.meetings) : null),
      },
      {
        id: 'alliance',
        header: t('column.alliance'),
        width: 200,
        hidden: true,
        cell: (row) => row.alliance?.name ?? null,
      },
      {
        id: 'updatedAt',
        header: t('column.updatedAt'),
        sortKey: 'updatedAt',
        width: 150,
        hidden: true,
        cell: (row) => <time dateTime={row.updatedAt}>{f.instant(row.updatedAt)}</time>,
      },
    ],
    [t, f],
  )
}
