import type { QueryClient } from '@tanstack/react-query'
import { nounOf } from '../keys.ts'
import { overlayOf } from './overlays.ts'

type Json = Record<string, unknown>

/**
 * The record that a write of this endpoint changes, as it stands on the screen; undefined where it has not been loaded.
 * It is looked for in the answers that the endpoint's overlay is about and in its noun's own: elsewhere, as in the
 * history, a thing of the same id may have another shape.
 */
export function seenRecord(client: QueryClient, endpointId: string, id: string): Json | undefined {
  const noun = nounOf(endpointId)
  const reads = new Set([
    ...(overlayOf(endpointId)?.apply.map(({ read }) => read) ?? []),
    `${noun}.read`,
    `${noun}.list`,
  ])
  const found: Json[] = []
  for (const { queryKey, state } of client.getQueryCache().getAll()) {
    if (reads.has(String(queryKey[1]))) collect(state.data, id, found)
  }
  // A list's row may have less of it than its page.
  return found.toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)[0]
}

function collect(value: unknown, id: string, found: Json[]): void {
  if (typeof value !== 'object' || value === null) return
  const record = value as Json
  if (record.id === id && typeof record.version === 'number') found.push(record)
  for (const part of Object.values(record)) collect(part, id, found)
}
