import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './empty-state.tsx'
import { rowsOf, type TablePages } from './table-pages.ts'
import { WaitingLines } from './waiting-lines.tsx'

/** A list that comes in pages, the next by a button; what stands in its place while it comes, is empty or can't be had. */
export function PagedList<Row>({
  pages,
  more,
  empty,
  children,
}: {
  pages: TablePages<Row>
  /** What the button for more is called. */
  more: string
  /** Where there is nothing at all. */
  empty: ReactNode
  /** The rows loaded so far, never none. */
  children: (rows: Row[]) => ReactNode
}) {
  const { t } = useTranslation('common')
  const rows = rowsOf(pages)
  if (pages.isPending)
    return (
      <div role="status" aria-label={t('loading')}>
        <WaitingLines />
      </div>
    )
  if (pages.isError && rows.length === 0)
    return (
      <EmptyState
        title={t('notLoaded')}
        action={<Button onClick={() => void pages.refetch()}>{t('retry')}</Button>}
      />
    )
  return (
    <>
      {rows.length > 0 ? children(rows) : !pages.hasNextPage && empty}
      {pages.hasNextPage && (
        <Button
          variant="subtle"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {more}
        </Button>
      )}
    </>
  )
}
