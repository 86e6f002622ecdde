import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium, launchArguments } from '../../scripts/chromium.mjs'
import { staticServer } from '../../scripts/static-server.mjs'
import { createApi } from '../../src/server/app.ts'
import { memoryDatabase } from '../../src/server/db/memory.ts'
import { localUser } from '../../src/server/session/local-user.ts'
import { generateWorkspace } from './generate.ts'
import { requestNames, timeRequests, timeWrites } from './requests.ts'
import { ms, printTable, quantile } from './table.ts'

const runs = 5
/** What counts as useful: rows of the first screen. */
const rowOfAgreements = '[data-row] a, tbody tr a'

/** Start-up cold and warm, first write, and request latencies through msw, in Chromium on the built app. */
export async function benchBrowser(sizes: readonly number[]): Promise<void> {
  const server = staticServer('dist')
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath: findChromium(), args: launchArguments })
  try {
    await startUp(browser, origin)
    await latencies(browser, origin, sizes)
  } finally {
    await browser.close()
    server.close()
  }
}

async function startUp(browser: Browser, origin: string): Promise<void> {
  const cold: number[] = []
  const warm: number[] = []
  const writes: number[] = []
  const heaps: number[] = []
  for (let run = 0; run <= runs; run++) {
    const context = await browser.newContext()
    const first = await untilRows(context, origin)
    await servedByApi(first.page)
    heaps.push(await heapOf(first.page))
    await first.page.close()
    const second = await untilRows(context, origin)
    await context.close()
    // On its own: two pages starting at once would share the processor.
    const write = await firstWrite(browser, origin)
    // The first run warms the machine, not the profile; it does not count.
    if (run === 0) continue
    cold.push(first.took)
    warm.push(second.took)
    writes.push(write)
  }
  const row = (name: string, values: number[], unit = '') => [
    name,
    ...[Math.min(...values), quantile(values, 0.5), Math.max(...values)].map((value) => ms(value) + unit),
  ]
  printTable(
    `Start-up in Chromium, ms over ${runs} runs`,
    ['what', 'least', 'median', 'most'],
    [
      row('first visit, empty profile: rows of the list on screen', cold),
      row('return visit: rows on screen', warm),
      row('first visit: first write accepted, from navigation', writes),
      row('heap of the page after load, MB', heaps),
    ],
  )
}

/** Milliseconds from navigation until the agreements' rows are painted. */
async function untilRows(context: BrowserContext, origin: string): Promise<{ page: Page; took: number }> {
  const page = await context.newPage()
  await page.goto(`${origin}/agreements`, { waitUntil: 'commit' })
  const took = await page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(selector)) requestAnimationFrame(() => resolve(performance.now()))
          else requestAnimationFrame(look)
        }
        look()
      }),
    rowOfAgreements,
  )
  return { page, took }
}

/**
 * Milliseconds from the first navigation in an empty profile until what she typed and sent at once has been
 * acknowledged: the dialog closes with the answer, never before.
 */
async function firstWrite(browser: Browser, origin: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${origin}/alliances?dialog=new-alliance`, { waitUntil: 'commit' })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('First written')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  const took = await page.evaluate(() => performance.now())
  await context.close()
  return took
}

/** Until the service worker serves the page a request of the bench meets a file server, unlike the app's own. */
const servedByApi = (page: Page) =>
  page.evaluate(async () => {
    const served = async () => (await fetch('/api/session')).headers.has('x-corridor-api')
    while (!(await served())) await new Promise((resolve) => setTimeout(resolve, 200))
  })

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

async function latencies(browser: Browser, origin: string, sizes: readonly number[]): Promise<void> {
  const columns: string[][] = []
  for (const size of sizes) {
    const context = await browser.newContext()
    const { page } = await untilRows(context, origin)
    await servedByApi(page)
    await load(page, await workspaceFile(size))
    const inPage = (path: string, body?: unknown) =>
      page.evaluate(
        async ([at, json]) => {
          const init =
            json === null
              ? {}
              : {
                  method: 'POST',
                  headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
                  body: json,
                }
          const from = performance.now()
          const response = await fetch(`/api${at}`, init)
          const text = await response.text()
          return { status: response.status, text, took: performance.now() - from }
        },
        [path, body === undefined ? null : JSON.stringify(body)] as const,
      )
    const answered = async (path: string, body?: unknown) => {
      const { status, text } = await inPage(path, body)
      return new Response(text, { status })
    }
    columns.push([...(await timeRequests((path) => answered(path))), await timeWrites(answered)])
    await context.close()
  }
  printTable(
    'API in Chromium through msw and the worker, ms: median / 95th centile, by organisations (with some 2 ms of the driver)',
    ['request', ...sizes.map(String)],
    [...requestNames, 'write: add an organisation'].map((name, index) => [
      name,
      ...columns.map((column) => column[index] ?? ''),
    ]),
  )
}

/** A generated workspace as its file. */
async function workspaceFile(size: number): Promise<Buffer> {
  const db = await memoryDatabase()
  await generateWorkspace(db, size)
  const api = createApi({
    db,
    clock: () => new Date('2008-09-15T08:00:00Z'),
    newId: () => crypto.randomUUID(),
    sessions: localUser,
    host: 'test',
  })
  const response = await api.fetch(new Request('http://localhost/api/workspace/export'))
  const bytes = Buffer.from(await response.arrayBuffer())
  await db.destroy()
  return bytes
}

async function load(page: Page, file: Buffer): Promise<void> {
  const status = await page.evaluate(async (base64) => {
    const body = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const response = await fetch('/api/workspace/import', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body,
    })
    return `${response.status} ${response.ok ? '' : await response.text()}`
  }, file.toString('base64'))
  if (!status.startsWith('200')) throw new Error(`The workspace could not be imported: ${status}`)
}
