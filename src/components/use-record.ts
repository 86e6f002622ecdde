import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { saysGone } from '../data/failures.ts'

/**
 * The answer that a page is made of: undefined while it is being loaded for the first time. Where it can't be had, or the
 * record has since gone for good, the page's error screen stands instead; any other failed refresh leaves what is shown.
 */
export function useRecord<T, K extends QueryKey>(options: UseQueryOptions<T, Error, T, K>): T | undefined {
  return useQuery({
    ...options,
    throwOnError: (error, query) => query.state.data === undefined || saysGone(error),
  }).data
}
