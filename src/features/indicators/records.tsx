import { SegmentedControl, Select } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RecordLines } from '../../components/indicator/record-lines.tsx'
import { useScope } from '../../components/scope.ts'
import { lookedAtList } from '../../contract/indicators.ts'
import { indicators } from '../../data/indicators.ts'
import { useFormat } from '../../i18n/format.ts'
import { Nothing } from '../../ui/lines.tsx'
import { useListState } from '../../ui/list-state.ts'
import { PagedList } from '../../ui/paged-list.tsx'
import { Section } from '../../ui/section.tsx'
import { totalOf } from '../../ui/table-pages.ts'
import classes from './records.module.css'

/** The records that count, and those that were looked at and do not, with the reason; each opens its page. */
export function Records({ id }: { id: string }) {
  const { t } = useTranslation('indicators')
  const f = useFormat()
  const { asOf } = useScope()
  const list = useListState(lookedAtList)
  const counts = list.values('counts')[0] !== 'false'
  const { data: left } = useQuery(indicators.leftOut({ params: { id }, query: { asOf } }))
  const pages = useInfiniteQuery({
    ...indicators.records({ id }, list.query),
    placeholderData: keepPreviousData,
  })
  const reasons = left?.reasons ?? []
  const all = reasons.reduce((sum, { count }) => sum + count, 0)
  const title = counts ? t('counted') : t('leftOut')
  return (
    <Section title={title} count={totalOf(pages)}>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('record')}
          value={counts ? 'true' : 'false'}
          data={[
            { value: 'true', label: t('counted') },
            { value: 'false', label: `${t('leftOut')} (${f.number(all)})` },
          ]}
          onChange={(value) => list.set({ counts: value === 'false' ? 'false' : null, reason: null })}
        />
        {!counts && (
          <Select
            aria-label={t('reasonLabel')}
            placeholder={t('anyReason')}
            clearable
            data={reasons.map(({ reason, count }) => ({
              value: reason,
              label: `${t(`reason.${reason}`)} (${f.number(count)})`,
            }))}
            value={list.values('reason')[0] ?? null}
            onChange={(reason) => list.set({ reason })}
          />
        )}
      </div>
      <PagedList
        pages={pages}
        more={t('more')}
        empty={<Nothing>{counts ? t('nothingCounted') : t('nothingLeftOut')}</Nothing>}
      >
        {(rows) => <RecordLines label={title} rows={rows} />}
      </PagedList>
    </Section>
  )
}
