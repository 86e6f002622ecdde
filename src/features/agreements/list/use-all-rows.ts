import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AgreementRow } from '../../../contract/agreements.ts'
import { maxPage } from '../../../contract/primitives.ts'
import { agreements } from '../../../data/agreements.ts'
import { rowsOf, totalOf } from '../../../ui/table-pages.ts'
import type { ViewProps } from './view-props.ts'

/** More than this nobody takes in at a glance; the filters narrow it. */
const most = 1000

/** Every agreement of the list, up to a thousand: boards and timelines show all at once. */
export function useAllRows(query: ViewProps['list']['query']) {
  const pages = useInfiniteQuery({
    ...agreements.list({ ...query, limit: maxPage }),
    placeholderData: keepPreviousData,
  })
  const rows: AgreementRow[] = rowsOf(pages)
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages
  const more = hasNextPage && !isFetchingNextPage && !isFetchNextPageError && rows.length < most
  useEffect(() => {
    if (more) void fetchNextPage()
  }, [more, fetchNextPage])
  const total = totalOf(pages)
  return { pages, rows, total, left: total === undefined || more ? 0 : Math.max(0, total - rows.length) }
}
