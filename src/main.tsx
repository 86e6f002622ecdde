import './ui/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { listenForNotices } from './app/notices.ts'
import { Providers } from './app/providers.tsx'
import { createRouter } from './app/router.tsx'
import { setTransport } from './data/client.ts'
import { fillFirstAnswers } from './data/first-answers.ts'
import { somethingKept } from './data/offline/kept-flag.ts'
import { listenToOtherTabs } from './data/other-tabs.ts'
import { somethingWaits } from './data/outbox/waiting-flag.ts'
import { keepCache, restoreCache } from './data/persisted-cache.ts'
import { createQueryClient } from './data/query-client.ts'
import { watchConnection } from './data/reconnect.ts'
import { startI18n } from './i18n/i18n.ts'

const client = createQueryClient()
listenForNotices()
listenToOtherTabs(client)

// The page says which host serves it. In the browser the API is brought along: it starts with the first request, which
// waits for it. A Node host has it across the network.
const inBrowser = document.querySelector<HTMLMetaElement>('meta[name=corridor-host]')?.content === 'browser'
if (inBrowser) {
  const mock = import('../mocks/browser.ts')
  setTransport(async (request) => (await mock).mockTransport(request))
  afterFirstPaint(async () => (await mock).startMockApi())
}
watchConnection(client, !inBrowser)

// The build's own address changes with its content.
const restored = restoreCache(client, import.meta.url)
if (inBrowser && !restored)
  void fillFirstAnswers(client, `${import.meta.env.BASE_URL}workspace/first-answers.json`)
addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepCache(client))
addEventListener('pagehide', () => keepCache(client))

// What waits to be sent, and what is kept on purpose: at once where there is any, else when there is time to spare.
const ready = somethingWaits() || somethingKept() ? startOffline() : undefined
await Promise.all([startI18n(), ready])

if (!ready) afterFirstPaint(() => void startOffline())
// Others write to a Node host, too.
if (!inBrowser) afterFirstPaint(async () => (await import('./data/live.ts')).listenLive(client))
afterFirstPaint(async () => {
  const { watchForNewVersion } = await import('./app/new-version.ts')
  watchForNewVersion(inBrowser ? null : '/service-worker.js?host=node')
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={createRouter()} />
    </Providers>
  </StrictMode>,
)

/** A browser that keeps nothing goes without, and one that takes too long is not waited for. */
async function startOffline(): Promise<void> {
  const start = async () => {
    const [outbox, keep] = await Promise.all([
      import('./data/outbox/outbox.ts'),
      import('./data/offline/keep.ts'),
      // Not called here: it must be there when there is no network to fetch it from.
      import('./data/outbox/send-or-keep.ts'),
    ])
    await Promise.allSettled([keep.startKeeping(client, import.meta.url), outbox.startOutbox(client)])
  }
  const patience = new Promise((resolve) => setTimeout(resolve, 1500))
  await Promise.race([start().catch(() => {}), patience])
}

/** Runs something that the first screen doesn't need. */
function afterFirstPaint(run: () => unknown): void {
  // Safari has no requestIdleCallback.
  const later = () => (window.requestIdleCallback ?? setTimeout)(run)
  if (document.readyState === 'complete') later()
  else addEventListener('load', later, { once: true })
}
