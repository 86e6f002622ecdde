import {
  type DehydratedState,
  dehydrate,
  hydrate,
  type InfiniteData,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query'
import { useConnection } from './connection.ts'
import { truthOf } from './outbox/truths.ts'

/**
 * The last answers, kept for the next visit so that rows stand on screen before the API is up. A small copy of what
 * was seen, in localStorage because it can be read before the first paint; every entry is asked for again at once.
 */
const place = 'corridor.answers'
const maxEntry = 60_000
const maxTotal = 400_000
const maxAge = 7 * 86_400_000

interface Kept {
  /** The build that wrote it: an answer's shape may differ in another. */
  build: string
  at: number
  state: DehydratedState
}

let build = ''

/** Fills the cache from the last visit, and tells whether there was one. */
export function restoreCache(client: QueryClient, ofBuild: string, now = Date.now()): boolean {
  build = ofBuild
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null
    if (kept?.build !== build || now - kept.at > maxAge) return false
    hydrate(client, kept.state)
    // However new they are: another tab may have written since.
    void client.invalidateQueries({ refetchType: 'none' })
    return true
  } catch {
    return false
  }
}

export function forgetCache(): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Storage is closed to us: there is nothing to forget.
  }
}

/**
 * Keeps the newest answers, up to the bounds, but none from before a write: on the next visit it would look as if the
 * write were lost. Called when the page is hidden, never while someone is working.
 */
export function keepCache(client: QueryClient, now = Date.now()): void {
  // Without a connection there is nothing newer, and what was written is laid over it.
  const outdated = useConnection.getState().lost ? new Set<string>() : hashesOfStale(client)
  const state = answersOf(
    client,
    ([noun], hash) => noun !== 'search' && noun !== 'session' && noun !== 'audit' && !outdated.has(hash),
  )
  const newestFirst = state.queries.toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  const kept: DehydratedState['queries'] = []
  let total = 0
  for (const query of newestFirst) {
    const entry = query.queryKey[3] === 'pages' ? firstPageOnly(query) : query
    const size = JSON.stringify(entry).length
    if (size > maxEntry || total + size > maxTotal) continue
    total += size
    kept.push(entry)
  }
  try {
    const entry: Kept = { build, at: now, state: { mutations: [], queries: kept } }
    localStorage.setItem(place, JSON.stringify(entry))
  } catch {
    forgetCache()
  }
}

/**
 * What the API has said, of the queries wanted: without what only waits to be written, and also where asking anew has
 * failed since.
 */
export function answersOf(
  client: QueryClient,
  wanted: (key: QueryKey, hash: string) => boolean,
): DehydratedState {
  const { queries } = dehydrate(client, {
    shouldDehydrateMutation: () => false,
    shouldDehydrateQuery: ({ state, queryKey, queryHash }) =>
      state.data !== undefined && wanted(queryKey, queryHash),
    serializeData: truthOf,
  })
  const settled = { status: 'success', fetchStatus: 'idle', error: null } as const
  const unfailed = { ...settled, fetchFailureCount: 0, fetchFailureReason: null }
  return {
    mutations: [],
    queries: queries.map((query) => ({ ...query, state: { ...query.state, ...unfailed } })),
  }
}

const hashesOfStale = (client: QueryClient): Set<string> =>
  new Set(
    client
      .getQueryCache()
      .findAll({ predicate: ({ state }) => state.isInvalidated })
      .map(({ queryHash }) => queryHash),
  )

function firstPageOnly(query: DehydratedState['queries'][number]): DehydratedState['queries'][number] {
  const data = query.state.data as InfiniteData<unknown>
  const first = { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) }
  return { ...query, state: { ...query.state, data: first } }
}
