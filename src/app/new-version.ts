import { useReplaced } from './replaced.ts'

/** The build that this page is of; empty in development. */
const build = document.querySelector<HTMLMetaElement>('meta[name=corridor-build]')?.content ?? ''

/** How often an open page asks whether there is a newer build. */
const every = 30 * 60_000

/**
 * Tells the service worker that a page of this build is open, so that its files are kept as long, and hears from it
 * when a newer build has come. `register`: nobody else registers it.
 */
export function watchForNewVersion(register: string | null): void {
  const workers = navigator.serviceWorker
  // Plain http, and browsers that were told so, have none: the app is there while the server is.
  if (!build || !workers) return
  // Held while the page lives, and seen by the service worker, which has no other way to know what pages run.
  void navigator.locks?.request(`corridor:build:${build}`, { mode: 'shared' }, () => new Promise(() => {}))
  workers.addEventListener('message', ({ data }: MessageEvent<{ kind?: string; build?: string }>) => {
    if (data?.kind === 'corridor:build' && data.build !== build) useReplaced.setState(true, true)
  })
  void workers.ready.then(({ active }) => active?.postMessage({ kind: 'corridor:opened' }))
  if (register) workers.register(register).catch(() => {})
  void workers.ready.then(watchComing)
  let asked = Date.now()
  document.addEventListener('visibilitychange', async () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < every) return
    asked = Date.now()
    const registration = await workers.getRegistration()
    await registration?.update().catch(() => {})
  })
}

/** How long after a build could not be had whole the rest of it is asked for, doubled each time. */
const firstPause = 5_000
const longestPause = every
/** Browsers let a request that hangs hold up the next service worker for minutes. */
const heldUpAfter = 10_000

/**
 * A connection that drops in the middle of a new build must not leave the page with the old one for long; and what is
 * there, but can't take over yet, is told of all the same: a reload shows it.
 */
function watchComing(registration: ServiceWorkerRegistration): void {
  let pause = firstPause
  const watch = (coming: ServiceWorker) => {
    if (coming.state === 'activated') pause = firstPause
    else if (coming.state === 'installed')
      setTimeout(() => registration.waiting?.postMessage({ kind: 'corridor:asked' }), heldUpAfter)
    else if (coming.state === 'redundant' && !registration.installing && !registration.waiting) {
      setTimeout(() => void registration.update().catch(() => {}), pause)
      pause = Math.min(pause * 2, longestPause)
    }
  }
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing
    coming?.addEventListener('statechange', () => watch(coming))
  })
}
