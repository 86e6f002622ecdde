import { fetchAhead } from './fetch-ahead.ts'
import { newId } from './new-id.ts'
import { publish } from './notices.ts'
import { requestOf, responseOf, type WireRequest, wireRequest } from './wire.ts'
import { type WorkerLink, workerLink } from './worker-link.ts'

const apiHeader = 'x-corridor-api'
const handlerWithin = 2_000

/**
 * The REST API of this browser: `fetch` for `/api/*`, to be used at once; a request waits for the database by
 * itself. Requests go through the service worker as soon as it serves this page, and straight to the
 * database's worker before, and whenever it lets one through. Rejects with a `TypeError` where no answer can
 * be had, with the same meaning as `fetch`'s: a write may have been done, and may be sent again with its
 * Idempotency-Key.
 */
export async function mockTransport(request: Request): Promise<Response> {
  request.signal.throwIfAborted()
  const wire = await wireRequest(request)
  const response = await abortable(answer(wire), request.signal)
  afterwards(wire, response)
  return response
}

type ServiceWorkerWay = typeof import('./service-worker.ts')

/** Known once the service worker serves this page. */
let way: ServiceWorkerWay | null = null
let started: Promise<void> | undefined

/**
 * Starts the database's worker, unless a request has, then msw's service worker, and fetches what a network may be
 * missed for. Nobody need wait. To be called after the first paint: until then the page needs the processor itself.
 */
export function startMockApi(): Promise<void> {
  started ??= start()
  return started
}

async function start(): Promise<void> {
  const link = workerLink()
  // The first screen, and what she does first on it, need the processor more than they need msw.
  await link.quiet(500, 10_000)
  const ahead = fetchAhead()
  const loaded = await import('./service-worker.ts')
  const replaced = () => {
    way = null
  }
  if (await loaded.startServiceWorker(link, replaced)) way = loaded
  await ahead
}

function answer(wire: WireRequest): Promise<Response> {
  const controlled = way && navigator.serviceWorker.controller
  return controlled ? viaServiceWorker(way!, workerLink(), wire) : direct(workerLink(), wire)
}

const direct = async (link: WorkerLink, wire: WireRequest) => responseOf(await link.ask(wire))

/** Whatever happens on the way, a write carries its key, so that the second attempt can't do it twice. */
async function viaServiceWorker(
  by: ServiceWorkerWay,
  link: WorkerLink,
  wire: WireRequest,
): Promise<Response> {
  const first = await attempt(by, wire)
  if (first) return first
  if (await by.introduceAgain()) {
    const second = await attempt(by, wire)
    if (second) return second
  }
  return direct(link, wire)
}

/**
 * Null where the API did not answer: the request went to the network, was dropped, or never reached the
 * handler.
 */
async function attempt(by: ServiceWorkerWay, wire: WireRequest): Promise<Response | null> {
  const call = newId()
  const lost = new AbortController()
  const timer = setTimeout(() => by.handled(call) ?? lost.abort(), handlerWithin)
  try {
    const headers: [string, string][] = [...wire.headers, [by.callHeader, call]]
    const response = await fetch(requestOf({ ...wire, headers }), { signal: lost.signal }).catch(() => null)
    return response?.headers.has(apiHeader) ? response : ((await by.handled(call)) ?? null)
  } finally {
    clearTimeout(timer)
    by.forget(call)
  }
}

function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

let asked = false

/**
 * After a first write there is something worth keeping: the browser is asked not to clear it away when short
 * of room.
 */
function afterwards({ method }: WireRequest, { ok, status }: Response): void {
  if (status === 507) publish({ code: 'storage_full' })
  if (asked || !ok || method === 'GET') return
  asked = true
  navigator.storage?.persist?.().catch(() => {})
}
