import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganisationRow } from '../../contract/organisations.ts'
import { useFormat } from '../../i18n/format.ts'
import { Dot } from '../../ui/dot.tsx'
import type { Column } from '../../ui/table-columns.ts'

/** The columns of the list of clusters. `leads` holds the names of the markets each leads, by its id. */
export function useClusterColumns(leads: ReadonlyMap<string, string[]>): Column<OrganisationRow>[] {
  const { t } = useTranslation('clusters')
  const f = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        primary: true,
        sortKey: 'name',
        width: 240,
        cell: ({ name, colour, aliases }) => (
          <span title={aliases.join(', ') || undefined}>
            <Dot colour={colour} /> {name}
          </span>
        ),
      },
      {
        id: 'alliances',
        header: t('columns.alliances'),
        width: 320,
        cell: ({ alliances }) => alliances.map(({ name }) => name).join(', '),
      },
      {
        id: 'region',
        header: t('columns.region'),
        sortKey: 'country',
        width: 220,
        cell: ({ region, country }) => [region, country && f.country(country)].filter(Boolean).join(', '),
      },
      {
        id: 'leads',
        header: t('columns.leads'),
        width: 160,
        cell: ({ id }) => leads.get(id)?.map(f.place).join(', '),
      },
      {
        id: 'agreements',
        header: t('columns.agreements'),
        sortKey: 'agreementCount',
        align: 'end',
        width: 140,
        cell: ({ agreementCount }) => (agreementCount > 0 ? f.number(agreementCount) : '–'),
      },
    ],
    [t, f, leads],
  )
}
