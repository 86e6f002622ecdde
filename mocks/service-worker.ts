import { setupWorker } from 'msw/browser'
import { http } from 'msw/core/http'
import { publish } from './notices.ts'
import { responseOf, wireRequest } from './wire.ts'
import type { WorkerLink } from './worker-link.ts'

/** Marks a request of this page, so that it is known whether it reached the handler. */
export const callHeader = 'x-corridor-call'

const reached = new Map<string, Promise<Response>>()

/**
 * What the handler answers to a call that has come through to it, whatever becomes of the answer on its way
 * back.
 */
export const handled = (call: string): Promise<Response> | undefined => reached.get(call)
export const forget = (call: string): boolean => reached.delete(call)

/**
 * Lets msw answer `/api/*` from this page's worker. Gives whether the page is served by it; a browser or a
 * policy that forbids service workers is no failure, as every call can be made without. Never rejects.
 */
export async function startServiceWorker(link: WorkerLink): Promise<boolean> {
  const forward = http.all(`${location.origin}/api/*`, async ({ request }) => {
    const call = request.headers.get(callHeader)
    const answer = wireRequest(request).then((wire) => link.ask(wire))
    if (call) reached.set(call, answer.then(responseOf))
    return answer.then(responseOf, () => Response.error())
  })
  try {
    if (!('serviceWorker' in navigator)) throw new Error('This browser, or plain http, has none')
    await setupWorker(forward).start({
      quiet: true,
      onUnhandledRequest: 'bypass',
      serviceWorker: { url: '/mockServiceWorker.js' },
    })
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
