import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Dossier } from '../../src/contract/dossier.ts'
import common from '../../src/i18n/en/common.ts'
import dossier from '../../src/i18n/en/dossier.ts'
import { launch, withContext } from './support/browser.ts'
import { type NodeHost, nodeHost } from './support/node-host.ts'
import { patience, say, settled } from './support/ui.ts'

let browser: Browser
let host: NodeHost
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), nodeHost()])
})
afterAll(() => Promise.all([browser.close(), host.remove()]))

it('tells how much of a document has been sent, and lets it be cancelled', () =>
  withContext(
    browser,
    async (context) => {
      const body = { name: 'Slowly connected', kinds: ['cluster'] }
      const { id } = await host.ask<{ id: string }>('/organisations', body)
      const documents = async () =>
        (await host.ask<Dossier>(`/dossier?noun=organisations&recordId=${id}`)).documents.map(
          ({ filename }) => filename,
        )
      const page = await context.newPage()
      await page.goto(`${host.origin}/organisations/${id}`)
      await settled(page, body.name)
      const network = await context.newCDPSession(page)
      const uploading = (uploadThroughput: number) =>
        network.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 0,
          downloadThroughput: -1,
          uploadThroughput,
        })
      const choose = (name: string) =>
        page
          .locator('input[type=file]')
          .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(2_000_000, 'x') })

      await uploading(100_000)
      await choose('cancelled.pdf')
      const bar = page.getByRole('progressbar', {
        name: say(dossier.documents.sending, { name: 'cancelled.pdf' }),
      })
      const share = () => bar.evaluate((element) => (element as HTMLProgressElement).position)
      await expect.poll(share, patience).toBeGreaterThan(0)
      expect(await share()).toBeLessThan(1)
      await page.getByRole('button', { name: common.cancel, exact: true }).click()
      await page.getByText(say(dossier.documents.cancelled, { name: 'cancelled.pdf' })).waitFor(patience)
      expect(await documents()).toEqual([])

      await uploading(-1)
      await choose('sent.pdf')
      await page
        .getByRole('button', { name: say(dossier.documents.download, { name: 'sent.pdf' }) })
        .waitFor(patience)
      expect(await documents()).toEqual(['sent.pdf'])
    },
    // Its own requests are not slowed down with the page's.
    { serviceWorkers: 'block' },
  ))

it('describes its API, whenever it is asked', async () => {
  const { openapi, paths } = await host.ask<{ openapi: string; paths: object }>('/openapi.json')
  expect(openapi).toBe('3.1.0')
  expect(Object.keys(paths)).toContain('/agreements')
})
