import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Budget } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { maxPage } from '../../../contract/primitives.ts'
import { markets } from '../../../data/markets.ts'
import { missions } from '../../../data/missions.ts'
import { organisations } from '../../../data/organisations.ts'
import { categoryKeys, useCategoryName } from '../words.ts'
import type { Dimension, Key } from './matrix.ts'

export interface DimensionOption {
  key: string
  name: string
}

/** What the keys of each dimension are called, from the budget's own lines. */
export function useKeyName(
  grant: Grant,
  budget: Budget,
  options: Record<Dimension, DimensionOption[]> | null,
) {
  const { t } = useTranslation('budget')
  const nameOf = useCategoryName(grant.rules)
  return (dimension: Dimension, key: Key): string => {
    if (key === null) return t(`nothing.${dimension}`)
    if (dimension === 'category') return nameOf(key)
    if (dimension === 'workPackage') return key
    const held = budget.lines.find((line) => line[dimension]?.id === key)?.[dimension]
    return held?.name ?? options?.[dimension].find((option) => option.key === key)?.name ?? '…'
  }
}

/** What lines can be for: asked for only where a draft is edited. */
export function useDimensionOptions(grant: Grant): Record<Dimension, DimensionOption[]> {
  const nameOf = useCategoryName(grant.rules)
  const { data: clusters } = useQuery(
    organisations.page({ query: { kind: 'cluster', sort: 'name', limit: maxPage } }),
  )
  const { data: countries } = useQuery(markets.page({ query: { limit: maxPage } }))
  const { data: trips } = useQuery(missions.page({ query: { limit: maxPage } }))
  return {
    category: categoryKeys(grant.rules).map((key) => ({ key, name: nameOf(key) })),
    cluster: (clusters?.items ?? []).map(({ id, name }) => ({ key: id, name })),
    market: (countries?.items ?? []).map(({ id, name }) => ({ key: id, name })),
    mission: (trips?.items ?? []).map(({ id, title }) => ({ key: id, name: title })),
    workPackage: [],
  }
}
