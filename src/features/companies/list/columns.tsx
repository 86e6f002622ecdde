import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { SmeStatusBadge } from '../../../components/sme-status-badge.tsx'
import type { CompanyRow } from '../../../contract/companies.ts'
import { useFormat } from '../../../i18n/format.ts'
import type { Column } from '../../../ui/table-columns.ts'
import { useEuros } from '../euros.ts'

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(', ') || null

/** The directory's columns. */
export function useCompanyColumns(): Column<CompanyRow>[] {
  const { t } = useTranslation(['companies', 'common'])
  const f = useFormat()
  const euros = useEuros()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('column.name'),
        primary: true,
        sortKey: 'name',
        width: 220,
        cell: ({ name, sample }) => (
          <>
            {name} {sample && <SampleTag />}
          </>
        ),
      },
      {
        id: 'status',
        header: t('column.status'),
        width: 165,
        cell: ({ status, statusConfirmed }) => <SmeStatusBadge status={status} confirmed={statusConfirmed} />,
      },
      {
        id: 'clusters',
        header: t('column.clusters'),
        width: 150,
        cell: ({ clusters }) => names(clusters),
      },
      { id: 'markets', header: t('column.markets'), width: 120, cell: ({ markets }) => names(markets) },
      {
        id: 'last',
        header: t('column.last'),
        width: 240,
        cell: ({ lastParticipation: last }) =>
          last && (
            <>
              {last.mission.name}
              {last.on && <small> · {f.date(last.on)}</small>}
            </>
          ),
      },
      {
        id: 'count',
        header: t('column.count'),
        sortKey: 'participations',
        align: 'end',
        width: 96,
        cell: ({ participations }) => (participations > 0 ? f.number(participations) : '–'),
      },
      {
        id: 'room',
        header: t('column.room'),
        align: 'end',
        width: 140,
        cell: ({ aid }) => (aid.room === null ? '–' : euros(aid.room)),
      },
      {
        id: 'place',
        header: t('column.place'),
        width: 150,
        hidden: true,
        cell: ({ town }) => town,
      },
      {
        id: 'country',
        header: t('column.country'),
        sortKey: 'country',
        width: 120,
        hidden: true,
        cell: ({ country }) => country && f.country(country),
      },
      {
        id: 'sectors',
        header: t('column.sectors'),
        width: 200,
        hidden: true,
        cell: ({ sectors }) => sectors.join(', ') || null,
      },
      {
        id: 'servedOn',
        header: t('column.servedOn'),
        width: 130,
        hidden: true,
        cell: ({ servedOn }) => servedOn && f.date(servedOn),
      },
      {
        id: 'updated',
        header: t('column.updated'),
        sortKey: 'updatedAt',
        width: 150,
        hidden: true,
        cell: ({ updatedAt }) => f.instant(updatedAt),
      },
    ],
    [t, f, euros],
  )
}
