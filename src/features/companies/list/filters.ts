import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useScope } from '../../../components/scope.ts'
import { readinessStages } from '../../../contract/companies.ts'
import { markets } from '../../../data/markets.ts'
import { organisations } from '../../../data/organisations.ts'
import { smeStatuses } from '../../../domain/sme/ceilings.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useCountryOptions } from '../../../ui/country-select.tsx'
import type { ListFilter } from '../../../ui/filter-chip.tsx'

/** Room that one may ask for, in whole euros. */
const rooms = [5_000, 20_000, 50_000, 100_000, 200_000]

const optionOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

/** What the directory can be narrowed by. */
export function useCompanyFilters(): ListFilter[] {
  const { t } = useTranslation(['companies', 'common'])
  const f = useFormat()
  const { alliance } = useScope()
  const kept = { placeholderData: keepPreviousData }
  const clusters = useQuery({
    ...organisations.page({ query: { kind: 'cluster', alliance, limit: 200 } }),
    ...kept,
  })
  const targets = useQuery({ ...markets.page({ query: { limit: 200 } }), ...kept })
  return [
    {
      key: 'status',
      label: t('filter.status'),
      multiple: true,
      options: smeStatuses.map((value) => ({ value, label: t(`common:smeStatus.${value}`) })),
    },
    {
      key: 'of',
      label: t('filter.of'),
      multiple: true,
      options: clusters.data?.items.map(optionOf) ?? [],
    },
    { key: 'target', label: t('filter.target'), options: targets.data?.items.map(optionOf) ?? [] },
    {
      key: 'readiness',
      label: t('filter.readiness'),
      multiple: true,
      options: readinessStages.map((value) => ({ value, label: t(`readiness.${value}`) })),
    },
    {
      key: 'served',
      label: t('filter.served'),
      options: (['true', 'false'] as const).map((value) => ({ value, label: t(`served.${value}`) })),
    },
    {
      key: 'room',
      label: t('filter.room'),
      options: rooms.map((euros) => ({
        value: String(euros * 100),
        label: t('filter.roomAtLeast', { sum: f.money({ minor: euros * 100, currency: 'EUR' }) }),
      })),
    },
    { key: 'country', label: t('filter.country'), multiple: true, options: useCountryOptions() },
  ]
}
