/**
 * The app's service worker, one for both hosts: keeps the files of its build, so that the app opens without a network.
 * In the browser host, told by `?host=browser` in its address, it brings msw's along, which answers `/api`.
 */
import { cached, fill, tidy } from './caches.ts'
import { type BuiltFiles, page, wayOf } from './files.ts'

declare const corridorFiles: BuiltFiles
declare const self: ServiceWorkerGlobalScope

/** How long the network is waited for before the page comes from the cache. */
const patience = 3_000

const built = corridorFiles
const { build, files, browser } = built
const inBrowser = new URL(self.location.href).searchParams.get('host') === 'browser'
const own = inBrowser ? [...files, ...browser] : files
const known = new Set(own)

self.addEventListener('install', (event) => {
  event.waitUntil(fill(built, own))
  void self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(activate())
})

async function activate(): Promise<void> {
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
  await tidy(build)
  for (const client of await self.clients.matchAll({ type: 'window' })) {
    client.postMessage({ kind: 'corridor:build', build })
  }
}

self.addEventListener('message', (event) => {
  const { kind } = (event.data ?? {}) as { kind?: string }
  if (kind === 'corridor:asked') event.source?.postMessage({ kind: 'corridor:build', build })
  if (kind !== 'corridor:opened') return
  // A page that was loaded past every cache is nobody's until it is claimed.
  event.waitUntil(Promise.all([self.clients.claim(), tidy(build)]))
})

self.addEventListener('fetch', (event) => {
  const way = wayOf(event.request, self.location.origin, (address) => known.has(address))
  if (way === 'api') return
  // msw would send everything else round by the page.
  event.stopImmediatePropagation()
  if (way === 'page') event.respondWith(freshPage(event))
  else if (way === 'cached') event.respondWith(fromCache(event.request))
  else if (way === 'fresh') event.respondWith(fresh(event.request))
})

async function fromCache(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  return (await cached(build, pathname + search)) ?? fetch(request)
}

async function fresh(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const { pathname, search } = new URL(request.url)
    const kept = await cached(build, pathname + search)
    if (kept) return kept
    throw error
  }
}

/** The page from the network, in which case it may be of a newer build; else this build's own, whole with its headers. */
async function freshPage(event: FetchEvent): Promise<Response> {
  const kept = () => cached(build, page)
  const asked = (async () => {
    const preloaded = (await event.preloadResponse) as Response | undefined
    return preloaded ?? fetch(event.request)
  })()
  try {
    const response = await Promise.race([asked, timeout()])
    // A gateway without its server behind it is no page.
    if (response && response.status < 500) return response
    return (await kept()) ?? (await asked)
  } catch (error) {
    const page = await kept()
    if (page) return page
    throw error
  }
}

const timeout = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))

if (inBrowser) {
  // msw's worker takes itself away with the last tab, and the app would no longer open without a network.
  Object.defineProperty(self.registration, 'unregister', { value: async () => false })
  importScripts('/mockServiceWorker.js')
}
