import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ClusterTabs } from '../../components/cluster-tabs.tsx'
import { matrixQuery } from '../../contract/views.ts'
import { views } from '../../data/views.ts'
import { type Measure, measures } from '../../domain/figures.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Page } from '../../ui/page.tsx'
import { WaitingLines } from '../../ui/waiting-lines.tsx'
import classes from './matrix.module.css'
import { MatrixTable } from './table.tsx'

const first: Measure = 'agreements'
const everyYear = 'all'

/** Clusters against markets: where things happen and where nothing does. Measure, year and scope stand in the address. */
export function Component() {
  const { t } = useTranslation('views')
  const { query, set } = useListState(matrixQuery)
  const { data } = useQuery({ ...views.matrix({ query }), placeholderData: keepPreviousData })
  const measure = query.measure ?? first
  const year = query.year === undefined ? undefined : Number(query.year)
  const years = [...new Set([...(data?.years ?? []), ...(year === undefined ? [] : [year])])].sort(
    (a, b) => b - a,
  )
  return (
    <Page title={t('matrix.title')} subtitle={t('matrix.intro')}>
      <ClusterTabs current="matrix" />
      <div className={classes.choices}>
        <Select
          label={t('matrix.measure')}
          allowDeselect={false}
          data={measures.map((value) => ({ value, label: t(`measure.${value}`) }))}
          value={measure}
          onChange={(value) => set({ measure: value === first ? null : value })}
        />
        <Select
          label={t('matrix.year')}
          allowDeselect={false}
          data={[
            { value: everyYear, label: t('matrix.everyYear') },
            ...years.map((value) => ({ value: String(value), label: String(value) })),
          ]}
          value={year === undefined ? everyYear : String(year)}
          onChange={(value) => set({ year: value === everyYear ? null : value })}
        />
        <p className={classes.hint}>{t(`matrix.hint.${measure}`)}</p>
      </div>
      {!data && <WaitingLines />}
      {data && (data.clusters.length === 0 || data.markets.length === 0) && (
        <EmptyState title={t('matrix.empty.title')}>{t('matrix.empty.text')}</EmptyState>
      )}
      {data && data.clusters.length > 0 && data.markets.length > 0 && (
        <MatrixTable matrix={data} measure={measure} year={year} />
      )}
    </Page>
  )
}
