import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { staticServer } from '../../scripts/static-server.mjs'
import type { Dossier } from '../../src/contract/dossier.ts'
import app from '../../src/i18n/en/app.ts'
import common from '../../src/i18n/en/common.ts'
import dossier from '../../src/i18n/en/dossier.ts'
import offline from '../../src/i18n/en/offline.ts'
import ui from '../../src/i18n/en/ui.ts'
import { ask, servedByServiceWorker } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { folder } from './support/build-setup.ts'
import { type NodeHost, nodeHost } from './support/node-host.ts'
import { twoBuilds } from './support/two-builds.ts'
import { patience, say, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** Resolves once the app's files are all in the browser and its service worker serves the page. */
const shellKept = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const kept = await caches.match('/')
          return kept !== undefined && navigator.serviceWorker.controller !== null
        }),
      patience,
    )
    .toBe(true)

const buildOf = (page: Page) => page.locator('meta[name=corridor-build]').getAttribute('content')

/** Whether a new build is being fetched, or about to take over. */
const isComing = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    return Boolean(registration?.installing ?? registration?.waiting)
  })

const writeNote = async (page: Page, text: string) => {
  await page.getByRole('textbox', { name: dossier.notes.write }).fill(text)
  await page.getByRole('button', { name: common.add, exact: true }).first().click(patience)
}
const noteOn = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text }).first()
const bar = (page: Page, text: string) => page.getByText(text).first().waitFor(patience)
const waits = (count: number) => say(count === 1 ? app.offline.waits_one : app.offline.waits_other, { count })

describe('the mock REST layer without its server', () => {
  it('opens the app after a reload, at any address, and writes', () =>
    withContext(browser, async (context) => {
      const files = await served(staticServer(folder))
      const page = await openAt(context, `${files.origin}/people`)
      await settled(page)
      await servedByServiceWorker(page)
      await shellKept(page)
      await files.stop()

      await page.reload()
      await settled(page)
      const { status } = await ask(page, '/people', { body: { givenName: 'Off', familyName: 'Line' } })
      expect(status).toBe(201)
      // A screen that was never opened, at an address that was never loaded.
      await page.goto(`${files.origin}/markets`)
      await settled(page)
      const found = await ask(page, '/people?q=line')
      expect((found.body as { total: number }).total).toBeGreaterThan(0)
    }))

  it('opens it in a tab that is opened anew, long after the last was closed', () =>
    withContext(browser, async (context) => {
      const files = await served(staticServer(folder))
      const first = await openAt(context, `${files.origin}/`)
      await settled(first)
      await shellKept(first)
      await first.close()
      await files.stop()
      const page = await openAt(context, `${files.origin}/people`)
      await settled(page)
      expect((await ask(page, '/workspace')).status).toBe(200)
    }))
})

describe('a new build', () => {
  it('takes over as a whole: open pages keep their own files, and are told to reload', () =>
    withContext(browser, async (context) => {
      const builds = twoBuilds()
      const files = await served(staticServer(builds.current))
      try {
        const page = await openAt(context, `${files.origin}/people`)
        await settled(page)
        await shellKept(page)
        const before = await buildOf(page)
        const found = builds.loseOne()
        builds.release()
        await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
        // Half a build is none: it is thrown away, and asked for again after a while.
        await expect.poll(() => isComing(page)).toBe(false)
        expect(await page.getByText(app.offline.newVersion).count()).toBe(0)
        found()
        await bar(page, app.offline.newVersion)
        // Its code has another name in the new build: only the old one's cache has it under this one.
        await page.getByRole('navigation').first().getByRole('link', { name: 'Markets', exact: true }).click()
        await page.getByRole('heading', { level: 1, name: 'Markets', exact: true }).waitFor(patience)
        expect(await buildOf(page)).toBe(before)

        await page.getByRole('button', { name: app.offline.reload, exact: true }).click()
        await expect.poll(() => buildOf(page)).not.toBe(before)
        await settled(page, 'Markets')
        expect(await page.getByText(app.offline.newVersion).count()).toBe(0)
        await files.stop()
        await page.reload()
        await settled(page, 'Markets')
        expect(await buildOf(page)).not.toBe(before)
        await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1)
      } finally {
        builds.remove()
      }
    }))

  it('is told of while a request that hangs holds it up, and comes with a reload', () =>
    withContext(browser, async (context) => {
      const builds = twoBuilds()
      const server = staticServer(builds.current)
      const [answer] = server.listeners('request')
      server.removeAllListeners('request')
      server.on('request', (request, response) => {
        if (request.url !== '/assets/never.js') answer?.call(server, request, response)
      })
      const files = await served(server)
      try {
        const page = await openAt(context, `${files.origin}/people`)
        await settled(page)
        await shellKept(page)
        const before = await buildOf(page)
        builds.release()
        await page.evaluate(async () => {
          void fetch('/assets/never.js')
          await (await navigator.serviceWorker.getRegistration())?.update()
        })
        await bar(page, app.offline.newVersion)
        expect(await isComing(page)).toBe(true)
        await page.getByRole('button', { name: app.offline.reload, exact: true }).click()
        await expect.poll(() => buildOf(page)).not.toBe(before)
        await settled(page)
      } finally {
        builds.remove()
      }
    }))
})

