import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Notice } from '../../../mocks/notices.ts'
import { origin } from './browser.ts'
import { folder } from './build-setup.ts'

export interface Answered {
  status: number
  headers: Record<string, string>
  body: unknown
}

export interface Asked {
  method?: string
  body?: object
  key?: string
  /** The version that was seen of what is changed. */
  version?: number
  /**
   * Through the service worker or not at all, as any script of the page would ask, instead of the app's own
   * way.
   */
  bare?: boolean
}

/**
 * The built module of the browser host; the page has it already, so importing it again gives the very same
 * one.
 */
function browserModule(): string {
  const manifest: Record<string, { file: string }> = JSON.parse(
    readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'),
  )
  const entry = Object.entries(manifest).find(([source]) => source.endsWith('mocks/browser.ts'))
  if (!entry) throw new Error('The build has no mocks/browser.ts')
  return `/${entry[1].file}`
}

/**
 * Opens the app and hears its notices. Resolves when the page has loaded; the database may still be on its
 * way.
 */
export async function openApp(page: Page, path = '/'): Promise<Page> {
  await page.addInitScript(() => {
    const heard: unknown[] = []
    Object.assign(window, { heardNotices: heard })
    addEventListener('corridor:notice', (event) => heard.push((event as CustomEvent).detail))
  })
  // As text: the test runner would rewrite an import() in a function.
  await page.addInitScript({ content: 'window.importModule = (address) => import(address)' })
  await page.goto(origin() + path)
  return page
}

/** The notices published on the page since it was opened. */
export const noticesOf = (page: Page): Promise<Notice[]> =>
  page.evaluate(() => (window as unknown as { heardNotices: Notice[] }).heardNotices)

interface Host {
  mockTransport: (request: Request) => Promise<Response>
}

/** Asks the API from a page as the app does. Rejects where there was no answer. */
export function ask(
  page: Page,
  path: string,
  { method, body, key, version, bare }: Asked = {},
): Promise<Answered> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body) headers['content-type'] = 'application/json'
  if (key) headers['idempotency-key'] = key
  if (version) headers['if-match'] = `"${version}"`
  const init = {
    method: method ?? (body ? 'POST' : 'GET'),
    headers,
    body: body ? JSON.stringify(body) : undefined,
  }
  return page.evaluate(
    async ({ module, path, init, bare }) => {
      const request = new Request(`/api${path}`, init)
      const { importModule } = window as unknown as { importModule: (address: string) => Promise<Host> }
      const response = await (bare ? fetch(request) : (await importModule(module)).mockTransport(request))
      const text = await response.text()
      const json = response.headers.get('content-type')?.includes('json')
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: json ? JSON.parse(text) : text,
      }
    },
    { module: browserModule(), path, init, bare },
  )
}

/** Adds an organisation; gives the status. */
export async function add(page: Page, name: string, key?: string): Promise<number> {
  const { status } = await ask(page, '/organisations', {
    body: { name, kinds: ['company'] },
    ...(key ? { key } : {}),
  })
  return status
}

/** The names of all organisations whose name begins so, once for each time they are there. */
export async function named(page: Page, start: string): Promise<string[]> {
  const names: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: URLSearchParams = new URLSearchParams({
      limit: '200',
      sort: 'name',
      ...(cursor ? { cursor } : {}),
    })
    const { status, body } = await ask(page, `/organisations?${query}`)
    if (status !== 200) throw new Error(`The list answered ${status}`)
    const list = body as { items: { name: string }[]; next: string | null }
    names.push(...list.items.map((item) => item.name).filter((name) => name.startsWith(start)))
    cursor = list.next
  }
  return names
}

/** Resolves once the page's service worker answers a request of its own accord. */
export async function servedByServiceWorker(page: Page): Promise<void> {
  const served = async () => {
    const controlled = await page.evaluate(() => navigator.serviceWorker.controller !== null)
    return controlled && 'x-corridor-api' in (await ask(page, '/session', { bare: true })).headers
  }
  await expect.poll(served).toBe(true)
}

/** Resolves once the page has all of the app's code, also of the screens that were not opened yet. */
export async function fetchedAhead(page: Page): Promise<void> {
  const marks = () => page.evaluate(() => performance.getEntriesByName('corridor:fetched-ahead').length)
  await expect.poll(marks).toBe(1)
}
