import './ui/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { listenForConnection, listenForNotices } from './app/notices.ts'
import { Providers } from './app/providers.tsx'
import { createRouter } from './app/router.tsx'
import { setTransport } from './data/client.ts'
import { fillFirstAnswers } from './data/first-answers.ts'
import { listenToOtherTabs } from './data/other-tabs.ts'
import { keepCache, restoreCache } from './data/persisted-cache.ts'
import { createQueryClient } from './data/query-client.ts'
import { startI18n } from './i18n/i18n.ts'

const client = createQueryClient()
listenForNotices()
listenToOtherTabs(client)

// The page says which host serves it. In the browser the API is brought along: it starts beside the app, and requests
// wait for it. A Node host has it across the network.
const inBrowser = document.querySelector<HTMLMetaElement>('meta[name=corridor-host]')?.content === 'browser'
if (inBrowser) {
  const mock = import('../mocks/browser.ts')
  setTransport(async (request) => (await mock).mockTransport(request))
  void mock.then(({ startMockApi }) => startMockApi())
} else listenForConnection()

// The build's own address changes with its content.
const restored = restoreCache(client, import.meta.url)
if (inBrowser && !restored)
  void fillFirstAnswers(client, `${import.meta.env.BASE_URL}workspace/first-answers.json`)
addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepCache(client))
addEventListener('pagehide', () => keepCache(client))

await startI18n()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={createRouter()} />
    </Providers>
  </StrictMode>,
)
