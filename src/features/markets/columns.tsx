import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MarketRow } from '../../contract/markets.ts'
import { useFormat } from '../../i18n/format.ts'
import type { Column } from '../../ui/table-columns.ts'

/** The columns of the list of markets. */
export function useMarketColumns(): Column<MarketRow>[] {
  const { t } = useTranslation('markets')
  const f = useFormat()
  return useMemo(() => {
    const count = (value: number) => (value > 0 ? f.number(value) : '–')
    return [
      {
        id: 'name',
        header: t('columns.name'),
        primary: true,
        sortKey: 'name',
        width: 180,
        cell: ({ name }) => f.place(name),
      },
      {
        id: 'regions',
        header: t('columns.regions'),
        width: 220,
        cell: ({ regions }) => regions.join(', '),
      },
      {
        id: 'leads',
        header: t('columns.leads'),
        width: 420,
        cell: ({ leads }) =>
          leads
            .map(({ alliance, organisation }) => `${organisation?.name ?? '–'} (${alliance.name})`)
            .join(', '),
      },
      {
        id: 'open',
        header: t('columns.open'),
        align: 'end',
        width: 140,
        cell: ({ openCount }) => count(openCount),
      },
      {
        id: 'inForce',
        header: t('columns.inForce'),
        align: 'end',
        width: 100,
        cell: ({ inForceCount }) => count(inForceCount),
      },
      {
        id: 'updated',
        header: t('columns.updated'),
        sortKey: 'updatedAt',
        hidden: true,
        width: 150,
        cell: ({ updatedAt }) => f.instant(updatedAt),
      },
    ]
  }, [t, f])
}
