import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'

/**
 * The answer that a page is made of: undefined while it is being loaded for the first time. Where it can't be had the
 * page's error screen stands instead; a failed refresh leaves what is shown.
 */
export function useRecord<T, K extends QueryKey>(options: UseQueryOptions<T, Error, T, K>): T | undefined {
  return useQuery({ ...options, throwOnError: (_, query) => query.state.data === undefined }).data
}
