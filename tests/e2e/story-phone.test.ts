import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import agreements from '../../src/i18n/en/agreements.ts'
import app from '../../src/i18n/en/app.ts'
import common from '../../src/i18n/en/common.ts'
import people from '../../src/i18n/en/people.ts'
import signing from '../../src/i18n/en/signing.ts'
import { openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { nowOf, prepare } from './support/prepared.ts'
import { dialogOf, goTo, patience, say, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const screens = [
  '/',
  '/agreements',
  '/agreements?view=board',
  '/agreements?view=timeline',
  '/agreements/new',
  '/clusters',
  '/markets',
  '/alliances',
  '/partners',
  '/people',
  '/tasks',
  '/settings',
  '/history',
  '/bin',
]

/** What sticks out of the screen sideways; empty where the page doesn't scroll that way. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    return wide
      .slice(-5)
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 40)}`)
  })

it(
  'is whole on a phone: bottom bar, drawer, cards, and a signature',
  () =>
    withContext(
      browser,
      async (context) => {
        const page = await openApp(await context.newPage(), '/tasks')
        await settled(page)
        const story = await prepare(page, 'Signed on a phone')

        const bar = page.getByRole('navigation', { name: app.shortNavigation })
        await bar.waitFor(patience)
        expect(await page.getByRole('navigation', { name: app.mainNavigation }).count()).toBe(0)
        await bar.getByRole('button', { name: app.nav.more }).tap()
        const drawer = dialogOf(page, app.menu)
        await drawer.getByRole('link', { name: app.nav.people, exact: true }).tap(patience)
        await settled(page, people.title)
        await drawer.waitFor({ ...patience, state: 'hidden' })

        await bar.getByRole('link', { name: app.navShort.agreements, exact: true }).tap()
        await settled(page, agreements.title)
        const cards = page.getByRole('list', { name: agreements.title }).getByRole('listitem')
        await cards.filter({ hasText: story.agreement.title }).waitFor(patience)
        expect(await page.getByRole('table').count()).toBe(0)
        await cards.filter({ hasText: story.agreement.title }).getByRole('link').first().tap()
        await settled(page, story.agreement.title)
        expect(await overflow(page)).toEqual([])

        await page.getByRole('button', { name: agreements.sign, exact: true }).tap()
        const dialog = dialogOf(page, signing.title)
        await dialog.getByRole('checkbox', { name: say(signing.party.all, { count: 2 }) }).tap(patience)
        const date = dialog.getByRole('textbox', { name: signing.when.date, exact: true })
        await date.fill('4 Feb 2008')
        expect(await overflow(page)).toEqual([])
        await dialog.getByRole('button', { name: common.next, exact: true }).tap()
        await dialog.getByText(signing.summary.title).waitFor(patience)
        expect(await overflow(page)).toEqual([])
        await dialog.getByRole('button', { name: signing.save, exact: true }).tap()
        await dialog.waitFor({ ...patience, state: 'detached' })
        expect((await nowOf(page, story)).signedOn).toBe('2008-02-04')

        for (const path of screens) {
          await goTo(page, path)
          await settled(page)
          // A toast that slides away is wider than the screen on its last steps.
          await expect.poll(() => overflow(page), { ...patience, message: path }).toEqual([])
        }
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    ),
  150_000,
)
