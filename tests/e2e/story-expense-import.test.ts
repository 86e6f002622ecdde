import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Budget } from '../../src/contract/budget.ts'
import type { Claim } from '../../src/contract/claims.ts'
import type { Expense } from '../../src/contract/expenses.ts'
import type { Grant } from '../../src/contract/grants.ts'
import claims from '../../src/i18n/en/claims.ts'
import dossier from '../../src/i18n/en/dossier.ts'
import words from '../../src/i18n/en/expense-import.ts'
import expenses from '../../src/i18n/en/expenses.ts'
import rates from '../../src/i18n/en/rates.ts'
import settings from '../../src/i18n/en/settings.ts'
import ui from '../../src/i18n/en/ui.ts'
import { readSheetFile } from '../../src/sheets/read-sheet-file.ts'
import { ask, openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { fixDay, given, goTo, patience, read, say, settled, startEmpty } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** As French Excel writes it: semicolons, decimal commas, Windows' western letters, and four rows that can't be taken. */
const file = [
  'Date;Libellé;Fournisseur;Montant;Devise;Poste',
  '15/05/2008;Billets d’avion;Air France;1.234,50;EUR;Travel',
  '16/05/2008;Hôtel;;-99,00;EUR;Travel',
  '17/05/2008;Sushi;;15000,50;JPY;Travel',
  '18/05/2007;Taxi;;20,00;EUR;Travel',
  '19/05/2008;Stand;;100,00;XYZ;Events',
  '20/05/2008;Interprète;;300,00;EUR;Nothing like it',
].join('\r\n')
const signs: Record<string, number> = { '’': 0x92 }
const windows = (text: string) =>
  Buffer.from(Uint8Array.from(text, (letter) => signs[letter] ?? letter.charCodeAt(0)))

const plural = (message: string, count: number) => say(message, { count })
const listed = async (page: Page, grant: string) =>
  (await read<{ items: Expense[] }>(page, `/expenses?grant=${grant}&sort=title`)).items

async function grantWithLines(page: Page): Promise<Grant> {
  const grant = await given<Grant>(page, '/grants', {
    title: 'Alps Bio Cluster',
    starts: '2008',
    ends: '2010',
    total: { kind: 'exact', minor: 186_250_500 },
  })
  const at = `/grants/${grant.id}/budget/versions`
  const begun = await ask(page, at, { body: {}, version: grant.version })
  const versions = begun.body as Budget
  const id = versions.versions[0]?.id ?? ''
  const lines = [
    { category: 'travel', minor: 1_000_000 },
    { category: 'events', minor: 2_000_000 },
  ]
  const stored = await ask(page, `${at}/${id}/lines`, {
    method: 'PUT',
    body: { lines },
    version: versions.version,
  })
  const adopted = await ask(page, `${at}/${id}/adopt`, {
    body: { on: '2008-01-01' },
    version: (stored.body as Budget).version,
  })
  expect(adopted.status).toBe(200)
  return grant
}

const chooseFile = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer }, patience)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const cell = (page: Page, column: keyof typeof expenses.column, row: number) =>
  page.getByLabel(`${expenses.column[column]}, ${say(words.check.row, { number: row })}`, { exact: true })

async function contentOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(await download.path()))
}

