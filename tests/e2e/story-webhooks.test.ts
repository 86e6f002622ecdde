import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import common from '../../src/i18n/en/common.ts'
import webhooks from '../../src/i18n/en/webhooks.ts'
import { answers, startReceiver, verified } from '../support/webhook-receiver.ts'
import { launch, withContext } from './support/browser.ts'
import { type NodeHost, nodeHost } from './support/node-host.ts'
import { patience, settled } from './support/ui.ts'

let browser: Browser
let host: NodeHost
let receiver: Awaited<ReturnType<typeof startReceiver>>
beforeAll(async () => {
  ;[browser, host, receiver] = await Promise.all([launch(), nodeHost(), startReceiver()])
})
afterAll(async () => {
  await browser.close()
  await host.remove()
  receiver.stop()
})

async function axeFindsNothing(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }
    const { violations } = await inPage.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
  })
  expect(found).toEqual([])
}

/** In both themes, wide and narrow, where a folder for pictures is given. */
async function pictures(page: Page, name: string): Promise<void> {
  const folder = process.env.CORRIDOR_PICTURES
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await axeFindsNothing(page)
    for (const size of folder
      ? [
          { width: 390, height: 844 },
          { width: 1440, height: 900 },
        ]
      : []) {
      await page.setViewportSize(size)
      await page.screenshot({ path: `${folder}/${name}-${colorScheme}-${size.width}.png` })
    }
  }
}

it('is added, tried, looked at and sent again', async () => {
  await withContext(
    browser,
    async (context) => {
      const page = await context.newPage()
      await page.goto(`${host.origin}/settings/webhooks`)
      await settled(page, webhooks.title)
      await pictures(page, 'webhooks-none')
      await page.getByRole('button', { name: webhooks.add }).click(patience)
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(webhooks.form.url).fill(receiver.url, patience)
      await dialog.getByLabel(webhooks.form.description).fill('Keeps our CRM in step')
      await pictures(page, 'webhooks-add')
      await dialog.getByRole('button', { name: webhooks.form.add, exact: true }).click()
      const shown = page.getByRole('dialog', { name: webhooks.secret.title })
      const secret = await shown.getByLabel(webhooks.secret.label).inputValue(patience)
      await pictures(page, 'webhooks-secret')
      await shown.getByRole('button', { name: webhooks.secret.done }).click()

      await page.getByRole('link', { name: receiver.url }).click(patience)
      receiver.next(answers(500))
      await page.getByRole('button', { name: webhooks.test, exact: true }).click(patience)
      await page.getByText(webhooks.outcome.status).first().waitFor(patience)
      await pictures(page, 'webhook-failing')
      await page.getByRole('button', { name: /^Send webhook\.test/ }).click(patience)
      await receiver.until(2)
      expect(verified(secret, receiver.arrived[1] as (typeof receiver.arrived)[0])).toMatchObject({
        type: 'webhook.test',
      })
      expect(receiver.arrived[1]?.id).toBe(receiver.arrived[0]?.id)
      await page.reload()
      await page.getByText(webhooks.state.delivered, { exact: true }).waitFor(patience)
      await host.ask('/people', { familyName: 'Dupont', givenName: 'Marie' })
      await receiver.until(3)
      await page.reload()
      await page.getByText('people.created').waitFor(patience)
      await pictures(page, 'webhook')
      await page.goto(`${host.origin}/settings/webhooks`)
      await page.getByText(webhooks.health.well, { exact: true }).waitFor(patience)
      await pictures(page, 'webhooks')
      await page.getByRole('link', { name: receiver.url }).click(patience)
      await page.getByRole('button', { name: common.more, exact: true }).click(patience)
      await page.getByRole('menuitem', { name: webhooks.turnOff }).click(patience)
      await page.getByText(webhooks.health.off, { exact: true }).waitFor(patience)
    },
    { viewport: { width: 1440, height: 900 } },
  )
})

it('tells what was kept although the host was killed at once', async () => {
  await host.ask('/webhooks', { url: receiver.url, nouns: ['organisations'] })
  const told = receiver.arrived.length
  const { id } = await host.ask<{ id: string }>('/organisations', { name: 'Lyonbiopôle', kinds: ['cluster'] })
  await host.stop('SIGKILL')
  await host.start()
  await receiver.until(told + 1)
  expect(JSON.parse(receiver.arrived.at(-1)?.body ?? '')).toMatchObject({
    type: 'organisations.created',
    data: { id },
  })
})
