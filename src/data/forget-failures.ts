import type { QueryClient } from '@tanstack/react-query'

/**
 * Forgets the questions that were never answered, so that a screen that asks them again does ask: one that failed as a
 * whole would otherwise fail again by the failure that is kept.
 */
export function forgetFailures(client: QueryClient): void {
  client.removeQueries({
    type: 'inactive',
    predicate: ({ state }) => state.status === 'error' && state.data === undefined,
  })
}
