import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import tasks from '../../src/i18n/en/tasks.ts'
import { add, ask, fetchedAhead, named, noticesOf, openApp, servedByServiceWorker } from './support/api.ts'
import { launch, origin, withContext } from './support/browser.ts'
import { patience, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

describe('reload and tabs', () => {
  it('keeps what was written over a reload', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage())
      expect(await add(page, 'Kept over a reload')).toBe(201)
      await page.reload()
      expect(await named(page, 'Kept over')).toEqual(['Kept over a reload'])
    }))

  it('shows every tab the same workspace', () =>
    withContext(browser, async (context) => {
      const [first, second] = [await openApp(await context.newPage()), await openApp(await context.newPage())]
      expect(await add(first, 'From the first tab')).toBe(201)
      expect(await add(second, 'From the second tab')).toBe(201)
      for (const page of [first, second]) {
        expect(await named(page, 'From the')).toEqual(['From the first tab', 'From the second tab'])
      }
    }))

  it('shows in every tab at once what was written in another, without a click', () =>
    withContext(browser, async (context) => {
      const open = async () => {
        const page = await openApp(await context.newPage(), '/tasks')
        await settled(page, tasks.title)
        // Coming back to a tab makes it ask anew, too: that is not what is looked for here.
        await page.evaluate(() => {
          addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true)
        })
        return page
      }
      const [first, second] = [await open(), await open()]
      const write = async (page: Page, title: string) => {
        await page.getByRole('textbox', { name: tasks.quickAdd }).fill(title)
        await page.getByRole('button', { name: tasks.add, exact: true }).click()
      }
      await write(first, 'Written in the first tab')
      await second.getByText('Written in the first tab', { exact: true }).waitFor(patience)
      await write(second, 'Written in the second tab')
      await first.getByText('Written in the second tab', { exact: true }).waitFor(patience)
    }))

  it('carries a request out once, however often it is sent with its key', () =>
    withContext(browser, async (context) => {
      const [first, second] = [await openApp(await context.newPage()), await openApp(await context.newPage())]
      const statuses = await Promise.all(
        [first, second, first, second].map((page) => add(page, 'Sent four times', 'one-and-the-same')),
      )
      expect(statuses).toEqual([201, 201, 201, 201])
      expect(await named(first, 'Sent four')).toEqual(['Sent four times'])
    }))

  it('loses nothing and doubles nothing when the tab that keeps the database is closed in mid-write', () =>
    withContext(browser, async (context) => {
      const leader = await openApp(await context.newPage())
      expect(await add(leader, 'Leader is up')).toBe(201)
      const other = await openApp(await context.newPage())
      expect(await add(other, 'Other is up')).toBe(201)
      const wanted = Array.from({ length: 30 }, (_, n) => `Mid-write ${String(n).padStart(2, '0')}`)
      const written = Promise.all(wanted.map((name) => add(other, name)))
      // Some are done, most are under way or still queued in the leader.
      await expect.poll(async () => (await named(leader, 'Mid-write')).length).toBeGreaterThan(0)
      await leader.close()
      expect(new Set(await written)).toEqual(new Set([201]))
      expect(await named(other, 'Mid-write')).toEqual(wanted)
      expect((await noticesOf(other)).map(({ code }) => code)).toContain('leader_changed')
    }))

  it('keeps every acknowledged write of a tab that is closed while writing', () =>
    withContext(browser, async (context) => {
      const leader = await openApp(await context.newPage())
      const acknowledged = await writeOn(leader, 'Closed ')
      await expect.poll(() => acknowledged.length).toBeGreaterThan(5)
      await leader.close()
      const next = await openApp(await context.newPage())
      const kept = await named(next, 'Closed ')
      expect(kept).toEqual(expect.arrayContaining(acknowledged))
      expect(new Set(kept).size).toBe(kept.length)
    }))

  it('keeps every acknowledged write of a tab that crashes', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage())
      const acknowledged = await writeOn(page, 'Crashed ')
      await expect.poll(() => acknowledged.length).toBeGreaterThan(5)
      const session = await context.newCDPSession(page)
      const crashed = page.waitForEvent('crash')
      session.send('Page.crash').catch(() => {})
      await crashed
      const next = await openApp(await context.newPage())
      const kept = await named(next, 'Crashed ')
      expect(kept).toEqual(expect.arrayContaining(acknowledged))
      expect(new Set(kept).size).toBe(kept.length)
    }))
})

