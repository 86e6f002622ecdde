import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ImportRecord } from '../../src/contract/imports.ts'
import companies from '../../src/i18n/en/companies.ts'
import imports from '../../src/i18n/en/imports.ts'
import { ask, openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { goTo, patience, say, settled, startEmpty } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** What French Excel writes: Windows-1252, semicolons; one name broken by an earlier program, one number mistyped. */
const table = Buffer.from(
  [
    'Raison sociale;SIREN;Ville;Pays;Site web',
    'SOCIÉTÉ DES VACCINS SAS;732 829 320;Lyon;France;www.vaccins.example',
    'Implants de l’Isère;;Grenoble;France;',
    'DiagnostiqueÃ©;;Strasbourg;France;',
    'Opto Alsace;123 456 789;Illkirch;France;',
    'Biomatériaux SARL;;Lille;France;',
  ]
    .join('\r\n')
    // Latin-1 but for the apostrophe, which Windows has elsewhere.
    .replace('’', '\u0092'),
  'latin1',
)

const read = async <T>(page: Page, path: string): Promise<T> => (await ask(page, path)).body as T

const names = async (page: Page) =>
  (await read<{ items: { name: string }[] }>(page, '/organisations?limit=100')).items
    .map(({ name }) => name)
    .sort()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

it('imports a table, corrects it, matches it, and takes it all back', () =>
  withContext(browser, async (context) => {
    const page = await openApp(await context.newPage())
    await startEmpty(page)
    for (const body of [
      { name: 'Société des vaccins', kinds: ['company'], country: 'FR', town: 'Lyon' },
      { name: 'Biomatériaux', kinds: ['company'], country: 'FR', town: 'Paris' },
    ])
      expect((await ask(page, '/organisations', { body })).status).toBe(201)
    const before = await names(page)

    await goTo(page, '/companies')
    await settled(page, companies.title)
    await page.getByRole('link', { name: companies.import, exact: true }).click(patience)
    await settled(page, imports.title)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'adhérents.csv', mimeType: 'text/csv', buffer: table }, patience)

    // Read as it was written, and kept through a reload with what is corrected.
    await expect
      .poll(() => page.getByLabel(imports.read.encoding, { exact: true }).inputValue(), patience)
      .toBe('windows-1252')
    expect(await page.getByLabel(imports.read.separator, { exact: true }).inputValue()).toBe(';')
    await button(page, say(imports.check.match_other, { count: 4 })).waitFor(patience)
    const cell = say(imports.check.edit, { field: imports.field.siren, row: 5 })
    await page.getByRole('button', { name: new RegExp(`^${cell}`) }).click()
    await page.getByRole('textbox', { name: cell }).fill('552 100 554')
    await page.keyboard.press('Enter')
    await button(page, say(imports.check.match_other, { count: 5 })).waitFor(patience)
    await page.reload()
    await settled(page, imports.title)
    await button(page, say(imports.check.match_other, { count: 5 })).click(patience)

    // One is known, one may be: it is looked at, and chosen.
    await settled(page, 'adhérents.csv')
    await page.getByText(say(imports.review.will_create_other, { count: 3 })).waitFor(patience)
    await button(page, say(imports.review.compare, { name: 'Biomatériaux SARL' })).click(patience)
    const candidate = page.getByRole('article', { name: 'Biomatériaux', exact: true })
    await candidate.getByText(imports.reason.otherTown).waitFor(patience)
    await candidate.getByRole('button', { name: imports.detail.choose }).click()
    await page.getByText(say(imports.review.will_update_other, { count: 2 })).waitFor(patience)
    await button(page, say(imports.review.apply_other, { count: 5 })).click()
    await page.getByText(imports.review.done).waitFor(patience)
    await expect
      .poll(() => names(page), patience)
      .toEqual([...before, 'Diagnostiqueé', 'Implants de l’Isère', 'Opto Alsace'].sort())

    // The same table again changes nothing.
    await goTo(page, '/import')
    await settled(page, imports.title)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'encore.csv', mimeType: 'text/csv', buffer: table }, patience)
    await button(page, say(imports.check.clearErrors_one, { count: 1 })).click(patience)
    await button(page, say(imports.check.match_other, { count: 5 })).click(patience)
    await settled(page, 'encore.csv')
    await page.getByRole('combobox', { name: imports.review.filter }).selectOption('all')
    await page
      .getByRole('combobox', { name: say(imports.review.whatOf, { name: 'Biomatériaux SARL' }) })
      .selectOption('update', patience)
    await button(page, say(imports.review.apply_other, { count: 5 })).click(patience)
    await page.getByText(imports.review.done).waitFor(patience)
    const { items } = await read<{ items: ImportRecord[] }>(page, '/imports?limit=2')
    expect(items.map(({ name, outcomes }) => [name, outcomes.unchanged])).toEqual([
      ['encore.csv', 5],
      ['adhérents.csv', 1],
    ])

    // And all of it is taken back.
    await goTo(page, `/import/${items[1]?.id}`)
    await settled(page, 'adhérents.csv')
    await button(page, imports.review.revert).click(patience)
    await page.getByRole('dialog').getByRole('button', { name: imports.review.revert }).click(patience)
    await page.getByText(imports.state.reverted, { exact: true }).waitFor(patience)
    expect(await names(page)).toEqual(before)
  }))
