import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

it.each(['/agreements', '/partners', '/people', '/markets', '/clusters'])(
  'a first visit to %s shows records before its database is there',
  (path) =>
    withContext(browser, async (context) => {
      const page = await context.newPage()
      // The database never comes: what shows was shipped with the app.
      await context.route(/\/assets\/(api\.worker|host)-/, (route) => route.abort())
      await openApp(page, path)
      const links = page.getByRole('main').getByRole('link')
      await expect.poll(async () => (await links.allTextContents()).filter(Boolean).length).toBeGreaterThan(2)
    }),
)
