import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { useScopedHref } from '../../../components/scope.ts'
import { SmeStatusBadge } from '../../../components/sme-status-badge.tsx'
import { type ServedCompany, servedCompanyList } from '../../../contract/served-lists.ts'
import { served } from '../../../data/served.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { ListToolbar } from '../../../ui/list-toolbar.tsx'
import type { Column } from '../../../ui/table-columns.ts'
import { totalOf } from '../../../ui/table-pages.ts'
import { useEuros } from '../euros.ts'
import { useServedCompanyFilters } from './filters.ts'
import { ServedPage } from './served-page.tsx'

/** The companies behind the figures, each once. */
export function Component() {
  const { t } = useTranslation('served-figures')
  const list = useListState(servedCompanyList)
  const href = useScopedHref()
  const pages = useInfiniteQuery({ ...served.companies(list.query), placeholderData: keepPreviousData })
  return (
    <ServedPage fill>
      <ListToolbar
        list={list}
        label={t('views.companies')}
        total={totalOf(pages)}
        filters={useServedCompanyFilters()}
      />
      <DataTable
        name="served-companies"
        label={t('views.companies')}
        columns={useColumns()}
        pages={pages}
        list={list}
        href={({ id }) => href(`/companies/${id}/participation`)}
        rowTitle={({ name }) => name}
        empty={<EmptyState title={t('nothing')} />}
      />
    </ServedPage>
  )
}

function useColumns(): Column<ServedCompany>[] {
  const { t } = useTranslation('served-figures')
  const f = useFormat()
  const euros = useEuros()
  return useMemo(() => {
    const count = (
      id: 'missions' | 'services' | 'meetings' | 'useful' | 'outcomes',
      sortKey?: string,
    ): Column<ServedCompany> => ({
      id,
      header: t(`column.${id}`),
      align: 'end',
      width: 92,
      ...(sortKey ? { sortKey } : {}),
      cell: (row) => (row[id] > 0 ? f.number(row[id]) : '–'),
    })
    return [
      {
        id: 'name',
        header: t('column.name'),
        primary: true,
        sortKey: 'name',
        width: 190,
        cell: ({ name, sample }) => (
          <>
            {name} {sample && <SampleTag />}
          </>
        ),
      },
      {
        id: 'status',
        header: t('column.status'),
        width: 150,
        cell: ({ status }) => <SmeStatusBadge status={status} confirmed />,
      },
      {
        id: 'clusters',
        header: t('column.clusters'),
        width: 150,
        cell: ({ clusters }) => clusters.map(({ name }) => name).join(', ') || null,
      },
      count('missions', 'records'),
      count('services'),
      {
        id: 'aid',
        header: t('column.aid'),
        align: 'end',
        width: 112,
        sortKey: 'aid',
        cell: ({ euros: sum }) => (sum > 0 ? euros(sum) : '–'),
      },
      count('meetings'),
      count('useful'),
      count('outcomes', 'outcomes'),
      {
        id: 'first',
        header: t('column.first'),
        width: 130,
        hidden: true,
        cell: ({ first }) => first && f.date(first),
      },
      {
        id: 'last',
        header: t('column.last'),
        width: 112,
        sortKey: 'last',
        cell: ({ last }) => last && f.date(last),
      },
      {
        id: 'country',
        header: t('column.country'),
        width: 120,
        hidden: true,
        cell: ({ country }) => country && f.country(country),
      },
    ]
  }, [t, f, euros])
}
