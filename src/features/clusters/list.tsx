import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ClusterTabs } from '../../components/cluster-tabs.tsx'
import { RecordList } from '../../components/record-list.tsx'
import { SavedViews } from '../../components/saved-views/saved-views.tsx'
import { organisationList } from '../../contract/organisations.ts'
import { markets } from '../../data/markets.ts'
import { organisations } from '../../data/organisations.ts'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { useListState } from '../../ui/list-state.ts'
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
  const { open } = useDialogAddress('new-organisation')
  return (
    <RecordList
      name="clusters"
      words={{
        title: t('title'),
        new: t('new'),
        empty: { title: t('empty.title'), text: t('empty.text'), action: t('empty.action') },
      }}
      pages={pages}
      list={list}
      columns={columns}
      path={({ id }) => `/clusters/${id}`}
      rowTitle={({ name }) => name}
      onNew={() => open({ kind: 'cluster' })}
      tabs={<ClusterTabs current="clusters" />}
      views={<SavedViews list="clusters" schema={clusterList} table="clusters" />}
    />
  )
}
