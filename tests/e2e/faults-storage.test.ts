import { randomBytes } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { add, ask, named, noticesOf, openApp } from './support/api.ts'
import { launch, origin, profileOnDisk, withContext } from './support/browser.ts'
import { killBrowser } from './support/kill.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const codes = async (page: Page) => (await noticesOf(page)).map(({ code }) => code)
/** A page of the origin without the app, so that nobody holds the database. */
const bare = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`${origin()}/build.json`)
  return page
}

async function withProfile(run: (context: BrowserContext) => Promise<void>): Promise<void> {
  const profile = profileOnDisk()
  const context = await profile.open()
  try {
    await run(context)
  } finally {
    await context.close()
    profile.remove()
  }
}

/** Waits until the worker of a page just closed has let go of its files: that takes as long as what it was doing. */
const released = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const place = await (await root.getDirectoryHandle('corridor')).getDirectoryHandle('1')
    for (const name of ['data', 'journal-a', 'journal-b']) {
      const handle = await place.getFileHandle(name)
      for (let held = true; held; ) {
        held = await handle.createWritable({ keepExistingData: true }).then(
          (stream) => stream.abort().then(() => false),
          () => true,
        )
        if (held) await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  })

describe('the place where the workspace is kept', () => {
  it('may be full: writes are refused with the reason, reading goes on, and nothing is lost', () =>
    // On disk, as people have it: in a private window Chromium refuses even what was set aside.
    withProfile(async (context) => {
      const page = await openApp(await context.newPage())
      expect(await add(page, 'Before it was full')).toBe(201)
      const session = await context.newCDPSession(page)
      await session.send('Storage.overrideQuotaForOrigin', { origin: origin(), quotaSize: 1_000_000 })
      const acknowledged = ['Before it was full']
      const write = async (n: number) => {
        const name = `Before it was full ${n}`
        // Random, or it would be compressed to nothing.
        const focus = randomBytes(11_000).toString('base64')
        const { status, body } = await ask(page, '/organisations', {
          body: { name, kinds: ['company'], focus },
        })
        if (status === 201) acknowledged.push(name)
        return status === 201 ? 201 : `${status} ${(body as { code: string }).code}`
      }
      // What is set aside already may still be used up.
      let n = 0
      await expect.poll(() => write(n++), { interval: 1 }).toBe('507 storage_full')
      expect(await codes(page)).toContain('storage_full')
      expect((await named(page, 'Before it was full')).sort()).toEqual([...acknowledged].sort())
      await session.send('Storage.overrideQuotaForOrigin', { origin: origin() })
      await expect.poll(() => write(n++)).toBe(201)
      await page.reload()
      expect((await named(page, 'Before it was full')).sort()).toEqual([...acknowledged].sort())
    }))

  it('may have been cleared away by the browser: it says so and begins with the demo', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage())
      expect(await add(page, 'Soon evicted')).toBe(201)
      await page.close()
      const other = await bare(context)
      await released(other)
      await other.evaluate(async () => {
        const root = await navigator.storage.getDirectory()
        await root.removeEntry('corridor', { recursive: true })
      })
      const again = await openApp(await context.newPage())
      expect(await named(again, 'Soon')).toEqual([])
      expect(await noticesOf(again)).toContainEqual({ code: 'storage_evicted', kept: null })
    }))

  it.each(['journals', 'data'])('may be damaged (%s): it is set aside, never deleted', (part) =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage())
      expect(await add(page, 'In the damaged one')).toBe(201)
      await page.close()
      const other = await bare(context)
      await released(other)
      await other.evaluate(async (part) => {
        const root = await navigator.storage.getDirectory()
        const place = await (await root.getDirectoryHandle('corridor')).getDirectoryHandle('1')
        for (const name of part === 'data' ? ['data'] : ['journal-a', 'journal-b']) {
          const handle = await place.getFileHandle(name)
          const { size } = await handle.getFile()
          const stream = await handle.createWritable({ keepExistingData: true })
          await stream.write({
            type: 'write',
            position: 0,
            data: new Uint8Array(part === 'data' ? size : 100),
          })
          await stream.close()
        }
      }, part)
      const again = await openApp(await context.newPage())
      expect(await named(again, 'In the damaged')).toEqual([])
      expect(await noticesOf(again)).toContainEqual({ code: 'storage_evicted', kept: '1' })
      expect(await add(again, 'In the new one')).toBe(201)
      expect(
        await again.evaluate(async () => {
          const root = await navigator.storage.getDirectory()
          const names: string[] = []
          for await (const name of (await root.getDirectoryHandle('corridor')).keys()) names.push(name)
          return names.sort()
        }),
      ).toEqual(['1', '2'])
      await again.reload()
      expect(await named(again, 'In the new')).toEqual(['In the new one'])
    }),
  )
})

describe('a killed browser', () => {
  it('has kept every acknowledged write, each time', async () => {
    const profile = profileOnDisk()
    try {
      const acknowledged: string[] = []
      for (const round of [1, 2, 3]) {
        const context = await profile.open()
        const page = await openApp(await context.newPage())
        expect((await named(page, 'Killed ')).sort()).toEqual(expect.arrayContaining(acknowledged))
        const before = acknowledged.length
        const writing = (async () => {
          for (let n = 0; ; n++) {
            const name = `Killed ${round} ${String(n).padStart(4, '0')}`
            if ((await add(page, name)) !== 201) return
            acknowledged.push(name)
          }
        })().catch(() => {})
        await expect.poll(() => acknowledged.length).toBeGreaterThan(before + 10 * round)
        await killBrowser(context, profile.folder)
        await writing
      }
      const context = await profile.open()
      const page = await openApp(await context.newPage())
      const kept = await named(page, 'Killed ')
      expect(kept).toEqual(expect.arrayContaining(acknowledged))
      expect(new Set(kept).size).toBe(kept.length)
      await context.close()
    } finally {
      profile.remove()
    }
  })
})
