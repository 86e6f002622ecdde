import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ClusterTabs } from '../../components/cluster-tabs.tsx'
import { useNoWriting } from '../../components/may-write.ts'
import { SavedViews } from '../../components/saved-views/saved-views.tsx'
import { organisationList } from '../../contract/organisations.ts'
import { markets } from '../../data/markets.ts'
import { organisations } from '../../data/organisations.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListToolbar } from '../../ui/list-toolbar.tsx'
import { Page } from '../../ui/page.tsx'
import { totalOf } from '../../ui/table-pages.ts'
import { useClusterColumns } from './columns.tsx'

/** The kind is given, not chosen. */
const clusterList = organisationList.omit({ kind: true })

/** Which markets each cluster leads on the day, by the cluster's id. A workspace has a few dozen markets at most. */
function useLeads(asOf: string | undefined): Map<string, string[]> {
  const { data } = useQuery(markets.page({ query: { asOf, limit: 200 } }))
  return useMemo(() => {
    const leads = new Map<string, string[]>()
    for (const market of data?.items ?? []) {
      const leaders = new Set(market.leads.flatMap(({ organisation }) => organisation?.id ?? []))
      for (const id of leaders) leads.set(id, [...(leads.get(id) ?? []), market.name])
    }
    return leads
  }, [data])
}

/** The clusters, with the alliances they are in and the markets they lead. */
export function Component() {
  const { t } = useTranslation('clusters')
  const list = useListState(clusterList)
  const pages = useInfiniteQuery({
    ...organisations.list({ ...list.query, kind: 'cluster' }),
    placeholderData: keepPreviousData,
  })
  const columns = useClusterColumns(useLeads(list.query.asOf))
  const noWriting = useNoWriting()
  const { open } = useDialogAddress('new-organisation')
  const add = () => open({ kind: 'cluster' })
  return (
    <Page
      fill
      title={t('title')}
      actions={
        <ActionButton reason={noWriting} onClick={add}>
          {t('new')}
        </ActionButton>
      }
    >
      <ClusterTabs current="clusters" />
      <ListToolbar
        list={list}
        lead={<SavedViews list="clusters" schema={clusterList} table="clusters" />}
        label={t('title')}
        total={totalOf(pages)}
      />
      <DataTable
        name="clusters"
        label={t('title')}
        columns={columns}
        pages={pages}
        list={list}
        href={(row) => `/clusters/${row.id}`}
        rowTitle={(row) => row.name}
        empty={
          <EmptyState
            title={t('empty.title')}
            action={!noWriting && <Button onClick={add}>{t('empty.action')}</Button>}
          >
            {t('empty.text')}
          </EmptyState>
        }
      />
    </Page>
  )
}
