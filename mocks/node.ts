import { http } from 'msw'
import { setupServer } from 'msw/node'

/**
 * Lets an API answer `/api/*` of whatever host in this Node process, as `browser.ts` does in a page: for tests
 * of screens.
 */
export const mockServer = (api: {
  fetch(request: Request): Promise<Response>
}): ReturnType<typeof setupServer> => setupServer(http.all('*/api/*', ({ request }) => api.fetch(request)))
