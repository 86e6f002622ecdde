import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Expense } from '../../src/contract/expenses.ts'
import type { ReportRun, RunRecord } from '../../src/contract/reports.ts'
import app from '../../src/i18n/en/app.ts'
import common from '../../src/i18n/en/common.ts'
import expenses from '../../src/i18n/en/expenses.ts'
import indicators from '../../src/i18n/en/indicators.ts'
import reports from '../../src/i18n/en/reports.ts'
import ui from '../../src/i18n/en/ui.ts'
import { readWorkbook } from '../../src/sheets/read-workbook.ts'
import { openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { choose, dialogOf, given, patience, read, say, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const day = '2008-09-15'
const shownDay = '15 Sept 2008'
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The run on the screen, as the API tells it. */
const shownRun = (page: Page) =>
  read<ReportRun>(page, `/reports/runs/${new URL(page.url()).pathname.split('/').at(-1)}`)

/** Runs the report by a button and waits for the run's own page. */
async function run(page: Page, name: string, number: number): Promise<ReportRun> {
  const before = page.url()
  await button(page, name).click(patience)
  await page.waitForURL((url) => url.href !== before && url.pathname.includes('/reports/runs/'), patience)
  await page
    .getByText(new RegExp(`${say(reports.runNumber, { number })} of `))
    .first()
    .waitFor(patience)
  await settled(page)
  return shownRun(page)
}

const paidOf = ({ figures }: ReportRun) => figures.find(({ key }) => key === 'expenses_paid')

/** What was paid in euros, in minor units. */
const euros = (told: ReportRun) => paidOf(told)?.sums.find(({ currency }) => currency === 'EUR')?.minor ?? 0

it('tells the same again after edits, or says which records changed', () =>
  withContext(browser, async (context) => {
    const page = await openApp(await context.newPage(), `/reports?asOf=${day}`)
    await settled(page, reports.title)
    const { items } = await read<{ items: { id: string; name: string }[] }>(
      page,
      '/organisations?kind=cluster&q=lyonbiopole',
    )
    const [cluster = { id: '', name: '' }] = items
    const hall = await given<Expense>(page, '/expenses', {
      title: 'Hall hired',
      amount: { minor: 150_000, currency: 'EUR' },
      payerId: cluster.id,
      paidOn: '2008-06-20',
    })

    // Made and run: the figures of the day, and the records behind one.
    await button(page, reports.new).first().click(patience)
    const dialog = dialogOf(page, reports.new)
    await dialog.getByRole('combobox', { name: reports.field.kind }).click(patience)
    await page.getByRole('option', { name: reports.kind.cluster, exact: true }).click(patience)
    await choose(dialog.getByRole('textbox', { name: reports.about.cluster }), cluster.name)
    await dialog.getByRole('button', { name: common.create, exact: true }).click(patience)
    const title = `${reports.kind.cluster}: ${cluster.name}`
    await settled(page, title)
    const first = await run(page, say(reports.runAs, { date: shownDay }), 1)
    expect(euros(first)).toBeGreaterThanOrEqual(hall.amount.minor)

    // Nothing was changed: the same.
    const same = await run(page, reports.runAgain, 2)
    expect(same.figures).toEqual(first.figures)
    await page.getByText(/^Same figures and records as run 1 of /).waitFor(patience)

    // From the figure to its records, to one of them, which is changed; and back.
    const told = paidOf(first)
    const paid = indicators.measure.expenses_paid
    await page.getByRole('link', { name: new RegExp(`^${paid}: `) }).click(patience)
    const behind = page.getByRole('list', { name: say(reports.recordsOf, { figure: paid }) })
    await behind.getByRole('link', { name: hall.title }).waitFor(patience)
    expect(await behind.getByRole('listitem').count()).toBe(told?.count)
    await behind.getByRole('link', { name: hall.title }).click(patience)
    await settled(page, hall.title)
    const { amount } = expenses.page.fact
    await button(page, say(ui.edit.start, { field: amount })).click(patience)
    await page.getByRole('textbox', { name: amount }).fill('1750')
    await button(page, common.save).click(patience)
    await page.getByText(expenses.page.changed).first().waitFor(patience)
    await page.goBack()
    await settled(page, title)

    // The same day again: it says what differs, and in which record.
    const again = await run(page, reports.runAgain, 3)
    expect(euros(again)).toBe(euros(first) + 25_000)
    expect(again.before).toMatchObject({ number: 2, records: 1 })
    await page.getByText(/^Differs from run 2 of .*, 1 record\.$/).waitFor(patience)
    await page.getByRole('link', { name: reports.seeDifferences }).click(patience)
    await settled(page, say(reports.compareTitle, { first: 2, second: 3 }))
    const changed = page.getByRole('list', { name: reports.changedRecords }).first()
    await changed.getByRole('link', { name: hall.title }).waitFor(patience)
    const text = await changed.innerText()
    expect(text).toContain(reports.fate.changed)
    expect(text).toMatch(/1,500.*1,750/s)
    // What was told before is told as it was.
    expect(await read<ReportRun>(page, `/reports/runs/${first.id}`)).toEqual(first)
    await page.goBack()
    await settled(page, title)

    // As a workbook: every figure, and every record behind them.
    const [file] = await Promise.all([
      page.waitForEvent('download', patience),
      button(page, reports.xlsx).click(patience),
    ])
    expect(file.suggestedFilename()).toMatch(/ 2008-09-15\.xlsx$/)
    const [figures, records] = await readWorkbook(new Uint8Array(readFileSync(await file.path())))
    const cells = figures?.rows.find((row) => row[1] === paid && row[4] === 'EUR')
    expect(cells?.slice(2, 5)).toEqual([String(told?.count), String(euros(again) / 100), 'EUR'])
    expect(records?.rows).toHaveLength(again.records + 1)
    expect(records?.rows.find((row) => row.at(-1) === hall.id)?.slice(1, 5)).toEqual([
      hall.title,
      '2008-06-20',
      '1750',
      'EUR',
    ])

    // And on paper, with the same.
    await page.getByRole('link', { name: reports.print, exact: true }).click(patience)
    const sheet = page.getByRole('article')
    await sheet.getByText(new RegExp(`^${hall.title}, .*1,750`)).waitFor(patience)
    const { items: all } = await read<{ items: RunRecord[] }>(
      page,
      `/reports/runs/${again.id}/records?figure=expenses_paid&limit=100`,
    )
    for (const record of all) expect(await sheet.innerText()).toContain(record.title)
    // The day goes with the paper; what only serves the screen does not.
    await page.emulateMedia({ media: 'print' })
    expect(await sheet.innerText()).toContain(say(reports.asOf, { date: shownDay }))
    expect(await page.locator('body').innerText()).not.toContain(app.skipToContent)
    await page.emulateMedia({ media: null })
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const sizes = new Set(
      [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((found) =>
        found
          .slice(1)
          .map((side) => Math.round(Number(side)))
          .join(' × '),
      ),
    )
    expect([...sizes]).toEqual(['595 × 842'])
  }))
