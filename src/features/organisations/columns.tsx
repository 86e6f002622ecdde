import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SampleTag } from '../../components/sample-tag.tsx'
import type { OrganisationRow } from '../../contract/organisations.ts'
import { useFormat } from '../../i18n/format.ts'
import { Dot } from '../../ui/dot.tsx'
import type { Column } from '../../ui/table-columns.ts'

/** The directory's columns. */
export function useOrganisationColumns(): Column<OrganisationRow>[] {
  const { t } = useTranslation(['organisations', 'common'])
  const f = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        primary: true,
        sortKey: 'name',
        width: 300,
        cell: ({ name, colour, aliases, sample }) => (
          <span title={aliases.join(', ') || undefined}>
            {colour && <Dot colour={colour} />} {name} {sample && <SampleTag />}
          </span>
        ),
      },
      {
        id: 'kinds',
        header: t('columns.kinds'),
        width: 200,
        cell: ({ kinds }) => kinds.map((kind) => t(`common:organisationKind.${kind}`)).join(', '),
      },
      {
        id: 'place',
        header: t('columns.place'),
        width: 180,
        cell: ({ town, region }) => [town, region].filter(Boolean).join(', '),
      },
      {
        id: 'country',
        header: t('columns.country'),
        sortKey: 'country',
        width: 130,
        cell: ({ country }) => country && f.country(country),
      },
      {
        id: 'alliances',
        header: t('columns.alliances'),
        width: 220,
        cell: ({ alliances }) => alliances.map(({ name }) => name).join(', '),
      },
      {
        id: 'agreements',
        header: t('columns.agreements'),
        sortKey: 'agreementCount',
        align: 'end',
        width: 140,
        cell: ({ agreementCount }) => (agreementCount > 0 ? f.number(agreementCount) : '–'),
      },
      {
        id: 'updated',
        header: t('columns.updated'),
        sortKey: 'updatedAt',
        width: 150,
        hidden: true,
        cell: ({ updatedAt }) => f.instant(updatedAt),
      },
    ],
    [t, f],
  )
}
