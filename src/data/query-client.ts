import { QueryClient } from '@tanstack/react-query'
import { useConnection } from './connection.ts'
import { ConnectionLost } from './failures.ts'

const seconds = 1000

/**
 * Repeats what the connection lost, never what the API refused. Once it has been gone for a while, asking is left to
 * who watches for its return (see reconnect.ts).
 */
const retry = (failures: number, error: Error) =>
  error instanceof ConnectionLost && failures < (isGone() ? 1 : 4)

const isGone = () => {
  const { since } = useConnection.getState()
  return since !== null && Date.now() - since > 5 * seconds
}
const retryDelay = (failures: number) => Math.min(500 * 2 ** failures, 8 * seconds)

/** The cache's rules. Tests make their own with the same rules. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30 * seconds,
        gcTime: 10 * 60 * seconds,
        retry,
        retryDelay,
        // The browser's own API is reached without a network; ConnectionLost tells when there is none.
        networkMode: 'always',
        refetchOnWindowFocus: true,
      },
      mutations: {
        networkMode: 'always',
        retry: (failures, error) => retry(failures + 2, error),
        retryDelay,
      },
    },
  })
}
