import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ClusterTabs } from '../../components/cluster-tabs.tsx'
import { useNoWriting } from '../../components/may-write.ts'
import { SavedViews } from '../../components/saved-views/saved-views.tsx'
import { type AllianceRow, allianceList } from '../../contract/alliances.ts'
import { alliances } from '../../data/alliances.ts'
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

/** The alliances, with their members and how much they do. */
export function Component() {
  const { t } = useTranslation('alliances')
  const list = useListState(allianceList)
  const pages = useInfiniteQuery({ ...alliances.list(list.query), placeholderData: keepPreviousData })
  const columns = useColumns()
  const noWriting = useNoWriting()
  const { open } = useDialogAddress('new-alliance')
  return (
    <Page
      fill
      title={t('title')}
      actions={
        <ActionButton reason={noWriting} onClick={() => open()}>
          {t('new')}
        </ActionButton>
      }
    >
      <ClusterTabs current="alliances" />
      <ListToolbar
        list={list}
        lead={<SavedViews list="alliances" schema={allianceList} table="alliances" />}
        label={t('title')}
        total={totalOf(pages)}
      />
      <DataTable
        name="alliances"
        label={t('title')}
        columns={columns}
        pages={pages}
        list={list}
        href={(row) => `/alliances/${row.id}`}
        rowTitle={(row) => row.name}
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

function useColumns(): Column<AllianceRow>[] {
  const { t } = useTranslation('alliances')
  const f = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        primary: true,
        sortKey: 'name',
        width: 260,
        cell: ({ name }) => name,
      },
      {
        id: 'period',
        header: t('columns.period'),
        width: 160,
        cell: ({ starts, ends }) => f.period(starts, ends),
      },
      {
        id: 'members',
        header: t('columns.members'),
        width: 380,
        cell: ({ members }) => members.map(({ name }) => name).join(', '),
      },
      {
        id: 'markets',
        header: t('columns.markets'),
        align: 'end',
        width: 100,
        cell: ({ marketCount }) => (marketCount > 0 ? f.number(marketCount) : '–'),
      },
      {
        id: 'agreements',
        header: t('columns.agreements'),
        align: 'end',
        width: 140,
        cell: ({ agreementCount }) => (agreementCount > 0 ? f.number(agreementCount) : '–'),
      },
    ],
    [t, f],
  )
}
