import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import type { expenseList } from '../../../contract/expenses.ts'
import type { Grant } from '../../../contract/grants.ts'
import { expenseGaps, expenseStates } from '../../../domain/expense.ts'
import { DateRangeChip } from '../../../ui/date-range-chip.tsx'
import type { ListState } from '../../../ui/list-state.ts'
import { ListToolbar } from '../../../ui/list-toolbar.tsx'
import { categoryKeys, useCategoryName } from '../words.ts'
import { ListFiles } from './list-files.tsx'
import type { Known } from './use-known.ts'

interface Props {
  list: ListState<z.input<typeof expenseList>>
  total: number | undefined
  grant: Grant
  known: Known
  /** At the end: the choice of columns. */
  columns?: ReactNode
}

/** Search and filters of a grant's expenses. */
export function ExpenseToolbar({ list, total, grant, known, columns }: Props) {
  const { t } = useTranslation('expenses')
  const nameOf = useCategoryName(grant.rules)
  const named = (options: { id: string; name: string }[]) =>
    options.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <ListToolbar
      list={list}
      label={t('title')}
      total={total}
      filters={[
        {
          key: 'state',
          label: t('filter.state'),
          multiple: true,
          options: expenseStates.map((value) => ({ value, label: t(`state.${value}`) })),
        },
        {
          key: 'category',
          label: t('filter.category'),
          multiple: true,
          options: categoryKeys(grant.rules).map((value) => ({ value, label: nameOf(value) })),
        },
        { key: 'line', label: t('filter.line'), options: named(known.lines) },
        { key: 'payer', label: t('filter.payer'), options: named(known.payers) },
        {
          key: 'gap',
          label: t('filter.gap'),
          multiple: true,
          options: expenseGaps
            .filter((gap) => gap !== 'shares')
            .map((value) => ({ value, label: t(`gap.${value}`) })),
        },
        // Rarely wanted: only as a link led to it.
        ...(['outside', 'unassigned'] as const)
          .filter((key) => list.values(key).length > 0)
          .map((key) => ({
            key,
            label: t(`filter.${key}`),
            options: [{ value: 'true', label: t(`filter.${key}`) }],
          })),
      ]}
      more={
        <>
          <DateRangeChip list={list} label={t('filter.days')} />
          {columns}
        </>
      }
    >
      <ListFiles grantId={grant.id} query={list.query} />
    </ListToolbar>
  )
}
