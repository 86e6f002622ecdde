import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { AgreementStatusBadge } from '../../../components/agreement-status-badge.tsx'
import { BulkEdit } from '../../../components/bulk/bulk-edit.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { useScopedHref } from '../../../components/scope.ts'
import type { AgreementRow } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import type { Column } from '../../../ui/table-columns.ts'
import { totalOf } from '../../../ui/table-pages.ts'
import { PartyNames } from '../party-names.tsx'
import { SignedCount } from '../signed-count.tsx'
import { NextDate } from './next-date.tsx'
import { AgreementToolbar } from './toolbar.tsx'
import type { ViewProps } from './view-props.ts'

/** Agreements as a table. */
export function AgreementTable({ list, tools, empty }: ViewProps) {
  const { t } = useTranslation('agreements')
  const href = useScopedHref()
  const noWriting = useNoWriting()
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
        bulkActions={
          noWriting ? undefined : (rows, clear) => <BulkEdit noun="agreements" rows={rows} onDone={clear} />
        }
        empty={empty}
      />
    </>
  )
}

/** What is shown of itself fits a screen of 1,440 pixels; the rest is for choosing. */
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
        width: 228,
        primary: true,
        cell: (row) => row.title,
      },
      {
        id: 'status',
        header: t('column.status'),
        sortKey: 'status',
        width: 136,
        cell: (row) => <AgreementStatusBadge status={row.status} overdue={row.overdue} />,
      },
      {
        id: 'market',
        header: t('column.market'),
        sortKey: 'market',
        width: 118,
        cell: (row) => row.market && f.place(row.market.name),
      },
      {
        id: 'partner',
        header: t('column.partner'),
        width: 160,
        cell: (row) => <Partners parties={row.parties} />,
      },
      {
        id: 'negotiator',
        header: t('column.negotiator'),
        width: 144,
        cell: (row) => row.negotiator?.name,
      },
      {
        id: 'signed',
        header: t('column.signed'),
        width: 100,
        cell: (row) => <SignedCount signed={row.signedCount} required={row.requiredCount} />,
      },
      {
        id: 'signedOn',
        header: t('column.signedOn'),
        sortKey: 'signedOn',
        width: 104,
        cell: (row) => date(row.signedOn),
      },
      { id: 'next', header: t('column.next'), width: 182, cell: (row) => <NextDate row={row} /> },
      {
        id: 'parties',
        header: t('column.parties'),
        width: 214,
        hidden: true,
        cell: (row) => <PartyNames parties={row.parties} most={1} />,
      },
      {
        id: 'ends',
        header: t('column.ends'),
        sortKey: 'ends',
        width: 100,
        hidden: true,
        cell: (row) => date(row.ends),
      },
      {
        id: 'type',
        header: t('column.type'),
        width: 190,
        hidden: true,
        cell: (row) => t(`common:agreementType.${row.type}`),
      },
      {
        id: 'target',
        header: t('column.target'),
        sortKey: 'targetSignature',
        width: 112,
        hidden: true,
        cell: (row) => date(row.targetSignature),
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

/** The bodies on the partner's side. */
function Partners({ parties }: { parties: AgreementRow['parties'] }) {
  const names = parties.filter(({ side }) => side === 'partner').map(({ name }) => name)
  const all = names.join(', ')
  return <span title={all}>{all}</span>
}
