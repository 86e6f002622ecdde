import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from './table-columns.ts'
import type { TablePages, TableProps, TableRow } from './table-pages.ts'

export interface BodyProps<Row extends TableRow> extends Omit<TableProps<Row>, 'columns'> {
  columns: readonly Column<Row>[]
  rows: Row[]
  selected: ReadonlySet<string>
  onSelect: (selected: ReadonlySet<string>) => void
}

/** The set with one id put in or taken out. */
export function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}

/** Loads the next page as the last rows come near. */
export function useNextPage(pages: TablePages<unknown>, lastSeen: number, loaded: number): void {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages
  const near = loaded > 0 && lastSeen >= loaded - 15
  useEffect(() => {
    if (near && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage()
  }, [near, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
}

/** Says under the rows that more are coming, or that they could not. */
export function MoreRows({ pages }: { pages: TablePages<unknown> }) {
  const { t } = useTranslation(['ui', 'common'])
  if (pages.isFetchNextPageError)
    return (
      <p role="alert">
        {t('table.failedMore')}{' '}
        <Button variant="subtle" size="compact-sm" onClick={() => void pages.fetchNextPage()}>
          {t('common:retry')}
        </Button>
      </p>
    )
  return pages.isFetchingNextPage ? <p role="status">{t('table.loadingMore')}</p> : null
}

/** A press on a row opens it, unless it was meant for something in it, or for selecting text. */
export function isForRow(event: React.MouseEvent): boolean {
  const target = event.target as Element
  return !target.closest('a, button, input, label') && !getSelection()?.toString()
}
