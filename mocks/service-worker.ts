import { setupWorker } from 'msw/browser'
import { http } from 'msw/core/http'
import { publish } from './notices.ts'
import { responseOf, wireRequest } from './wire.ts'
import type { WorkerLink } from './worker-link.ts'

/** Marks a request of this page, so that it is known whether it reached the handler. */
export const callHeader = 'x-corridor-call'

/**
 * The built app's own service worker brings msw's along and keeps the app's files (src/service-worker/); in development
 * there is msw's alone.
 */
const script = import.meta.env.DEV ? '/mockServiceWorker.js' : '/service-worker.js?host=browser'

/** How long the page waits to be claimed, in milliseconds; after that it goes without. */
const claimed = 5_000

const reached = new Map<string, Promise<Response>>()

/**
 * What the handler answers to a call that has come through to it, whatever becomes of the answer on its way
 * back.
 */
export const handled = (call: string): Promise<Response> | undefined => reached.get(call)
export const forget = (call: string): boolean => reached.delete(call)

/**
 * Lets msw answer `/api/*` from this page's worker. Gives whether the page is served by it; a browser or a
 * policy that forbids service workers is no failure, as every call can be made without. `replaced` is called
 * when another one serves the page from then on. Never rejects.
 */
export async function startServiceWorker(link: WorkerLink, replaced: () => void): Promise<boolean> {
  const forward = http.all(`${location.origin}/api/*`, async ({ request }) => {
    const call = request.headers.get(callHeader)
    const answer = wireRequest(request).then((wire) => link.ask(wire))
    if (call) reached.set(call, answer.then(responseOf))
    return answer.then(responseOf, () => Response.error())
  })
  try {
    if (!('serviceWorker' in navigator)) throw new Error('This browser, or plain http, has none')
    if (!(await controlled())) throw new Error('The service worker does not serve this page')
    await setupWorker(forward).start({
      quiet: true,
      onUnhandledRequest: 'bypass',
      serviceWorker: { url: script },
    })
    // msw's half in this page listens to the worker it began with, and to no other.
    navigator.serviceWorker.addEventListener('controllerchange', replaced, { once: true })
    return true
  } catch (error) {
    publish({
      code: 'service_worker_blocked',
      reason: error instanceof Error ? error.message : String(error),
    })
    return false
  }
}

/**
 * Registers the service worker and waits until it serves this page. msw would reload a page that was loaded past its
 * service worker; this asks to be served instead.
 */
async function controlled(): Promise<boolean> {
  const workers = navigator.serviceWorker
  const taken = new Promise<boolean>((resolve) => {
    workers.addEventListener('controllerchange', () => resolve(true), { once: true })
  })
  const registration: ServiceWorkerRegistration | undefined = await workers.register(script)
  if (!registration) throw new Error('Registering one does nothing here')
  const { active, installing, waiting } = registration
  await settled([active, installing, waiting].find((worker) => worker?.scriptURL.endsWith(script)) ?? null)
  if (workers.controller) return true
  registration.active?.postMessage({ kind: 'corridor:opened' })
  return Promise.race([taken, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), claimed))])
}

/** Resolves when the worker is active; rejects when it could not be installed. */
function settled(worker: ServiceWorker | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!worker || worker.state === 'activated') resolve()
      else if (worker.state === 'redundant') reject(new Error('The service worker could not be installed'))
    }
    worker?.addEventListener('statechange', look)
    look()
  })
}

/**
 * The browser stops a service worker when it likes, and msw's then no longer knows its pages and lets their
 * requests through. This introduces the page again; gives whether there was an answer within half a second.
 */
export function introduceAgain(): Promise<boolean> {
  const worker = navigator.serviceWorker.controller
  if (!worker) return Promise.resolve(false)
  return new Promise((resolve) => {
    const done = (known: boolean) => {
      clearTimeout(timer)
      navigator.serviceWorker.removeEventListener('message', hear)
      resolve(known)
    }
    const hear = ({ data }: MessageEvent) => {
      if (data?.type === 'MOCKING_ENABLED') done(true)
    }
    const timer = setTimeout(() => done(false), 500)
    navigator.serviceWorker.addEventListener('message', hear)
    worker.postMessage('MOCK_ACTIVATE')
  })
}
