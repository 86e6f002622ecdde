import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { saysGone } from '../data/failures.ts'
import { useTooEarly } from './may.ts'

/**
 * The answer that a page is made of: undefined while it is being loaded for the first time. Where it can't be had, or the
 * record has since gone for good, the page's error screen stands instead; any other failed refresh leaves what is shown.
 */
export function useRecord<T, K extends QueryKey>(options: UseQueryOptions<T, Error, T, K>): T | undefined {
  const isTooEarly = useTooEarly()
  return useQuery({
    ...options,
    throwOnError: (error, query) => !isTooEarly(error) && (query.state.data === undefined || saysGone(error)),
  }).data
}
