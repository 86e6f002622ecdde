import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import agreements from '../../src/i18n/en/agreements.ts'
import bin from '../../src/i18n/en/bin.ts'
import common from '../../src/i18n/en/common.ts'
import ui from '../../src/i18n/en/ui.ts'
import { openApp, servedByServiceWorker } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { nowOf, prepare } from './support/prepared.ts'
import { goTo, patience, say, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const { reference } = agreements.fact

/** Opens the reference for editing, and types. */
async function edit(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: say(ui.edit.start, { field: reference }) }).click(patience)
  await page.getByRole('textbox', { name: reference, exact: true }).fill(text)
}
const save = (page: Page) => page.getByRole('button', { name: common.save, exact: true }).click()
const shown = (page: Page, text: string) =>
  page.getByRole('definition').filter({ hasText: text }).first().waitFor(patience)

describe('two people and one agreement', () => {
  it('shows both versions to whoever saves second, and keeps what they choose', () =>
    withContext(browser, async (context) => {
      const first = await openApp(await context.newPage(), '/agreements')
      await settled(first)
      const story = await prepare(first, 'Edited by two')
      const path = `/agreements/${story.agreement.id}`
      const second = await openApp(await context.newPage(), path)
      await goTo(first, path)
      for (const page of [first, second]) await settled(page, story.agreement.title)

      await edit(first, 'KBC/2008/1')
      await edit(second, 'LSCF-01')
      await save(first)
      await shown(first, 'KBC/2008/1')
      await save(second)

      const choice = second.getByRole('group', { name: ui.conflict.title })
      await choice.getByText(ui.conflict.explain).waitFor(patience)
      const theirs = choice.getByRole('radio', { name: ui.conflict.theirs })
      const mine = choice.getByRole('radio', { name: ui.conflict.mine })
      await choice.getByText('KBC/2008/1').waitFor(patience)
      await choice.getByText('LSCF-01').waitFor(patience)
      expect([await theirs.isChecked(), await mine.isChecked()]).toEqual([false, false])
      const keep = choice.getByRole('button', { name: ui.conflict.save })
      expect(await keep.isDisabled()).toBe(true)
      expect((await nowOf(second, story)).reference).toBe('KBC/2008/1')
      await mine.check()
      await keep.click()
      await shown(second, 'LSCF-01')
      expect((await nowOf(second, story)).reference).toBe('LSCF-01')
      await first.reload()
      await shown(first, 'LSCF-01')
    }))
})

describe('the bin', () => {
  it('takes a deleted agreement and gives it back', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage(), '/agreements')
      await settled(page)
      const story = await prepare(page, 'Deleted by mistake')
      const { id, title } = story.agreement
      await goTo(page, `/agreements/${id}`)
      await settled(page, title)
      await page.getByRole('button', { name: common.more, exact: true }).click()
      await page.getByRole('menuitem', { name: common.delete, exact: true }).click(patience)
      await settled(page, agreements.title)
      await page.getByText(say(agreements.deleted, { title })).first().waitFor(patience)
      await expect.poll(() => page.getByRole('link', { name: title, exact: true }).count(), patience).toBe(0)

      await goTo(page, '/bin')
      await settled(page, bin.title)
      await page.getByRole('button', { name: say(bin.restoreNamed, { title }) }).click(patience)
      await page.getByText(say(bin.restored, { title })).first().waitFor(patience)
      expect((await nowOf(page, story)).deletedAt).toBeNull()
      await goTo(page, '/agreements')
      await page.getByRole('link', { name: title, exact: true }).waitFor(patience)
    }))
})

describe('without a connection', () => {
  it('goes on writing, and keeps what was written', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage(), '/agreements')
      await settled(page)
      const story = await prepare(page, 'Edited offline')
      const { id, title } = story.agreement
      await goTo(page, `/agreements/${id}`)
      await settled(page, title)
      await servedByServiceWorker(page)
      await context.setOffline(true)
      await edit(page, 'No connection')
      await save(page)
      await shown(page, 'No connection')
      expect((await nowOf(page, story)).reference).toBe('No connection')
      await context.setOffline(false)
      await page.reload()
      await settled(page, title)
      await shown(page, 'No connection')
    }))
})
