import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import help from '../../src/i18n/en/help.ts'
import overview from '../../src/i18n/en/overview.ts'
import { openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { patience, say, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const { visit } = help
const names = ['sign', 'mission', 'companies', 'budget', 'market'] as const
const paths = ['/', '/missions', '/companies/served', '/grants', '/markets']

/** By Tab alone to a button of the panel that has the focus. */
async function press(page: Page, name: string): Promise<void> {
  const inPanel = () => page.evaluate(() => document.activeElement?.closest('aside') != null)
  await expect.poll(inPanel, patience).toBe(true)
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  for (let tabs = 0; tabs < 12 && (await focused()) !== name; tabs++) await page.keyboard.press('Tab')
  expect(await focused()).toBe(name)
  await page.keyboard.press('Enter')
}
/** A step is there once its heading has the focus, which is read out. */
async function onStep(page: Page, step: number): Promise<void> {
  const heading = page.getByRole('heading', { level: 2, name: visit.step[names[step] ?? 'sign'].title })
  await heading.waitFor(patience)
  await expect.poll(() => heading.evaluate((it) => it === document.activeElement), patience).toBe(true)
  await expect.poll(() => new URL(page.url()).pathname, patience).toBe(paths[step])
}

it('is guided through the four jobs in five steps, by keys alone, and goes on where one left', () =>
  withContext(browser, async (context) => {
    const page = await openApp(await context.newPage(), '/')
    await settled(page, overview.title)
    // Offered by a quiet card; nothing lies over the screen unasked.
    await page.getByRole('complementary', { name: visit.title }).waitFor(patience)
    expect(await page.getByText(say(visit.count, { at: 1, of: 5 })).count()).toBe(0)

    await page.keyboard.press('F1')
    await page.getByRole('complementary', { name: help.title }).waitFor(patience)
    await page.getByText(help.screen.overview.for).waitFor(patience)
    await press(page, visit.again)
    await onStep(page, 0)
    expect(await page.getByRole('complementary', { name: visit.title }).count()).toBe(0)

    // To what it is about, and back.
    await press(page, visit.show)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-control')), patience)
      .toBe('create')
    await page.keyboard.press('F6')
    await onStep(page, 0)

    await press(page, visit.next)
    await onStep(page, 1)
    await press(page, visit.next)
    await onStep(page, 2)
    await press(page, visit.stop)
    await page.reload()
    await settled(page)
    expect(await page.getByText(say(visit.count, { at: 3, of: 5 })).count()).toBe(0)
    await page.keyboard.press('F1')
    await page.getByText(help.screen.served.for).waitFor(patience)
    await press(page, say(visit.resume, { at: 3 }))
    await onStep(page, 2)
    await press(page, visit.next)
    await onStep(page, 3)
    await press(page, visit.next)
    await onStep(page, 4)
    await press(page, visit.finish)
    await page.getByText(say(visit.count, { at: 5, of: 5 })).waitFor({ ...patience, state: 'detached' })
  }))
