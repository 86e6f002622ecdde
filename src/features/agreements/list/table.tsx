import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { AgreementStatusBadge } from '../../../components/agreement-status-badge.tsx'
import { useScopedHref } from '../../../components/scope.ts'
import type { AgreementRow } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DataTable, totalOf } from '../../../ui/data-table.tsx'
import type { Column } from '../../../ui/table-columns.ts'
import { PartyNames } from '../party-names.tsx'
import { SignedCount } from '../signed-count.tsx'
import { AgreementToolbar } from './toolbar.tsx'
import type { ViewProps } from './view-props.ts'

/** Agreements as a table. */
export function AgreementTable({ list, tools, empty }: ViewProps) {
  const { t } = useTranslation('agreements')
  const href = useScopedHref()
  const pages = useInfiniteQuery({
    ...agreements.list(list.query),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <AgreementToolbar list={list} tools={tools} total={totalOf(pages)} />
      <DataTable
        name="agreements"
        label={t('title')}
        columns={useColumns()}
        pages={pages}
        list={list}
        href={(row) => href(`/agreements/${row.id}`)}
        rowTitle={(row) => row.title}
        empty={empty}
      />
    </>
  )
}

function useColumns(): Column<AgreementRow>[] {
  const { t } = useTranslation(['agreements', 'common'])
  const f = useFormat()
  return useMemo(() => {
    const date = (value: string | null) => value && <time dateTime={value}>{f.date(value)}</time>
    return [
      {
        id: 'title',
        header: t('column.title'),
        sortKey: 'title',
        width: 300,
        primary: true,
        cell: (row) => row.title,
      },
      {
        id: 'status',
        header: t('column.status'),
        sortKey: 'status',
        width: 170,
        cell: (row) => <AgreementStatusBadge status={row.status} overdue={row.overdue} />,
      },
      {
        id: 'parties',
        header: t('column.parties'),
        width: 320,
        cell: (row) => <PartyNames parties={row.parties} />,
      },
      {
        id: 'signed',
        header: t('column.signed'),
        width: 96,
        cell: (row) => <SignedCount signed={row.signedCount} required={row.requiredCount} />,
      },
      {
        id: 'signedOn',
        header: t('column.signedOn'),
        sortKey: 'signedOn',
        width: 112,
        cell: (row) => date(row.signedOn),
      },
      {
        id: 'target',
        header: t('column.target'),
        sortKey: 'targetSignature',
        width: 112,
        cell: (row) => date(row.targetSignature),
      },
      { id: 'ends', header: t('column.ends'), sortKey: 'ends', width: 112, cell: (row) => date(row.ends) },
      {
        id: 'market',
        header: t('column.market'),
        sortKey: 'market',
        width: 120,
        cell: (row) => row.market?.name,
      },
      {
        id: 'negotiator',
        header: t('column.negotiator'),
        width: 170,
        cell: (row) => row.negotiator?.name,
      },
      {
        id: 'type',
        header: t('column.type'),
        width: 190,
        cell: (row) => t(`common:agreementType.${row.type}`),
      },
      {
        id: 'alliance',
        header: t('column.alliance'),
        width: 200,
        hidden: true,
        cell: (row) => row.alliance?.name,
      },
      {
        id: 'updatedAt',
        header: t('column.updatedAt'),
        sortKey: 'updatedAt',
        width: 150,
        hidden: true,
        cell: (row) => <time dateTime={row.updatedAt}>{f.instant(row.updatedAt)}</time>,
      },
    ]
  }, [t, f])
}
