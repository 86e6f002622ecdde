import { useEffect } from 'react'
import { rowsOf, type TablePages, totalOf } from './table-pages.ts'

/** More than this nobody takes in at a glance; the filters narrow it. */
const most = 1000

/** Every row of a list, page after page, up to a thousand: boards, charts and maps show all at once. */
export function useAllRows<Row>(pages: TablePages<Row>) {
  const rows: Row[] = rowsOf(pages)
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages
  const more = hasNextPage && !isFetchingNextPage && !isFetchNextPageError && rows.length < most
  useEffect(() => {
    if (more) void fetchNextPage()
  }, [more, fetchNextPage])
  const total = totalOf(pages)
  return { rows, total, left: total === undefined || more ? 0 : Math.max(0, total - rows.length) }
}
