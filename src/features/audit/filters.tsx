import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { auditKinds } from '../../contract/audit.ts'
import { recordNouns } from '../../contract/primitives.ts'
import { members } from '../../data/access.ts'
import { DateRangeChip } from '../../ui/date-range-chip.tsx'
import { FilterChip, type ListFilter } from '../../ui/filter-chip.tsx'
import type { ListState } from '../../ui/list-state.ts'
import classes from './audit.module.css'

/** By kind, person, what it was about, and period. */
export function Filters({ list }: { list: ListState<object> }) {
  const { t } = useTranslation(['audit', 'common', 'ui'])
  // Where nobody signs in there are no accounts to choose from.
  const accounts = useQuery({ ...members.list(), retry: false, throwOnError: false })
  const people = (accounts.data?.items ?? []).flatMap(({ person }) => (person ? [person] : []))
  const filters: ListFilter[] = [
    {
      key: 'kind',
      label: t('kind'),
      options: auditKinds
        .filter((kind) => kind !== 'adopted')
        .map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    {
      key: 'person',
      label: t('person'),
      options: people.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      key: 'noun',
      label: t('about'),
      options: recordNouns.map((value) => ({ value, label: t(`common:oneNoun.${value}`) })),
    },
  ]
  const [record] = list.values('recordId')
  return (
    <div className={classes.chips} role="search" aria-label={t('ui:list.tools')}>
      {filters
        .filter(({ options }) => options.length > 0)
        .map((filter) => (
          <FilterChip
            key={filter.key}
            filter={filter}
            chosen={list.values(filter.key)}
            onChange={(values) => list.set({ [filter.key]: values })}
          />
        ))}
      {record && (
        <FilterChip
          filter={{ key: 'recordId', label: t('thisRecord'), options: [{ value: record, label: '' }] }}
          chosen={[record]}
          onChange={() => list.set({ recordId: null })}
        />
      )}
      <DateRangeChip list={list} label={t('period')} />
      {list.narrowings > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={list.clear}>
          {t('ui:list.clear')}
        </Button>
      )}
    </div>
  )
}
