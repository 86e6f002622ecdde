import { focusManager, type QueryClient } from '@tanstack/react-query'
import { readSession, replacingWorkspace } from '../contract/workspace.ts'
import { useActorChoice } from './actor.ts'
import { call } from './client.ts'
import { forgetCache } from './persisted-cache.ts'

export const replacesWorkspace = (endpointId: string): boolean => replacingWorkspace.includes(endpointId)

/**
 * Throws every answer away, after the workspace was replaced; `empty` where nobody is left in it to act as. Otherwise one
 * question finds out whether the chosen person is one of the new workspace, so that not every question is refused.
 */
export async function startAnew(client: QueryClient, empty = false): Promise<void> {
  forgetCache()
  const { actorId, choose } = useActorChoice.getState()
  if (actorId && empty) choose(null)
  else if (actorId) await call(readSession, {}).catch(() => {})
  await client.resetQueries()
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
