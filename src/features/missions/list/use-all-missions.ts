import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { maxPage } from '../../../contract/primitives.ts'
import { missions } from '../../../data/missions.ts'
import { useAllRows } from '../../../ui/use-all-rows.ts'
import type { ViewProps } from './view-props.ts'

/** Every mission of the list, as far as a board, calendar or map can show them. */
export function useAllMissions(query: ViewProps['list']['query']) {
  const pages = useInfiniteQuery({
    ...missions.list({ ...query, limit: maxPage }),
    placeholderData: keepPreviousData,
  })
  return { pages, ...useAllRows(pages) }
}