interface Story {
  id: string
  path: string
  taskId: string
}

describe('the Node host without its server', () => {
  let host: NodeHost
  let story: Story
  beforeEach(async () => {
    host = await nodeHost()
    const { id } = await host.ask<{ id: string }>('/organisations', {
      name: 'Kobe Biomedical',
      kinds: ['partner'],
    })
    const about = { noun: 'organisations', recordId: id }
    const task = await host.ask<{ id: string }>('/tasks', { ...about, title: 'Call Kobe' })
    story = { id, path: `/organisations/${id}`, taskId: task.id }
  })
  afterEach(() => host.remove())

  const open = async (context: BrowserContext) => {
    const page = await openAt(context, host.origin + story.path)
    await settled(page, 'Kobe Biomedical')
    await page.getByText('Call Kobe').first().waitFor(patience)
    return page
  }
  /** Writes a note, ticks the task off and attaches a file. */
  const work = async (page: Page, name: string) => {
    await writeNote(page, `Note ${name}`)
    await noteOn(page, `Note ${name}`).waitFor(patience)
    const box = page.getByRole('checkbox', { name: say(dossier.tasks.done, { title: 'Call Kobe' }) })
    await box.click(patience)
    // What is done leaves the list.
    await box.waitFor({ ...patience, state: 'detached' })
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`Bytes of ${name}`) })
    await noteOn(page, `${name}.txt`).waitFor(patience)
  }
  const state = async () => {
    const { notes, tasks, documents } = await host.ask<Dossier>(
      `/dossier?noun=organisations&recordId=${story.id}`,
    )
    return {
      notes: notes.map(({ body }) => body).sort(),
      done: tasks.filter(({ doneOn }) => doneOn !== null).map(({ title }) => title),
      documents: documents.map(({ filename, size }) => [filename, size]),
    }
  }
  const whole = (name: string) => ({
    notes: [`Note ${name}`],
    done: ['Call Kobe'],
    documents: [[`${name}.txt`, `Bytes of ${name}`.length]],
  })
  /** What was written is with the API, once, and stays so. */
  const arrived = async (page: Page, expected: object) => {
    await expect.poll(state).toEqual(expected)
    await expect.poll(() => page.getByText(/wait for the connection|being sent/).count()).toBe(0)
    expect(await state()).toEqual(expected)
    const history = await host.ask<{ items: { verb: string }[] }>(
      `/history?noun=organisations&recordId=${story.id}`,
    )
    expect(history.items.filter(({ verb }) => verb === 'notes.create')).toHaveLength(1)
  }

  it('shows what was loaded, keeps what is written over a reload, and sends it once when the server is back', () =>
    withContext(browser, async (context) => {
      const page = await open(context)
      await shellKept(page)
      await host.stop('SIGKILL')
      await page.reload()
      await settled(page, 'Kobe Biomedical')
      await bar(page, app.offline.lost)
      await bar(page, app.offline.loadedAt.replace('{{time}}.', ''))
      await work(page, 'offline')
      await bar(page, waits(3))

      await page.reload()
      await settled(page, 'Kobe Biomedical')
      await bar(page, waits(3))
      await noteOn(page, 'Note offline').getByText(app.offline.mark.waiting).waitFor(patience)
      await host.start()
      await arrived(page, whole('offline'))
      await noteOn(page, 'Note offline').waitFor(patience)
    }))

  it('sends it from a tab opened later, where the one that wrote is gone', () =>
    withContext(browser, async (context) => {
      const page = await open(context)
      await shellKept(page)
      await host.stop()
      await work(page, 'closed')
      await bar(page, waits(3))
      await page.close({ runBeforeUnload: false })
      const later = await openAt(context, host.origin + story.path)
      await bar(later, waits(3))
      await host.start()
      await arrived(later, whole('closed'))
    }))

  it('sends it once with two tabs open, and both show it', () =>
    withContext(browser, async (context) => {
      const first = await open(context)
      const second = await open(context)
      await shellKept(first)
      await host.stop('SIGKILL')
      await work(first, 'tabs')
      await bar(second, waits(3))
      await noteOn(second, 'Note tabs').waitFor(patience)
      await host.start()
      await arrived(first, whole('tabs'))
      await arrived(second, whole('tabs'))
    }))

  it('does once what was done already, where only the answer was lost', () =>
    withContext(browser, async (context) => {
      const page = await open(context)
      let lost = 0
      await page.route('**/api/notes', async (route) => {
        const response = await route.fetch()
        if (lost++ > 0) return route.fulfill({ response })
        expect(response.status()).toBe(201)
        return route.abort('connectionreset')
      })
      await writeNote(page, 'Note lost')
      await expect.poll(() => lost, patience).toBe(2)
      await arrived(page, { notes: ['Note lost'], done: [], documents: [] })
      await noteOn(page, 'Note lost').waitFor(patience)
    }))

  it('asks whose version stands where somebody else has changed the same, and loses neither', () =>
    withContext(browser, async (context) => {
      const page = await open(context)
      await shellKept(page)
      const address = `${host.origin}/api/tasks/${story.taskId}`
      await host.stop()
      const edit = async (title: string) => {
        await page.getByRole('button', { name: `${common.edit}: Call Kobe` }).click(patience)
        await page.getByRole('textbox', { name: dossier.tasks.name }).fill(title)
        await page.getByRole('button', { name: common.save, exact: true }).click()
      }
      await edit('Call Kobe on Monday')
      await bar(page, waits(1))
      const box = page.getByRole('checkbox', {
        name: say(dossier.tasks.done, { title: 'Call Kobe on Monday' }),
      })
      expect(await box.isChecked()).toBe(false)
      // Nobody else's change can be made through a browser that is without a connection: this page waits meanwhile.
      await page.goto('about:blank')
      await host.start()
      const theirs = await fetch(address, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'if-match': '"1"' },
        body: JSON.stringify({ title: 'Write to Kobe' }),
      })
      expect(theirs.status).toBe(200)

      await page.goto(host.origin + story.path)
      await bar(page, say(app.offline.failed_one, { count: 1 }))
      await page.getByRole('button', { name: app.offline.show, exact: true }).click()
      const panel = page.getByRole('dialog', { name: offline.title })
      await panel.getByText('Write to Kobe').waitFor(patience)
      await panel.getByRole('radio', { name: 'Call Kobe on Monday' }).check()
      await panel.getByRole('button', { name: ui.conflict.save }).click()
      await expect
        .poll(async () => (await host.ask<{ items: { title: string }[] }>('/tasks')).items[0]?.title)
        .toBe('Call Kobe on Monday')
    }))
})

async function openAt(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript({ content: 'window.importModule = (address) => import(address)' })
  await page.goto(address)
  return page
}

/** A server on a port of its own, to be stopped as a whole. */
async function served(server: Server): Promise<{ origin: string; stop: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
