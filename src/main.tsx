import './ui/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { listenForConnection, listenForNotices } from './app/notices.ts'
import { Providers } from './app/providers.tsx'
import { createRouter } from './app/router.tsx'
import { setTransport } from './data/client.ts'
import { fillFirstAnswers } from './data/first-answers.ts'
import { keepCache, restoreCache } from './data/persisted-cache.ts'
import { createQueryClient } from './data/query-client.ts'
import { startI18n } from './i18n/i18n.ts'

const client = createQueryClient()
listenForNotices()

// A build for a Node host has the API across the network; all others bring it along. It starts beside the app, and
// requests wait for it.
if (import.meta.env.VITE_HOST === 'node') listenForConnection()
else {
  const mock = import('../mocks/browser.ts')
  setTransport(async (request) => (await mock).mockTransport(request))
  void mock.then(({ startMockApi }) => startMockApi())
}

// The build's own address changes with its content.
const restored = restoreCache(client, import.meta.url)
const filled =
  restored || import.meta.env.VITE_HOST === 'node'
    ? Promise.resolve()
    : fillFirstAnswers(client, `${import.meta.env.BASE_URL}workspace/first-answers.json`)
addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepCache(client))
addEventListener('pagehide', () => keepCache(client))

await Promise.all([startI18n(), filled])

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={createRouter()} />
    </Providers>
  </StrictMode>,
)
