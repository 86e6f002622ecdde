import type { QueryClient } from '@tanstack/react-query'

type Json = Record<string, unknown>

/** The record of this id as it stands in the cache, the fullest there is, with its version; undefined if none. */
export function seenRecord(client: QueryClient, id: string): Json | undefined {
  const found: Json[] = []
  for (const query of client.getQueryCache().getAll()) collect(query.state.data, id, found)
  return found.toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)[0]
}

function collect(value: unknown, id: string, found: Json[]): void {
  if (typeof value !== 'object' || value === null) return
  const record = value as Json
  if (record.id === id && typeof record.version === 'number') found.push(record)
  for (const part of Object.values(record)) collect(part, id, found)
}
