import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/contract/agreements.ts'
import app from '../../src/i18n/en/app.ts'
import bulk from '../../src/i18n/en/bulk.ts'
import common from '../../src/i18n/en/common.ts'
import views from '../../src/i18n/en/saved-views.ts'
import signing from '../../src/i18n/en/signing.ts'
import ui from '../../src/i18n/en/ui.ts'
import { openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { nowOf, type Prepared, prepare } from './support/prepared.ts'
import { dialogOf, goTo, patience, read, say, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** The option that the palette has marked. */
const marked = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant')
    return (id && document.getElementById(id)?.textContent?.trim()) || ''
  })

/** Types into the palette until an option that begins so is marked, and takes it. */
async function command(page: Page, typed: string, option: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await dialogOf(page, app.search.title).waitFor(patience)
  await page.keyboard.type(typed)
  await expect.poll(() => marked(page), patience).toMatch(new RegExp(`^${option}`))
  await page.keyboard.press('Enter')
}

describe('what is at hand', () => {
  it(
    'a signature is begun by typing; agreements are kept as a view, changed together, and put back with one undo',
    () =>
      withContext(browser, async (context) => {
        const page = await openApp(await context.newPage(), '/people')
        const stories: Prepared[] = []
        for (const title of ['Wombat Kobe', 'Wombat Osaka']) stories.push(await prepare(page, title))
        await page.reload()
        await settled(page)

        await command(page, 'log signature wombat kobe', 'Log a signature: Wombat Kobe')
        await dialogOf(page, signing.title).waitFor(patience)
        expect(new URL(page.url()).searchParams.get('agreement')).toBe(stories[0]?.agreement.id)
        await page.keyboard.press('Escape')
        await dialogOf(page, signing.title).waitFor({ ...patience, state: 'detached' })

        await goTo(page, '/agreements?q=wombat')
        await page.getByRole('link', { name: 'Wombat Osaka' }).waitFor(patience)
        await page.getByRole('button', { name: views.menu, exact: true }).click(patience)
        await page.getByRole('menuitem', { name: views.keep }).click(patience)
        const dialog = dialogOf(page, views.keepTitle)
        await dialog.getByRole('textbox', { name: views.name }).fill('Wombats', patience)
        await dialog.getByRole('button', { name: common.save }).click(patience)
        await dialog.waitFor({ ...patience, state: 'detached' })

        await page.getByRole('checkbox', { name: ui.table.selectAll }).check(patience)
        await page.getByRole('button', { name: common.bulk.open }).click(patience)
        const change = dialogOf(page, say(bulk.title_other, { count: 2 }))
        await change.getByRole('combobox', { name: bulk.what }).click(patience)
        await page.getByRole('option', { name: bulk.field.noticeDays }).click(patience)
        await change.getByRole('textbox', { name: bulk.value }).fill('33', patience)
        await change.getByRole('button', { name: bulk.look }).click(patience)
        await change.getByRole('button', { name: say(bulk.apply_other, { count: 2 }) }).click(patience)
        const said = page.getByText(say(bulk.done_other, { count: 2 }))
        await said.waitFor(patience)
        const notices = async () =>
          Promise.all(stories.map(async (one) => (await nowOf(page, one)).noticeDays))
        expect(await notices()).toEqual([33, 33])
        await page.getByRole('button', { name: ui.toast.undo }).first().click(patience)
        await expect.poll(notices, patience).toEqual([180, 180])

        await goTo(page, '/agreements')
        await page.getByRole('button', { name: views.menu, exact: true }).click(patience)
        await page.getByRole('menuitem', { name: 'Wombats' }).click(patience)
        await expect.poll(() => new URL(page.url()).searchParams.get('q'), patience).toBe('wombat')
        const { items } = await read<{ items: Agreement[] }>(page, '/agreements?q=wombat')
        expect(items).toHaveLength(2)
      }),
    240_000,
  )
})