describe('the service worker', () => {
  it('is what answers, once it serves the page', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage())
      await servedByServiceWorker(page)
      const { status, headers } = await ask(page, '/workspace', { bare: true })
      expect([status, headers['x-corridor-api']]).toEqual([200, '1'])
    }))

  it('may be stopped by the browser at any time', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage())
      await servedByServiceWorker(page)
      const session = await context.newCDPSession(page)
      await session.send('ServiceWorker.enable')
      for (const n of [1, 2, 3]) {
        await session.send('ServiceWorker.stopAllWorkers')
        expect(await add(page, `Without a service worker ${n}`)).toBe(201)
      }
      expect(await named(page, 'Without a service worker')).toHaveLength(3)
      // It was introduced to the page again, and answers.
      await servedByServiceWorker(page)
    }))

  it('may be forbidden', () =>
    withContext(
      browser,
      async (context) => {
        const page = await openApp(await context.newPage())
        expect(await add(page, 'Service workers are blocked')).toBe(201)
        expect(await named(page, 'Service workers')).toHaveLength(1)
        await expect
          .poll(async () => (await noticesOf(page)).map(({ code }) => code))
          .toContain('service_worker_blocked')
      },
      { serviceWorkers: 'block' },
    ))

  it('may be passed by, by a reload that leaves out every cache', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage())
      await servedByServiceWorker(page)
      const session = await context.newCDPSession(page)
      const loaded = page.waitForEvent('load')
      await session.send('Page.reload', { ignoreCache: true })
      await loaded
      expect(await add(page, 'After a hard reload')).toBe(201)
      expect(await named(page, 'After a hard')).toHaveLength(1)
    }))
})

describe('the network', () => {
  it('is not needed once the app is there', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage())
      await servedByServiceWorker(page)
      await context.setOffline(true)
      expect(await add(page, 'Written offline')).toBe(201)
      expect(await named(page, 'Written off')).toEqual(['Written offline'])
      await context.setOffline(false)
      await page.reload()
      expect(await named(page, 'Written off')).toEqual(['Written offline'])
    }))

  it('is not needed to open a screen for the first time', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage())
      await fetchedAhead(page)
      await context.setOffline(true)
      for (const name of ['Markets', 'People']) {
        await page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click()
        await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
      }
    }))

  it('may be plain http to another machine: one tab, in memory, and it says so', async () => {
    const named_ = 'http://corridor.test'
    const { port } = new URL(origin())
    const own = await launch([`--host-resolver-rules=MAP corridor.test 127.0.0.1`])
    try {
      const page = await own.newPage()
      await openApp(page)
      await page.goto(`${named_}:${port}/`)
      expect(await page.evaluate(() => isSecureContext)).toBe(false)
      expect(await add(page, 'On plain http')).toBe(201)
      expect(await named(page, 'On plain')).toHaveLength(1)
      const codes = (await noticesOf(page)).map(({ code }) => code)
      expect(codes).toEqual(expect.arrayContaining(['single_tab', 'memory_only']))
    } finally {
      await own.close()
    }
  })
})

/** Lets a page write one organisation after another; gives the names that were acknowledged, growing. */
async function writeOn(page: Page, start: string): Promise<string[]> {
  const acknowledged: string[] = []
  expect(await add(page, `${start}0000`)).toBe(201)
  acknowledged.push(`${start}0000`)
  const go = async () => {
    for (let n = 1; ; n++) {
      const name = start + String(n).padStart(4, '0')
      if ((await add(page, name)) !== 201) return
      acknowledged.push(name)
    }
  }
  // It ends when the page does.
  go().catch(() => {})
  return acknowledged
}
