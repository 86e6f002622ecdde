import type { QueryClient } from '@tanstack/react-query'
import { saysGone } from './failures.ts'

/**
 * Forgets the questions that were never answered, and what was said of records that are gone, so that a screen that asks them again does ask: one that failed as a
 * whole would otherwise fail again by the failure that is kept.
 */
export function forgetFailures(client: QueryClient): void {
  client.removeQueries({
    type: 'inactive',
    predicate: ({ state }) => state.status === 'error' && (state.data === undefined || saysGone(state.error)),
  })
}
