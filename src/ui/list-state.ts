import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type * as z from 'zod'

/** Not the list's own: scope and day stay when the list is cleared. */
const frameKeys = ['alliance', 'cluster', 'market', 'asOf']
const pageKeys = ['cursor', 'limit']
const ownKeys = ['q', 'sort']

export interface ListState<Query = Record<string, unknown>> {
  /** What is asked for: the address as far as the schema knows it. Stable while the address is. */
  query: Query
  q: string
  sort: string | undefined
  /** The values chosen for a filter. */
  values: (key: string) => string[]
  /** Changes any of them; null, '' and [] take it away. */
  set: (patch: Record<string, string | readonly string[] | null>) => void
  /** Takes search and filters away; the sort stays. */
  clear: () => void
  /** How many filters are set, the search among them. */
  narrowings: number
}

/**
 * A list's state in the address, read by the schema that also forms the request: what the schema doesn't accept (a link
 * cut short) is left out.
 */
export function useListState<S extends z.ZodObject>(schema: S): ListState<z.input<S>> {
  const [params, setParams] = useSearchParams()
  const text = params.toString()
  const query = useMemo(() => {
    const known: Record<string, string> = {}
    const given = new URLSearchParams(text)
    for (const [key, field] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
      const value = given.get(key)
      if (value && !pageKeys.includes(key) && field.safeParse(value).success) known[key] = value
    }
    return known
  }, [schema, text])
  const set = useCallback<ListState['set']>(
    (patch) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          for (const [key, value] of Object.entries(patch)) {
            if (value === null || value.length === 0) next.delete(key)
            else next.set(key, typeof value === 'string' ? value : value.join(','))
          }
          return next
        },
        // Each letter of a search is no step to go back to.
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  )
  const filters = Object.keys(query).filter((key) => !frameKeys.includes(key) && !ownKeys.includes(key))
  return {
    query: query as z.input<S>,
    q: query.q ?? '',
    sort: query.sort,
    values: (key) => query[key]?.split(',') ?? [],
    set,
    clear: () => set(Object.fromEntries([...filters, 'q'].map((key) => [key, null]))),
    narrowings: filters.length + (query.q ? 1 : 0),
  }
}
