import type { AddressInfo } from 'node:net'
import { chromium, type Page } from 'playwright-core'
import { findChromium, launchArguments } from '../../scripts/chromium.mjs'
import { createApi } from '../../src/server/app.ts'
import { memoryDatabase } from '../../src/server/db/memory.ts'
import { localUser } from '../../src/server/session/local-user.ts'
import { benchedGrant, furnish } from './grants.ts'
import { served } from './served.ts'
import { ms, printTable, quantile } from './table.ts'

/** Rows that one turn of the wheel passes, and how many turns: some 2,000 rows down, and back. */
const turn = { pixels: 720, turns: 100 }

/** The grid of a grant with so many expenses in Chromium: the page's heap, and how long its frames take as one scrolls. */
export async function benchGrid(expenses: number): Promise<void> {
  const db = await memoryDatabase()
  await furnish(db, expenses)
  const api = createApi({
    db,
    clock: () => new Date('2010-06-15T12:00:00Z'),
    newId: () => crypto.randomUUID(),
    sessions: localUser,
    host: 'node',
  })
  const server = await served('dist', (request) => api.fetch(request))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath: findChromium(), args: launchArguments })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${origin}/grants/${benchedGrant}/expenses?asOf=2010-06-15`)
    await page.locator('tr[data-row]').nth(10).waitFor()
    const loaded = await heapOf(page)
    const down = await scrolled(page, turn.pixels)
    const far = await heapOf(page)
    const back = await scrolled(page, -turn.pixels)
    const frames = [...down, ...back]
    printTable(
      `The grid of ${expenses} expenses in Chromium`,
      ['what', 'figure'],
      [
        ['heap of the page after load, MB', ms(loaded)],
        ['heap after 2,000 rows, MB', ms(far)],
        ['heap back at the first row, MB', ms(await heapOf(page))],
        [
          'frames while scrolling, ms: median / 95th centile / longest',
          frames.length === 0 ? '–' : [0.5, 0.95, 1].map((q) => ms(quantile(frames, q))).join(' / '),
        ],
        ['rows in the page', String(await page.locator('tr[data-row]').count())],
      ],
    )
  } finally {
    await browser.close()
    server.close()
    await db.destroy()
  }
}

/** Turns the wheel and gives the time between frames meanwhile, in milliseconds. */
async function scrolled(page: Page, pixels: number): Promise<number[]> {
  await page.locator('tr[data-row]').first().hover()
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const next = (now: number) => {
      frames.push(now - last)
      last = now
      if (frames.length < 100_000) Object.assign(window, { stop: requestAnimationFrame(next), frames })
    }
    requestAnimationFrame(next)
  })
  for (let n = 0; n < turn.turns; n++) {
    await page.mouse.wheel(0, pixels)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))))
  }
  return page.evaluate(() => {
    const { stop, frames } = window as unknown as { stop: number; frames: number[] }
    cancelAnimationFrame(stop)
    return frames
  })
}

/** What is still referred to, in megabytes. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1e6
}
