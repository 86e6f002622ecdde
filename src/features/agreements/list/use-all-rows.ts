import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { maxPage } from '../../../contract/primitives.ts'
import { agreements } from '../../../data/agreements.ts'
import { useAllRows as useAll } from '../../../ui/use-all-rows.ts'
import type { ViewProps } from './view-props.ts'

/** Every agreement of the list, as far as a board or timeline can show them. */
export function useAllRows(query: ViewProps['list']['query']) {
  const pages = useInfiniteQuery({
    ...agreements.list({ ...query, limit: maxPage }),
    placeholderData: keepPreviousData,
  })
  return { pages, ...useAll(pages) }
}
