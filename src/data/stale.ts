import { focusManager, type QueryClient } from '@tanstack/react-query'
import { forgetCache } from './persisted-cache.ts'

/** Writes that replace the whole workspace: nothing that was cached holds any more. */
const replacing = new Set(['workspace.reset', 'workspace.import'])

export const replacesWorkspace = (endpointId: string): boolean => replacing.has(endpointId)

/** Throws every answer away, after the workspace was replaced. */
export function startAnew(client: QueryClient): void {
  forgetCache()
  void client.resetQueries()
}

/**
 * Makes every answer stale but those that hold already (hashes of their keys): an agreement shows up in lists, figures,
 * pages of its parties, and the history. Only what is on screen is asked for again, and nothing where the tab itself is
 * not to be seen: it asks when it is looked at.
 */
export function makeStale(client: QueryClient, holds: ReadonlySet<string> = new Set()): void {
  void client.invalidateQueries({
    predicate: (query) => !holds.has(query.queryHash),
    refetchType: focusManager.isFocused() ? 'active' : 'none',
  })
}
