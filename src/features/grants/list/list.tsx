import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { SavedViews } from '../../../components/saved-views/saved-views.tsx'
import { useScope, useScopedHref } from '../../../components/scope.ts'
import { UseBar } from '../../../components/use-bar.tsx'
import { type GrantRow, grantList } from '../../../contract/grants.ts'
import { grants } from '../../../data/grants.ts'
import { grantStatuses } from '../../../domain/grant.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { ListToolbar } from '../../../ui/list-toolbar.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Column } from '../../../ui/table-columns.ts'
import { totalOf } from '../../../ui/table-pages.ts'
import { GrantStatusBadge } from '../status-badge.tsx'
import { useSpent, useTotalText } from '../words.ts'

/** All grants: who holds each, for how long, how much, and whether spending keeps pace with time. */
export function Component() {
  const { t } = useTranslation('grants')
  const list = useListState(grantList)
  const href = useScopedHref()
  const pages = useInfiniteQuery({ ...grants.list(list.query), placeholderData: keepPreviousData })
  return (
    <Page title={t('title')} fill actions={<Begin />}>
      <ListToolbar
        list={list}
        lead={<SavedViews list="grants" schema={grantList} table="grants" />}
        label={t('title')}
        total={totalOf(pages)}
        filters={[
          {
            key: 'status',
            label: t('filter.status'),
            multiple: true,
            options: grantStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          },
        ]}
      />
      <DataTable
        name="grants"
        label={t('title')}
        columns={useColumns()}
        pages={pages}
        list={list}
        href={(row) => href(`/grants/${row.id}`)}
        rowTitle={(row) => row.title}
        empty={
          <EmptyState title={t('empty.title')} action={<Begin />}>
            {t('empty.text')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function Begin() {
  const { t } = useTranslation('grants')
  const noWriting = useNoWriting()
  const { open } = useDialogAddress('new-grant')
  return (
    <ActionButton reason={noWriting} leftSection={<Plus size={16} aria-hidden />} onClick={() => open()}>
      {t('new.title')}
    </ActionButton>
  )
}

function useColumns(): Column<GrantRow>[] {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const { day } = useScope()
  const totalText = useTotalText()
  const spent = useSpent(t)
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('column.title'),
        sortKey: 'title',
        width: 180,
        primary: true,
        cell: (row) => row.title,
      },
      { id: 'reference', header: t('column.reference'), width: 90, cell: (row) => row.reference },
      { id: 'programme', header: t('column.programme'), width: 110, cell: (row) => row.programme },
      {
        id: 'recipient',
        header: t('column.recipient'),
        width: 140,
        cell: (row) => [row.alliance?.name, row.cluster?.name].filter(Boolean).join(' · ') || null,
      },
      {
        id: 'status',
        header: t('column.status'),
        sortKey: 'status',
        width: 122,
        cell: (row) => <GrantStatusBadge status={row.status} />,
      },
      {
        id: 'period',
        header: t('column.period'),
        sortKey: 'starts',
        width: 130,
        cell: (row) => f.period(row.starts, row.ends) || null,
      },
      {
        id: 'total',
        header: t('column.total'),
        sortKey: 'total',
        width: 160,
        align: 'end',
        cell: totalText,
      },
      {
        id: 'use',
        header: t('column.use'),
        width: 320,
        cell: (row) => <UseBar use={row.use} words={spent(row.use)} />,
      },
      {
        id: 'available',
        header: t('column.available'),
        width: 140,
        align: 'end',
        hidden: true,
        cell: ({ use, currency }) =>
          use.budget === null ? null : f.money({ minor: use.budget - use.committed - use.paid, currency }),
      },
      {
        id: 'claimDue',
        header: t('column.claimDue'),
        width: 190,
        hidden: true,
        cell: ({ claimDue }) =>
          claimDue && t('claimDue', { date: f.date(claimDue), when: f.relativeDays(claimDue, day) }),
      },
      {
        id: 'funders',
        header: t('column.funders'),
        width: 200,
        hidden: true,
        cell: (row) => f.list(row.funders.map(({ name }) => name)) || null,
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
    [t, f, day, totalText, spent],
  )
}
