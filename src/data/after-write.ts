import type { QueryClient } from '@tanstack/react-query'
import type { Endpoint } from '../contract/endpoint.ts'
import type { Workspace } from '../contract/workspace.ts'
import { nounOf } from './keys.ts'
import { tellOtherTabs } from './other-tabs.ts'
import { makeStale, replacesWorkspace, startAnew } from './stale.ts'

interface ReadKeyInput {
  params?: { id?: string }
  query?: { asOf?: string; alliance?: string; cluster?: string }
}

/**
 * The one place that brings the cache up to date after a write: the record's own entry is seeded from the reply,
 * everything else is stale, here and in the browser's other tabs.
 */
export function afterWrite(client: QueryClient, endpoint: Endpoint, _input: object, reply: unknown): void {
  afterWrites(client, [{ endpoint: endpoint.id, reply }])
}

/** The same after several, in their order; what is on screen is asked for once. */
export function afterWrites(
  client: QueryClient,
  written: readonly { endpoint: string; reply: unknown }[],
): void {
  const seeded = new Set<string>()
  for (const { endpoint, reply } of written) {
    tellOtherTabs(client, endpoint)
    if (replacesWorkspace(endpoint)) void startAnew(client, hasNobody(reply))
    else for (const hash of seedRecord(client, endpoint, reply)) seeded.add(hash)
  }
  if (!written.some(({ endpoint }) => replacesWorkspace(endpoint))) makeStale(client, seeded)
}

const hasNobody = (reply: unknown): boolean => (reply as Workspace | undefined)?.counts?.people === 0

/** Puts the reply where the record is read from, and gives the hashes of those entries. */
function seedRecord(client: QueryClient, endpoint: string, reply: unknown): Set<string> {
  const seeded = new Set<string>()
  const noun = nounOf(endpoint)
  if (noun === 'workspace') return seedWorkspace(client, reply, seeded)
  const id = (reply as { id?: string } | undefined)?.id
  if (!id || noun === 'history') return seeded
  for (const query of client.getQueryCache().findAll({ queryKey: [noun, `${noun}.read`] })) {
    const input = query.queryKey[2] as ReadKeyInput
    // A record seen as of another day than the default is derived anew by the API.
    if (input.params?.id !== id || input.query?.asOf) continue
    client.setQueryData(query.queryKey, reply)
    // What a scope narrows in it is asked for again.
    if (!input.query?.alliance && !input.query?.cluster) seeded.add(query.queryHash)
  }
  return seeded
}

function seedWorkspace(client: QueryClient, reply: unknown, seeded: Set<string>): Set<string> {
  for (const query of client.getQueryCache().findAll({ queryKey: ['workspace', 'workspace.read'] })) {
    client.setQueryData(query.queryKey, reply)
    seeded.add(query.queryHash)
  }
  return seeded
}
