import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import agreements from '../../src/i18n/en/agreements.ts'
import app from '../../src/i18n/en/app.ts'
import help from '../../src/i18n/en/help.ts'
import palette from '../../src/i18n/en/palette.ts'
import signing from '../../src/i18n/en/signing.ts'
import ui from '../../src/i18n/en/ui.ts'
import { openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { nowOf, prepare } from './support/prepared.ts'
import { dialogOf, patience, say, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** What a screen reader calls the element that has the focus; of a row, its number. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement
    const named = element.getAttribute('aria-labelledby')
    const name =
      element.dataset.row ??
      element.getAttribute('aria-label') ??
      (named && document.getElementById(named)?.textContent) ??
      element.labels?.[0]?.textContent ??
      element.textContent ??
      ''
    return name.replace(/\s*\*$/, '').trim()
  })

/** Goes on by Tab until that element has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    if ((await focused(page)) === name) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not come to “${name}”`)
}

/** The option that a field's list has marked, by the field's word. */
const marked = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant')
    return (id && document.getElementById(id)?.textContent?.trim()) || ''
  })

/** Types into a field with a list, and takes the option that begins so. */
async function pick(page: Page, typed: string, option: string): Promise<void> {
  await page.keyboard.type(typed)
  await page.getByRole('option').filter({ hasText: option }).first().waitFor(patience)
  for (let step = 0; step < 30; step++) {
    if ((await marked(page)).startsWith(option)) return page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The arrows do not come to “${option}”`)
}

describe('by keyboard alone', () => {
  it(
    'logs the signature of a prepared agreement',
    () =>
      withContext(browser, async (context) => {
        const page = await openApp(await context.newPage(), '/people')
        const story = await prepare(page, 'Signed by keyboard')
        await page.reload()
        await settled(page)

        await page.keyboard.press('Control+K')
        await dialogOf(page, app.search.title).waitFor(patience)
        await expect.poll(() => focused(page), patience).toBe(app.search.title)
        await pick(page, palette.create.signature, palette.create.signature)

        const dialog = dialogOf(page, signing.title)
        await dialog.waitFor(patience)
        await expect.poll(() => focused(page), patience).toBe(signing.choose.label)
        await pick(page, 'by keyboard', story.agreement.title)

        await expect.poll(() => focused(page), patience).toBe(signing.when.date)
        await page.keyboard.press('Control+A')
        await page.keyboard.type('4 Feb 2008')
        await tabTo(page, signing.when.time)
        await page.keyboard.type('10:45')
        await tabTo(page, signing.when.place)
        await page.keyboard.type('Osaka')
        await tabTo(page, say(signing.party.all, { count: 2 }))
        await page.keyboard.press('Space')
        await tabTo(page, signing.who.label)
        await pick(page, 'Aiko Tanaka', say(ui.picker.create, { name: 'Aiko Tanaka' }))
        // Whoever is new gets their name put right at once, so that is where one goes on.
        await expect
          .poll(
            () =>
              dialog
                .getByRole('group', { name: signing.who.new })
                .evaluate((group) => group.contains(document.activeElement)),
            patience,
          )
          .toBe(true)
        await tabTo(page, signing.who.capacity)
        await page.keyboard.type('president')
        await page.keyboard.press('Enter')
        await expect.poll(() => focused(page), patience).not.toBe(signing.who.capacity)
        await dialog.getByRole('heading', { name: signing.summary.title }).waitFor(patience)
        await page.keyboard.press('Control+Enter')
        await dialog.waitFor({ ...patience, state: 'detached' })
        await settled(page, story.agreement.title)
        await page
          .getByText(say(agreements.parties.meter_other, { count: 2, total: 2 }))
          .first()
          .waitFor(patience)

        const made = await nowOf(page, story)
        expect(made.signedOn).toBe('2008-02-04')
        expect(
          made.signatures.map(({ person, capacity, timeZone }) => [person?.name ?? null, capacity, timeZone]),
        ).toContainEqual(['Aiko Tanaka', 'president', 'Asia/Tokyo'])
      }),
    180_000,
  )

  it('moves in a list, opens a row, searches, and shows the map of keys', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage(), '/people')
      await settled(page)
      await page.keyboard.press('g')
      await page.keyboard.press('a')
      await settled(page, agreements.title)
      const rows = page.getByRole('table', { name: agreements.title }).getByRole('rowheader')
      await rows.nth(2).waitFor(patience)
      const names = await rows.allInnerTexts()

      await tabTo(page, '0')
      await page.keyboard.press('j')
      await expect.poll(() => focused(page), patience).toBe('1')
      await page.keyboard.press('j')
      await expect.poll(() => focused(page), patience).toBe('2')
      await page.keyboard.press('k')
      await expect.poll(() => focused(page), patience).toBe('1')
      await page.keyboard.press('Enter')
      await settled(page, names[1])
      await page.goBack()
      await settled(page, agreements.title)
      await rows.first().waitFor(patience)

      await page.keyboard.press('/')
      await expect.poll(() => focused(page), patience).toBe(say(ui.list.searchIn, { list: agreements.title }))
      await page.keyboard.type('kansai')
      await page.getByText(say(ui.list.results_one, { formatted: 1 })).waitFor(patience)
      // The address follows the last letter, which one row alone did not need.
      await expect.poll(() => new URL(page.url()).searchParams.get('q'), patience).toBe('kansai')
      // Emptied, then left.
      await page.keyboard.press('Escape')
      await expect.poll(() => rows.count(), patience).toBe(names.length)
      await page.keyboard.press('Escape')

      await page.keyboard.press('?')
      const map = dialogOf(page, app.shortcuts.title)
      await map.getByText(help.key.search, { exact: true }).waitFor(patience)
      await page.keyboard.press('Escape')
      await map.waitFor({ ...patience, state: 'detached' })
    }))
})
