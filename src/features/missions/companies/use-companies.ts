import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useScope } from '../../../components/scope.ts'
import { maxPage } from '../../../contract/primitives.ts'
import { participations } from '../../../data/participations.ts'
import { useAllRows } from '../../../ui/use-all-rows.ts'

/** Everybody in a mission, from both sides, as of the screen's day. */
export function useCompanies(missionId: string) {
  const { asOf } = useScope()
  const pages = useInfiniteQuery({
    ...participations.list({ mission: missionId, asOf, sort: 'organisation', limit: maxPage }),
    placeholderData: keepPreviousData,
  })
  const { rows, left } = useAllRows(pages)
  return { pages, rows, left }
}
