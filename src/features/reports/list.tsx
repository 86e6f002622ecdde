import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../components/may-write.ts'
import { ReportTabs } from '../../components/report-tabs.tsx'
import { useScopedHref } from '../../components/scope.ts'
import { type ReportRow, reportList } from '../../contract/reports.ts'
import { reports } from '../../data/reports.ts'
import { reportKinds } from '../../domain/reports.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListToolbar } from '../../ui/list-toolbar.tsx'
import { Page } from '../../ui/page.tsx'
import type { Column } from '../../ui/table-columns.ts'
import { totalOf } from '../../ui/table-pages.ts'

/** The reports, and when each was run last. */
export function Component() {
  const { t } = useTranslation('reports')
  const list = useListState(reportList)
  const href = useScopedHref()
  const pages = useInfiniteQuery({ ...reports.list(list.query), placeholderData: keepPreviousData })
  const columns = useColumns()
  const noWriting = useNoWriting()
  const { open } = useDialogAddress('new-report')
  return (
    <Page
      fill
      title={t('title')}
      subtitle={t('intro')}
      actions={
        <ActionButton reason={noWriting} onClick={() => open()}>
          {t('new')}
        </ActionButton>
      }
    >
      <ReportTabs current="reports" />
      <ListToolbar
        list={list}
        label={t('title')}
        total={totalOf(pages)}
        filters={[
          {
            key: 'kind',
            label: t('field.kind'),
            multiple: true,
            options: reportKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
        ]}
      />
      <DataTable
        name="reports"
        label={t('title')}
        columns={columns}
        pages={pages}
        list={list}
        href={({ id }) => href(`/reports/${id}`)}
        rowTitle={({ title }) => title}
        empty={
          <EmptyState
            title={t('empty.title')}
            action={!noWriting && <Button onClick={() => open()}>{t('empty.action')}</Button>}
          >
            {t('empty.text')}
          </EmptyState>
        }
      />
    </Page>
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
