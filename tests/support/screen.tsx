import { notifications } from '@mantine/notifications'
import { cleanup, configure, getConfig, render, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import i18next from 'i18next'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { useFrameState } from '../../src/app/frame-state.ts'
import { Providers } from '../../src/app/providers.tsx'
import { routes } from '../../src/app/router.tsx'
import { useVisit } from '../../src/components/visit-state.ts'
import { setTransport } from '../../src/data/client.ts'
import { createQueryClient } from '../../src/data/query-client.ts'
import { startI18n } from '../../src/i18n/i18n.ts'
import type { Language } from '../../src/i18n/languages.ts'
import { dropAllDrafts } from '../../src/ui/use-draft.ts'
import type { TestApi } from './api.ts'

const { getElementError } = getConfig()
/** The library says so of itself, but not in its types, while it looks again and again for what is to come. */
const isWaiting = () =>
  (getConfig() as { _disableExpensiveErrorDiagnostics?: boolean })._disableExpensiveErrorDiagnostics

configure({
  // A loaded machine takes its time; what is there sooner ends the wait sooner.
  asyncUtilTimeout: 30_000,
  // Writing the whole page out for each look that is thrown away would cost more than the looks.
  getElementError: (message, container) =>
    isWaiting() ? new Error(message ?? undefined) : getElementError(message, container),
})

// jsdom lays nothing out: without a size, a long list would show none of its rows.
Object.defineProperties(HTMLElement.prototype, {
  clientWidth: { configurable: true, get: () => 1200 },
  clientHeight: { configurable: true, get: () => 800 },
})
// And a list that opens beside a field without a place on the screen would stay hidden.
Element.prototype.getBoundingClientRect = () => new DOMRect(10, 10, 200, 30)
window.scrollTo = () => {}

/** The whole app at an address, over the API given; what was open and typed before is gone. */
export async function openScreen(api: TestApi, path: string, language: Language = 'en') {
  cleanup()
  dropAllDrafts()
  localStorage.clear()
  setTransport((request) => api.fetch(request))
  if (i18next.isInitialized) await i18next.changeLanguage(language)
  else await startI18n(language)
  const opened = openAgain(path)
  await frameIsWhole()
  return opened
}

/**
 * The frame loads its menus and what lies over the screen once the browser is idle. A test that pressed something in
 * that moment would find React waiting for both, and its press forgotten.
 */
async function frameIsWhole(): Promise<void> {
  await waitFor(() => {
    // Help and the day are there for everybody; what else there is depends on who looks.
    const parts = ['[aria-keyshortcuts=F1]', '.mantine-Notifications-root']
    for (const part of parts)
      if (!document.querySelector(part)) throw new Error(`No ${part} in the frame yet`)
  })
}

/** The same reader loads an address anew: what is kept in the browser is still there, what was in memory is not. */
export function openAgain(path: string) {
  cleanup()
  notifications.clean()
  useVisit.setState({ at: null, left: 0, answered: false })
  useFrameState.setState({ palette: false, shortcuts: false, help: false, drawer: false, createMenu: false })
  const router = createMemoryRouter(routes, { initialEntries: [path] })
  const client = createQueryClient()
  render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { router, client, user: userEvent.setup({ delay: null }) }
}
