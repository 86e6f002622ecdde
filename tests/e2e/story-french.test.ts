import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import appEn from '../../src/i18n/en/app.ts'
import commonEn from '../../src/i18n/en/common.ts'
import agreements from '../../src/i18n/fr/agreements.ts'
import alliances from '../../src/i18n/fr/alliances.ts'
import app from '../../src/i18n/fr/app.ts'
import bin from '../../src/i18n/fr/bin.ts'
import clusters from '../../src/i18n/fr/clusters.ts'
import common from '../../src/i18n/fr/common.ts'
import history from '../../src/i18n/fr/history.ts'
import markets from '../../src/i18n/fr/markets.ts'
import overview from '../../src/i18n/fr/overview.ts'
import people from '../../src/i18n/fr/people.ts'
import settings from '../../src/i18n/fr/settings.ts'
import signing from '../../src/i18n/fr/signing.ts'
import tasks from '../../src/i18n/fr/tasks.ts'
import views from '../../src/i18n/fr/views.ts'
import { languageNames } from '../../src/i18n/languages.ts'
import { openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { nowOf, prepare } from './support/prepared.ts'
import { begin, dialogOf, goTo, patience, say, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const screens: [path: string, title: string][] = [
  ['/', overview.title],
  ['/agreements', agreements.title],
  ['/agreements?view=board', agreements.title],
  ['/agreements?view=timeline', agreements.title],
  ['/agreements/new', agreements.form.new],
  ['/clusters', clusters.title],
  ['/markets', markets.title],
  ['/alliances', alliances.title],
  ['/matrix', views.matrix.title],
  ['/acting', views.acting.title],
  ['/people', people.title],
  ['/tasks', tasks.title],
  ['/settings', settings.title],
  ['/history', history.title],
  ['/bin', bin.title],
]

const textsOf = (messages: object): string[] =>
  Object.values(messages).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)))

/** The frame's words that are English and nothing else; those with values in them are never on a screen as they stand. */
const french = new Set([app, common].flatMap(textsOf))
const english = new Set(
  [appEn, commonEn].flatMap(textsOf).filter((text) => !french.has(text) && !text.includes('{{')),
)

/** Every line of text on the screen, and every name and hint that is read out. */
async function linesOf(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText()
  const names = await page.evaluate(() =>
    [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    ),
  )
  return [...text.split(/\n|\t| · /), ...names].map((line) => line.trim()).filter(Boolean)
}

it(
  'speaks French on every main screen once French is chosen, and logs a signature in it',
  () =>
    withContext(
      browser,
      async (context) => {
        const page = await openApp(await context.newPage(), '/agreements')
        await settled(page)
        const story = await prepare(page, 'Signature consignée en français')
        await page.getByRole('button', { name: startsWith(appEn.language) }).click(patience)
        await page.getByRole('menuitem', { name: languageNames.fr }).click(patience)
        await settled(page, agreements.title)

        const left: Record<string, string[]> = {}
        for (const [path, title] of screens) {
          await goTo(page, path)
          await settled(page, title)
          expect(await page.locator('html').getAttribute('lang'), path).toBe('fr')
          await expect.poll(() => page.title(), patience).toContain(title)
          const found = (await linesOf(page)).filter((line) => english.has(line))
          if (found.length > 0) left[path] = found
        }
        expect(left).toEqual({})

        await begin(page, 'signature', app)
        const dialog = dialogOf(page, signing.title)
        await dialog.getByRole('combobox', { name: signing.choose.label }).fill('consignée')
        await dialog.getByRole('option', { name: startsWith(story.agreement.title) }).click(patience)
        await dialog.getByRole('checkbox', { name: say(signing.party.all, { count: 2 }) }).check(patience)
        const date = dialog.getByRole('textbox', { name: signing.when.date, exact: true })
        await date.fill('4 février 2008')
        await dialog.getByRole('button', { name: common.next, exact: true }).click()
        await dialog.getByText(say(signing.summary.complete, { date: '4 févr. 2008' })).waitFor(patience)
        expect((await linesOf(page)).filter((line) => english.has(line))).toEqual([])
        await dialog.getByRole('button', { name: signing.save, exact: true }).click()
        await dialog.waitFor({ ...patience, state: 'detached' })
        await page
          .getByText(say(signing.saved_other, { count: 2, total: 2 }))
          .first()
          .waitFor(patience)
        expect((await nowOf(page, story)).signedOn).toBe('2008-02-04')

        // The choice outlasts the page.
        await page.reload()
        await settled(page)
        expect(await page.locator('html').getAttribute('lang')).toBe('fr')
      },
      { viewport: { width: 1440, height: 900 } },
    ),
  180_000,
)

const startsWith = (text: string): RegExp => new RegExp(`^${text}`)
