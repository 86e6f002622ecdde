import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordList } from '../../components/record-list.tsx'
import { ReportTabs } from '../../components/report-tabs.tsx'
import { type ReportRow, reportList } from '../../contract/reports.ts'
import { reports } from '../../data/reports.ts'
import { reportKinds } from '../../domain/reports.ts'
import { useFormat } from '../../i18n/format.ts'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { useListState } from '../../ui/list-state.ts'
import type { Column } from '../../ui/table-columns.ts'

/** The reports, and when each was run last. */
export function Component() {
  const { t } = useTranslation('reports')
  const list = useListState(reportList)
  const pages = useInfiniteQuery({ ...reports.list(list.query), placeholderData: keepPreviousData })
  const columns = useColumns()
  const { open } = useDialogAddress('new-report')
  return (
    <RecordList
      name="reports"
      words={{
        title: t('title'),
        subtitle: t('intro'),
        new: t('new'),
        empty: { title: t('empty.title'), text: t('empty.text'), action: t('empty.action') },
      }}
      pages={pages}
      list={list}
      columns={columns}
      path={({ id }) => `/reports/${id}`}
      rowTitle={({ title }) => title}
      onNew={() => open()}
      tabs={<ReportTabs current="reports" />}
      filters={[
        {
          key: 'kind',
          label: t('field.kind'),
          multiple: true,
          options: reportKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        },
      ]}
    />
  )
}

function useColumns(): Column<ReportRow>[] {
  const { t } = useTranslation('reports')
  const f = useFormat()
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('field.title'),
        primary: true,
        sortKey: 'title',
        width: 300,
        cell: ({ title }) => title,
      },
      { id: 'kind', header: t('field.kind'), width: 190, cell: ({ kind }) => t(`kind.${kind}`) },
      {
        id: 'subject',
        header: t('field.subject'),
        width: 220,
        cell: ({ kind, subject }) => (kind === 'market' ? f.place(subject.name) : subject.name),
      },
      {
        id: 'lastRun',
        header: t('column.lastRun'),
        sortKey: 'lastRun',
        width: 200,
        cell: ({ lastRun }) => (lastRun ? t('runLine', { date: f.date(lastRun.asOf) }) : t('never')),
      },
      {
        id: 'runs',
        header: t('column.runs'),
        align: 'end',
        width: 90,
        cell: ({ runs }) => (runs > 0 ? f.number(runs) : '–'),
      },
    ],
    [t, f],
  )
}
