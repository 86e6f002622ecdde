import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { recordPath } from '../../components/record-path.ts'
import { useScopedHref } from '../../components/scope.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { type Act, actList } from '../../contract/acting.ts'
import { maxPage } from '../../contract/primitives.ts'
import { acting } from '../../data/acting.ts'
import { organisations } from '../../data/organisations.ts'
import { actKinds } from '../../domain/acting.ts'
import { useFormat } from '../../i18n/format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Dot } from '../../ui/dot.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListToolbar } from '../../ui/list-toolbar.tsx'
import { Page } from '../../ui/page.tsx'
import type { Column } from '../../ui/table-columns.ts'
import { totalOf } from '../../ui/table-pages.ts'

/** The records behind the ledger; each opens its own page. */
export function Component() {
  const { t } = useTranslation('views')
  const list = useListState(actList)
  const href = useScopedHref()
  const pages = useInfiniteQuery({ ...acting.list(list.query), placeholderData: keepPreviousData })
  const { data } = useQuery(organisations.page({ query: { kind: 'cluster', sort: 'name', limit: maxPage } }))
  const clusters = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Page
      title={t('acting.records')}
      eyebrow={<ScopedLink to="/acting">{t('acting.title')}</ScopedLink>}
      subtitle={t('acting.intro')}
      fill
    >
      <ListToolbar
        list={list}
        label={t('acting.records')}
        total={totalOf(pages)}
        filters={[
          {
            key: 'kind',
            label: t('acting.what'),
            multiple: true,
            options: actKinds.map((value) => ({ value, label: t(`acting.kind.${value}`) })),
          },
          { key: 'by', label: t('acting.by'), options: clusters },
          { key: 'for', label: t('acting.for'), options: clusters },
        ]}
      />
      <DataTable
        name="acting"
        label={t('acting.records')}
        columns={useColumns()}
        pages={pages}
        list={list}
        href={({ noun, recordId }) => href(recordPath(noun, recordId))}
        rowTitle={({ title }) => title}
        empty={<EmptyState title={t('acting.none')}>{t('acting.hint')}</EmptyState>}
      />
    </Page>
  )
}

function useColumns(): Column<Act>[] {
  const { t } = useTranslation('views')
  const f = useFormat()
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('acting.record'),
        sortKey: 'title',
        primary: true,
        width: 260,
        cell: ({ noun, title }) => (noun === 'markets' ? f.place(title) : title),
      },
      { id: 'kind', header: t('acting.what'), width: 180, cell: ({ kind }) => t(`acting.kind.${kind}`) },
      {
        id: 'by',
        header: t('acting.by'),
        width: 160,
        cell: ({ by, byColour }) => (
          <>
            <Dot colour={byColour} /> {by.name}
          </>
        ),
      },
      {
        id: 'for',
        header: t('acting.for'),
        width: 220,
        cell: (act) => f.list(act.for.map(({ name }) => name)),
      },
      { id: 'on', header: t('acting.on'), sortKey: 'on', width: 116, cell: ({ on }) => on && f.date(on) },
      {
        id: 'amount',
        header: t('acting.amount'),
        align: 'end',
        width: 124,
        cell: ({ amount }) => amount && f.money(amount),
      },
      {
        id: 'market',
        header: t('acting.market'),
        width: 130,
        cell: ({ market }) => market && f.place(market.name),
      },
      { id: 'alliance', header: t('acting.alliance'), width: 190, cell: ({ alliance }) => alliance?.name },
    ],
    [t, f],
  )
}
