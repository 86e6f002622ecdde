import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useScope } from '../../../components/scope.ts'
import { alliances } from '../../../data/alliances.ts'
import { markets } from '../../../data/markets.ts'
import { organisations } from '../../../data/organisations.ts'
import { served } from '../../../data/served.ts'
import { ratings } from '../../../domain/meeting.ts'
import { often, servedKinds } from '../../../domain/served.ts'
import { smeStatuses } from '../../../domain/sme/ceilings.ts'
import type { ListFilter } from '../../../ui/filter-chip.tsx'

const optionOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

/** What both lists can be narrowed by, "none" among it. */
function useShared(): ListFilter[] {
  const { t } = useTranslation(['served-figures', 'common'])
  const { query } = useScope()
  const kept = { placeholderData: keepPreviousData }
  const clusters = useQuery({ ...organisations.page({ query: { kind: 'cluster', limit: 200 } }), ...kept })
  const targets = useQuery({ ...markets.page({ query: { limit: 200 } }), ...kept })
  const through = useQuery({ ...alliances.page({ query: { limit: 200 } }), ...kept })
  const years = useQuery({ ...served.summary({ query }), ...kept }).data?.byYear ?? []
  const none = (by: 'cluster' | 'market' | 'alliance') => ({ value: 'none', label: t(`none.${by}`) })
  return [
    {
      key: 'year',
      label: t('filter.year'),
      options: years.map(({ year }) => ({ value: String(year), label: String(year) })),
    },
    {
      key: 'status',
      label: t('filter.status'),
      multiple: true,
      options: smeStatuses.map((value) => ({ value, label: t(`common:smeStatus.${value}`) })),
    },
    {
      key: 'from',
      label: t('filter.from'),
      options: [...(clusters.data?.items.map(optionOf) ?? []), none('cluster')],
    },
    {
      key: 'target',
      label: t('filter.target'),
      options: [...(targets.data?.items.map(optionOf) ?? []), none('market')],
    },
    {
      key: 'through',
      label: t('filter.through'),
      options: [...(through.data?.items.map(optionOf) ?? []), none('alliance')],
    },
  ]
}

export function useServedCompanyFilters(): ListFilter[] {
  const { t } = useTranslation('served-figures')
  return [
    {
      key: 'atLeast',
      label: t('filter.atLeast'),
      options: [2, often, 5, 10].map((count) => ({
        value: String(count),
        label: t('filter.times', { count }),
      })),
    },
    ...useShared(),
  ]
}

export function useServedRecordFilters(): ListFilter[] {
  const { t } = useTranslation('served-figures')
  return [
    {
      key: 'kind',
      label: t('filter.kind'),
      multiple: true,
      options: servedKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    {
      key: 'rating',
      label: t('filter.rating'),
      multiple: true,
      options: ratings.map((value) => ({ value, label: t(`rating.${value}`) })),
    },
    { key: 'useful', label: t('filter.useful'), options: [{ value: 'true', label: t('filter.isUseful') }] },
    { key: 'once', label: t('filter.once'), options: [{ value: 'true', label: t('filter.isOnce') }] },
    ...useShared(),
  ]
}
