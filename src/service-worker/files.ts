/** What the build writes into the service worker: see scripts/vite-service-worker.ts. */
export interface BuiltFiles {
  /** Changes with anything in the build. */
  build: string
  /** The files that every host's pages need, by address. */
  files: string[]
  /** Those that only the browser host needs: the database engine, its files and what a workspace begins with. */
  browser: string[]
}

/** The page itself, whatever its address. */
export const page = '/'

const prefix = 'corridor-app-'
export const cacheOf = (build: string): string => prefix + build
/** The build whose files a cache holds, or null if it is none of ours. */
export const buildOf = (cache: string): string | null =>
  cache.startsWith(prefix) ? cache.slice(prefix.length) : null

/** An address whose content never changes: it has a hash of it in its name. */
export const isForEver = (address: string): boolean =>
  address.startsWith('/assets/') || /^\/workspace\/.*\?v=/.test(address)

export type Way =
  /** The page: from the network, from the cache where there is none. */
  | 'page'
  /** From the cache, from the network if it isn't there. */
  | 'cached'
  /** A file of a name that stays while its content changes: from the network, from the cache where there is none. */
  | 'fresh'
  /** The API's, which others answer. */
  | 'api'
  /** Not ours: the browser does what it does. */
  | 'network'

/** How a request is answered. `known`: it is one of this build's files. */
export function wayOf(
  request: Pick<Request, 'method' | 'mode' | 'url'>,
  origin: string,
  known: (address: string) => boolean,
): Way {
  const url = new URL(request.url)
  if (url.origin !== origin) return 'network'
  if (url.pathname === '/api' || url.pathname.startsWith('/api/')) return 'api'
  if (request.method !== 'GET') return 'network'
  // An address with an ending is a file that somebody opens, not one of the app's.
  if (request.mode === 'navigate') return /\.[a-z0-9]+$/i.test(url.pathname) ? 'network' : 'page'
  const address = url.pathname + url.search
  if (isForEver(address)) return 'cached'
  return known(address) ? 'fresh' : 'network'
}
