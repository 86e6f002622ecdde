import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './empty-state.tsx'
import type { ListState } from './list-state.ts'
import { rowsOf, type TablePages, totalOf } from './table-pages.ts'

/** What stands where a board, chart or map has nothing to show: it failed, nothing matches, or nothing is there at all. */
export function ListStates({
  pages,
  list,
  empty,
}: {
  pages: TablePages<unknown>
  list: Pick<ListState<object>, 'narrowings' | 'clear'>
  empty: ReactNode
}) {
  const { t } = useTranslation(['ui', 'common'])
  if (pages.isError && rowsOf(pages).length === 0)
    return (
      <EmptyState
        title={t('table.failed')}
        action={<Button onClick={() => void pages.refetch()}>{t('common:retry')}</Button>}
      />
    )
  if (totalOf(pages) !== 0) return null
  if (list.narrowings === 0) return empty
  return (
    <EmptyState
      title={t('table.nothing')}
      action={<Button onClick={list.clear}>{t('table.clearFilters')}</Button>}
    >
      {t('table.nothingHint')}
    </EmptyState>
  )
}