it('a list of expenses is brought in, put right, tried, entered and taken back; then claimed and audited', () =>
  withContext(browser, async (context) => {
    const page = await openApp(await context.newPage())
    await startEmpty(page)
    await fixDay(page, '2008-09-15')
    const grant = await grantWithLines(page)

    await goTo(page, `/grants/${grant.id}/expenses`)
    await settled(page, grant.title)
    await page.getByRole('link', { name: expenses.file.import, exact: true }).click(patience)
    await chooseFile(page, 'dépenses.csv', windows(file))
    await button(page, words.source.next).click(patience)
    await button(page, plural(words.columns.next_other, 6)).click(patience)

    // Every row says what is wrong with it, and is put right where it stands.
    await page.getByText(expenses.wrong.amount.negative).waitFor(patience)
    await page.getByText(say(expenses.wrong.amount.too_precise, { currency: 'JPY' })).waitFor(patience)
    await page.getByText(expenses.wrong.currency).waitFor(patience)
    await page.getByText(expenses.wrong.line).waitFor(patience)
    expect(await button(page, words.check.try).isDisabled()).toBe(true)
    await cell(page, 'amount', 3).fill('99,00')
    await cell(page, 'amount', 4).fill('15 000')
    await cell(page, 'currency', 6).fill('CHF')
    await cell(page, 'line', 7).selectOption({ label: 'Events' })
    await page
      .getByRole('checkbox', {
        name: say(words.check.acceptNamed, { name: say(words.check.row, { number: 5 }) }),
      })
      .check()

    await button(page, words.check.try).click(patience)
    await page.getByText(plural(words.check.tried_other, 6)).waitFor(patience)
    expect(await listed(page, grant.id)).toEqual([])
    await button(page, plural(words.check.enter_other, 6)).click(patience)
    await page.getByText(plural(words.done_other, 6)).waitFor(patience)
    expect(
      (await listed(page, grant.id)).map(({ title, amount }) => [title, amount.minor, amount.currency]),
    ).toEqual([
      ['Billets d’avion', 123_450, 'EUR'],
      ['Hôtel', 9900, 'EUR'],
      ['Interprète', 30_000, 'EUR'],
      ['Stand', 10_000, 'CHF'],
      ['Sushi', 15_000, 'JPY'],
      ['Taxi', 2000, 'EUR'],
    ])
    await button(page, ui.toast.undo).last().click(patience)
    await expect.poll(() => listed(page, grant.id), patience).toEqual([])

    // The same file again: its columns are remembered, and nothing of it is there any more.
    await page.getByRole('link', { name: expenses.file.import, exact: true }).click(patience)
    await chooseFile(page, 'dépenses.csv', windows(file.split('\r\n').slice(0, 2).join('\r\n')))
    await button(page, words.source.next).click(patience)
    await page.getByText(words.columns.recalled).waitFor(patience)
    await button(page, plural(words.columns.next_one, 1)).click(patience)
    await button(page, words.check.try).click(patience)
    await button(page, plural(words.check.enter_one, 1)).click(patience)
    await page.getByText(plural(words.done_one, 1)).waitFor(patience)
    const [flight] = await listed(page, grant.id)

    // The list as a file.
    await button(page, expenses.file.export).click(patience)
    const [list] = await Promise.all([
      page.waitForEvent('download', patience),
      page.getByRole('menuitem', { name: expenses.file.xlsx }).click(patience),
    ])
    const sheets = await readSheetFile(await contentOf(list))
    expect(sheets.sheets[0]?.rows[1]?.slice(0, 7)).toEqual([
      '2008-05-15',
      'Paid',
      'Billets d’avion',
      'Air France',
      '',
      '1234.5',
      'EUR',
    ])

    // The claim, and what its auditor gets.
    await goTo(page, `/grants/expenses/${flight?.id}`)
    await settled(page, flight?.title)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'ticket.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF ticket') })
    await page
      .getByRole('button', { name: say(dossier.documents.download, { name: 'ticket.pdf' }) })
      .waitFor(patience)
    const claim = await given<Claim>(page, `/grants/${grant.id}/claims`, {
      from: '2008-01-01',
      to: '2008-06-30',
    })
    await goTo(page, `/grants/${grant.id}/claims/${claim.id}`)
    await button(page, claims.papers.audit).waitFor(patience)
    const [archive] = await Promise.all([
      page.waitForEvent('download', patience),
      button(page, claims.papers.audit).click(patience),
    ])
    const parts = unzipSync(await contentOf(archive))
    expect(Buffer.from(parts['receipts/0001-1 ticket.pdf'] ?? []).toString()).toBe('%PDF ticket')
    const audited = await readSheetFile(parts['claim-1.xlsx'] ?? new Uint8Array())
    const summary = new Map(audited.sheets[0]?.rows.map(([name, ...rest]) => [name, rest]))
    expect(summary.get('Total')?.slice(0, 2)).toEqual(['1234.5', '1234.5'])
  }))

it('newer rates are checked, looked at and taken', () =>
  withContext(browser, async (context) => {
    const page = await openApp(await context.newPage())
    await goTo(page, '/settings')
    await settled(page, settings.title)
    await page.getByRole('link', { name: settings.more.rates }).click(patience)
    await button(page, rates.import.choose).waitFor(patience)
    const known = '2026-04-13,1.1684,186.75,'
    const rows = (...days: string[]) => Buffer.from(['Date,USD,JPY,', ...days].join('\n'))
    await chooseFile(page, 'eurofxref-hist.csv', rows('2026-04-13,1.2,186.75,'))
    await page
      .getByText(plural(rates.import.whyRefused_one, 1))
      .first()
      .waitFor({ ...patience, state: 'attached' })
    await button(page, rates.import.refuse).click(patience)
    await chooseFile(page, 'eurofxref-hist.csv', rows('2026-04-18,1.9,187.1,', known))
    await page.getByText(/is a day of a weekend/).waitFor(patience)
    await button(page, plural(rates.import.accept_one, 1)).click(patience)
    await page.getByText(plural(rates.import.taken_one, 1)).waitFor(patience)
    expect(await read(page, '/rates')).toMatchObject({ newest: '2026-04-18', imported: 1 })
  }))
