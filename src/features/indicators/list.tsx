import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Progress } from '../../components/indicator/progress.tsx'
import { titleIn } from '../../components/indicator/words.ts'
import { RecordList } from '../../components/record-list.tsx'
import { ReportTabs } from '../../components/report-tabs.tsx'
import { SampleTag } from '../../components/sample-tag.tsx'
import { type IndicatorRow, indicatorList } from '../../contract/indicators.ts'
import { indicators } from '../../data/indicators.ts'
import { vocabularies } from '../../domain/indicators.ts'
import { useFormat } from '../../i18n/format.ts'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { useListState } from '../../ui/list-state.ts'
import type { Column } from '../../ui/table-columns.ts'

/** Every indicator with how far it is, by who asks for it. */
export function Component() {
  const { t } = useTranslation('indicators')
  const f = useFormat()
  const list = useListState(indicatorList)
  const pages = useInfiniteQuery({ ...indicators.list(list.query), placeholderData: keepPreviousData })
  const columns = useColumns()
  const { open } = useDialogAddress('new-indicator')
  return (
    <RecordList
      name="indicators"
      words={{
        title: t('title'),
        subtitle: t('intro'),
        new: t('new'),
        empty: { title: t('empty.title'), text: t('empty.text'), action: t('empty.action') },
      }}
      pages={pages}
      list={list}
      columns={columns}
      path={({ id }) => `/indicators/${id}`}
      rowTitle={(row) => titleIn(f.language, row)}
      onNew={() => open()}
      tabs={<ReportTabs current="indicators" />}
      filters={[
        {
          key: 'vocabulary',
          label: t('field.vocabulary'),
          multiple: true,
          options: vocabularies.map((value) => ({ value, label: t(`vocabulary.${value}`) })),
        },
      ]}
    />
  )
}

function useColumns(): Column<IndicatorRow>[] {
  const { t } = useTranslation('indicators')
  const f = useFormat()
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('field.title'),
        primary: true,
        sortKey: 'title',
        width: 320,
        cell: (row) => (
          <>
            {titleIn(f.language, row)} {row.sample && <SampleTag />}
          </>
        ),
      },
      {
        id: 'actual',
        header: t('column.actual'),
        width: 220,
        cell: (row) => <Progress indicator={row} />,
      },
      {
        id: 'vocabulary',
        header: t('field.vocabulary'),
        width: 170,
        cell: ({ vocabulary }) => t(`vocabulary.${vocabulary}`),
      },
      {
        id: 'of',
        header: t('column.of'),
        width: 200,
        cell: ({ alliance, cluster, grant }) =>
          f.list([alliance, cluster, grant].flatMap((one) => one?.name ?? [])),
      },
      { id: 'funder', header: t('field.funder'), width: 200, cell: ({ funder }) => funder?.name },
      {
        id: 'measure',
        header: t('field.measure'),
        width: 180,
        hidden: true,
        cell: ({ measure }) => t(`measure.${measure}`),
      },
      {
        id: 'period',
        header: t('field.period'),
        width: 140,
        hidden: true,
        cell: ({ starts, ends }) => f.period(starts, ends),
      },
    ],
    [t, f],
  )
}
