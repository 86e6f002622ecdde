import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/contract/agreements.ts'
import agreements from '../../src/i18n/en/agreements.ts'
import app from '../../src/i18n/en/app.ts'
import { openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { patience, read, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const firstAgreement = async (page: Page): Promise<Agreement> => {
  const { items } = await read<{ items: Agreement[] }>(page, '/agreements?limit=1')
  if (!items[0]) throw new Error('The demo has no agreement')
  return items[0]
}

const focused = (page: Page) =>
  page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.textContent?.trim()])

describe('going to another screen', () => {
  it('reads a record’s name out, and puts the focus on it, once it is known', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage(), '/agreements')
      const { title, id } = await firstAgreement(page)
      await settled(page, agreements.title)
      await page.locator(`main a[href^="/agreements/${id}"]`).first().click(patience)
      await settled(page, title)
      expect(await focused(page)).toEqual(['H1', title])
      expect(await page.title()).toBe(`${title} – Corridor`)
      await page
        .locator('main + [role=status]', { hasText: title })
        .waitFor({ ...patience, state: 'attached' })
    }))

  it('has a named heading while the record is on its way', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage(), '/agreements')
      const { id } = await firstAgreement(page)
      await settled(page, agreements.title)
      const headings = await page.evaluate(async (path) => {
        const seen: (string | undefined)[] = []
        const look = () => seen.push(document.querySelector('main h1')?.textContent?.trim())
        const watch = new MutationObserver(look)
        watch.observe(document.body, { subtree: true, childList: true, characterData: true })
        history.pushState(null, '', path)
        dispatchEvent(new PopStateEvent('popstate', { state: null }))
        await new Promise<void>((resolve) => {
          const done = () =>
            document.querySelector('main h1')?.ariaBusy ? requestAnimationFrame(done) : resolve()
          requestAnimationFrame(done)
        })
        watch.disconnect()
        return seen
      }, `/agreements/${id}`)
      expect(headings.filter((text) => text === '')).toEqual([])
    }))
})

describe('the top bar', () => {
  it.each(['mouse', 'keyboard'] as const)(
    'opens a menu that was asked for before it was there, by %s',
    (by) =>
      withContext(browser, async (context) => {
        const page = await context.newPage()
        // The menus' code takes its time.
        let send: () => void = () => {}
        const sent = new Promise<void>((resolve) => {
          send = resolve
        })
        await page.route(/assets\/controls-.*\.js/, async (route) => {
          await sent
          await route.continue()
        })
        const asked = page.waitForRequest(/assets\/controls-.*\.js/)
        await openApp(page, '/agreements')
        const button = page.getByRole('button', { name: app.create.button, exact: true })
        if (by === 'mouse') await button.click(patience)
        else {
          await button.focus(patience)
          await page.keyboard.press('Enter')
        }
        await asked
        send()
        await page.getByRole('menuitem', { name: app.create.signature, exact: true }).waitFor(patience)
      }),
  )
})
