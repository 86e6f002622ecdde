import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ClusterTabs } from '../../components/cluster-tabs.tsx'
import { RecordList } from '../../components/record-list.tsx'
import { SavedViews } from '../../components/saved-views/saved-views.tsx'
import { type AllianceRow, allianceList } from '../../contract/alliances.ts'
import { alliances } from '../../data/alliances.ts'
import { useFormat } from '../../i18n/format.ts'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { useListState } from '../../ui/list-state.ts'
import type { Column } from '../../ui/table-columns.ts'

/** The alliances, with their members and how much they do. */
export function Component() {
  const { t } = useTranslation('alliances')
  const list = useListState(allianceList)
  const pages = useInfiniteQuery({ ...alliances.list(list.query), placeholderData: keepPreviousData })
  const columns = useColumns()
  const { open } = useDialogAddress('new-alliance')
  return (
    <RecordList
      name="alliances"
      words={{
        title: t('title'),
        new: t('new'),
        empty: { title: t('empty.title'), text: t('empty.text'), action: t('empty.action') },
      }}
      pages={pages}
      list={list}
      columns={columns}
      path={({ id }) => `/alliances/${id}`}
      rowTitle={({ name }) => name}
      onNew={() => open()}
      tabs={<ClusterTabs current="alliances" />}
      views={<SavedViews list="alliances" schema={allianceList} table="alliances" />}
    />
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
