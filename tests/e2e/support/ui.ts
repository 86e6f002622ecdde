import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import app from '../../../src/i18n/en/app.ts'
import common from '../../../src/i18n/en/common.ts'
import settings from '../../../src/i18n/en/settings.ts'
import ui from '../../../src/i18n/en/ui.ts'
import { ask } from './api.ts'

/** Long enough for a loaded machine; a condition that holds earlier ends the wait earlier. */
export const patience = { timeout: 120_000 }

/** A message with its values filled in, as it stands on the screen. */
export const say = (message: string, values: Record<string, string | number> = {}): string =>
  message.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))

/** Waits until the screen shows what it was loaded for: its title, and no field or row still on its way. */
export async function settled(page: Page, title?: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, ...(title ? { name: title, exact: true } : {}) })
  await heading.first().waitFor(patience)
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"], [data-loading]'),
    undefined,
    patience,
  )
}

/** Goes to an address within the app, without loading the page anew. */
export const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: null }))
  }, path)

/** The one dialog that is open. */
export const dialogOf = (page: Page, name: string): Locator => page.getByRole('dialog', { name })

/** Empties the workspace through its settings. */
export async function startEmpty(page: Page): Promise<void> {
  await goTo(page, '/settings')
  await settled(page, settings.title)
  await page.getByRole('button', { name: settings.data.emptyNow, exact: true }).click(patience)
  await dialogOf(page, settings.replace.titleEmpty)
    .getByRole('button', { name: settings.replace.confirmEmpty })
    .click(patience)
  await dialogOf(page, settings.replace.titleEmpty).waitFor({ ...patience, state: 'detached' })
}

/** Sets the day from which everything is shown, in the settings. */
export async function fixDay(page: Page, day: string): Promise<void> {
  await goTo(page, '/settings')
  await settled(page, settings.title)
  await page.getByRole('radio', { name: settings.general.asOfFixed }).check(patience)
  await page.getByRole('textbox', { name: settings.general.asOfDay }).fill(day)
  await page.getByRole('button', { name: common.save, exact: true }).click()
  await page.getByText(settings.general.saved).first().waitFor(patience)
}

/** Chooses an entry of the "New" menu, by mouse. */
export async function begin(page: Page, what: keyof typeof app.create, words = app): Promise<void> {
  // Until the browser is idle a button without a menu stands in its place.
  await page.locator('button[aria-keyshortcuts="n"]').click(patience)
  await page.getByRole('menuitem', { name: words.create[what], exact: true }).click(patience)
}

/** Types into a picker and takes the offer to create what was typed. */
export async function create(field: Locator, name: string, words = ui): Promise<void> {
  await field.click(patience)
  await field.fill(name)
  await field
    .page()
    .getByRole('option', { name: say(words.picker.create, { name }), exact: true })
    .click(patience)
}

/** Types into a select or picker and takes the option that reads so. */
export async function choose(field: Locator, option: string, typed = option): Promise<void> {
  await field.click(patience)
  await field.fill(typed)
  await field.page().getByRole('option', { name: option }).first().click(patience)
}

/** What the API answers; fails where it isn't 200. */
export async function read<Body>(page: Page, path: string): Promise<Body> {
  const { status, body } = await ask(page, path)
  expect(status, path).toBe(200)
  return body as Body
}

/** Adds a record through the API, for what a story only needs to be there. */
export async function given<Body extends { id: string }>(
  page: Page,
  path: string,
  body: object,
): Promise<Body> {
  const answer = await ask(page, path, { body })
  expect([answer.status, answer.body]).toEqual([201, expect.anything()])
  return answer.body as Body
}
