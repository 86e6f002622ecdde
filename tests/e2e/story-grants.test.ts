import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Position } from '../../src/contract/budget.ts'
import type { Claim, ClaimRow, listClaims } from '../../src/contract/claims.ts'
import type { Reply } from '../../src/contract/endpoint.ts'
import type { Expense } from '../../src/contract/expenses.ts'
import type { Grant } from '../../src/contract/grants.ts'
import budget from '../../src/i18n/en/budget.ts'
import claims from '../../src/i18n/en/claims.ts'
import common from '../../src/i18n/en/common.ts'
import expenses from '../../src/i18n/en/expenses.ts'
import grants from '../../src/i18n/en/grants.ts'
import ui from '../../src/i18n/en/ui.ts'
import { openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import {
  choose,
  dialogOf,
  fixDay,
  given,
  goTo,
  patience,
  read,
  say,
  settled,
  startEmpty,
} from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const title = 'Alps Bio Cluster'
const funders = ['European Commission', 'Région Rhône-Alpes', 'Département de l’Isère', 'La Métro']

const field = (within: Locator | Page, name: string) =>
  within.getByRole('textbox', { name, exact: true }).or(within.getByRole('combobox', { name, exact: true }))
const button = (within: Locator | Page, name: string) => within.getByRole('button', { name, exact: true })
const told = (page: Page, text: string) => page.getByText(text).first().waitFor(patience)

/** The bodies of the press release that the manager knows already. */
async function knownBodies(page: Page): Promise<void> {
  for (const name of funders) await given(page, '/organisations', { name, kinds: ['funder'] })
  const coordinator = await given(page, '/organisations', {
    name: 'ADEBAG',
    kinds: ['cluster'],
    country: 'FR',
  })
  await given(page, '/organisations', { name: 'Lyonbiopôle', kinds: ['cluster'], country: 'FR' })
  const members = [{ organisationId: coordinator.id, role: 'coordinator' }]
  await given(page, '/alliances', { name: title, members })
}

/** The grant as the press release of 24 October 2008 tells it: €1,862,505 over 2008-2011, 76% from the Commission. */
async function newGrant(page: Page): Promise<string> {
  await goTo(page, '/grants?dialog=new-grant')
  const dialog = dialogOf(page, grants.new.title)
  await field(dialog, grants.fact.title).fill(title)
  await choose(field(dialog, grants.fact.alliance), title)
  await field(dialog, grants.fact.starts).fill('2008')
  await field(dialog, grants.fact.ends).fill('2011')
  await field(dialog, grants.fact.total).fill('1 862 505')
  for (const [index, name] of funders.entries()) {
    if (index > 0) await button(dialog, grants.funders.add).click()
    await choose(dialog.getByRole('textbox', { name: grants.funders.organisation }).last(), name)
  }
  await dialog.getByRole('textbox', { name: grants.funders.percent }).first().fill('76')
  await button(dialog, common.create).click(patience)
  await settled(page, title)
  const { items } = await read<{ items: Grant[] }>(page, '/grants')
  return items[0]?.id ?? ''
}

/** The three others contribute as well; how much each, nobody has said. */
async function seeFunders(page: Page, id: string): Promise<void> {
  await goTo(page, `/grants/${id}/facts`)
  await told(page, '€447,001.20')
  const { uncovered, funders: held } = await read<Grant>(page, `/grants/${id}`)
  expect(uncovered).toBe(44_700_120)
  expect(held[0]?.contribution).toBe(141_550_380)
  expect(held.map(({ share }) => share.kind)).toEqual(['share', 'unknown', 'unknown', 'unknown'])
}

/** A budget of two headings, typed into the matrix and adopted. */
async function budgetOf(page: Page, id: string): Promise<void> {
  await goTo(page, `/grants/${id}/budget`)
  await button(page, budget.version.begin).click(patience)
  const matrix = page.getByRole('table', { name: budget.version.draftBadge })
  const amount = (row: string) =>
    matrix
      .getByRole('row', { name: new RegExp(`^${row}`) })
      .getByRole('textbox')
      .first()
  await amount(grants.category.travel).fill('60 000')
  await page.keyboard.press('Tab')
  await amount(grants.category.events).fill('1 802 505')
  await button(page, budget.pivot.save).click(patience)
  await told(page, budget.pivot.saved)
  await button(page, budget.version.adopt).click(patience)
  const dialog = dialogOf(page, budget.version.adoptTitle)
  await field(dialog, budget.version.adoptOn).fill('1 Jan 2008')
  await button(dialog, budget.version.adoptNow).click()
  await dialog.waitFor({ ...patience, state: 'detached' })
  const position = await read<Position>(page, `/grants/${id}/position`)
  expect(position.total.budget).toBe(186_250_500)
}

/** What is typed of an expense, field by field; the state between day and title is left as it is. */
const typedRows: readonly (readonly string[])[] = [
  ['4 Feb 2008', '', 'Flights to Grenoble', 'Alpair', 'A-1', '1 200,50', 'EUR'],
  ['14 Feb 2008', '', 'Hotel in Geneva', 'Hôtel du Lac', 'H-7', '980', 'CHF'],
  // Seventeen more of the second half of the year, each in its turn with a point, a comma, or neither.
  ...Array.from({ length: 17 }, (_, n) => [
    `${n + 1} Aug 2008`,
    '',
    `Train ${n + 1}`,
    'Alpes Rail',
    `T-${n + 1}`,
    ['10.50', '10,50', '11'][n % 3] ?? '',
    'EUR',
  ]),
  // The next row begins with its day.
  ['30 Jun 2008', '', 'Room for the founding meeting', 'Palais du Rhône', 'P-3', '4 000', 'EUR'],
]

/** Goes on by Tab from where the page begins until a field of that column has the focus. */
async function tabToCell(page: Page, cell: string): Promise<void> {
  const held = () => page.evaluate(() => document.activeElement?.getAttribute('data-cell'))
  for (let step = 0; step < 80 && (await held()) !== cell; step++) await page.keyboard.press('Tab')
  expect(await held()).toBe(cell)
}

/** Twenty expenses without touching the mouse: Tab goes on, Enter enters, and the next row begins like the last. */
async function byKeyboard(page: Page, id: string): Promise<void> {
  await goTo(page, `/grants/${id}/expenses`)
  await page.locator('[data-cell=day]').first().waitFor(patience)
  await page.evaluate(() => {
    addEventListener('pointerdown', () => document.body.setAttribute('data-touched', ''), true)
  })
  await tabToCell(page, 'day')
  for (const row of typedRows) {
    for (const [place, text] of row.entries()) {
      if (place > 0) await page.keyboard.press('Tab')
      if (!text) continue
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    }
    await page.keyboard.press('Enter')
    await told(page, say(expenses.grid.enteredNamed, { title: row[2] ?? '' }))
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('data-cell') === 'day',
      undefined,
      patience,
    )
  }
  expect(await page.locator('body[data-touched]').count()).toBe(0)
  const { items } = await read<{ items: Expense[] }>(page, `/expenses?grant=${id}&sort=date`)
  expect(items).toHaveLength(typedRows.length)
  expect(items.slice(0, 3).map((one) => [one.title, one.paidOn, one.amount])).toEqual([
    ['Flights to Grenoble', '2008-02-04', { minor: 120_050, currency: 'EUR' }],
    ['Hotel in Geneva', '2008-02-14', { minor: 98_000, currency: 'CHF' }],
    ['Room for the founding meeting', '2008-06-30', { minor: 400_000, currency: 'EUR' }],
  ])
  expect(items.slice(3).map((one) => [one.paidOn, one.amount.minor])).toEqual(
    Array.from({ length: 17 }, (_, n) => [
      `2008-08-${String(n + 1).padStart(2, '0')}`,
      n % 3 < 2 ? 1050 : 1100,
    ]),
  )
  expect(items[1]?.shares[0]?.rate).toMatchObject({ policy: 'day', on: '2008-02-14' })
}

/** Without a connection, what is typed and entered stays, and goes out once there is one again. */
async function offline(context: BrowserContext, page: Page, id: string): Promise<void> {
  const name = `, ${say(expenses.grid.new, { number: 1 })}`
  await field(page, expenses.column.title + name).fill('Taxi in Innsbruck')
  await page.reload()
  await settled(page, title)
  const kept = field(page, expenses.column.title + name)
  await expect.poll(() => kept.inputValue(), patience).toBe('Taxi in Innsbruck')
  await context.setOffline(true)
  await field(page, expenses.column.amount + name).fill('41,50')
  await kept.press('Enter')
  await page.getByRole('link', { name: 'Taxi in Innsbruck' }).waitFor(patience)
  await context.setOffline(false)
  await page.reload()
  await settled(page, title)
  const { items } = await read<{ items: Expense[] }>(page, `/expenses?grant=${id}&q=taxi`)
  expect(items).toHaveLength(1)
}

async function transfer(page: Page, id: string): Promise<void> {
  await goTo(page, `/grants/${id}/budget?dialog=new-transfer`)
  const dialog = dialogOf(page, budget.transfer.new)
  await choose(field(dialog, budget.transfer.from), grants.category.events)
  await choose(field(dialog, budget.transfer.to), grants.category.travel)
  await field(dialog, say(budget.transfer.amount, { currency: 'EUR' })).fill('5 000')
  await button(dialog, budget.transfer.make).click(patience)
  await dialog.waitFor({ ...patience, state: 'detached' })
  const { lines, total } = await read<Position>(page, `/grants/${id}/position`)
  const budgets = lines.flatMap(({ lineId, figures }) => (lineId ? figures.budget : []))
  expect(budgets.sort((a, b) => a - b)).toEqual([6_500_000, 179_750_500])
  expect(total.budget).toBe(186_250_500)
}

type Claims = Reply<typeof listClaims>

async function claim(page: Page, id: string, from: string, to: string): Promise<string> {
  await goTo(page, `/grants/${id}/claims?dialog=new-claim`)
  const dialog = dialogOf(page, claims.new.title)
  await field(dialog, claims.new.from).fill(from)
  await field(dialog, claims.new.to).fill(to)
  await button(dialog, claims.new.create).click(patience)
  await dialog.waitFor({ ...patience, state: 'detached' })
  const { items } = await read<Claims>(page, `/grants/${id}/claims`)
  return items[0]?.id ?? ''
}

async function freeze(page: Page, id: string, claimId: string): Promise<void> {
  await goTo(page, `/grants/${id}/claims/${claimId}`)
  await button(page, claims.action.freeze).click(patience)
  const dialog = dialogOf(page, claims.step.freezeTitle)
  await field(dialog, claims.step.on).fill('15 Jul 2008')
  await button(dialog, claims.step.freezeNow).click()
  await dialog.waitFor({ ...patience, state: 'detached' })
}

/** What was frozen stays; what changes of it afterwards is made up for in the next claim. */
async function correctAfterwards(page: Page, id: string): Promise<void> {
  const first = await claim(page, id, '1 Jan 2008', '30 Jun 2008')
  await freeze(page, id, first)
  const { items } = await read<{ items: Expense[] }>(page, `/expenses?grant=${id}&q=flights`)
  await goTo(page, `/grants/expenses/${items[0]?.id}`)
  await settled(page, 'Flights to Grenoble')
  await page
    .getByRole('button', { name: say(ui.edit.start, { field: expenses.page.fact.amount }) })
    .click(patience)
  await page.getByRole('textbox', { name: expenses.page.fact.amount }).fill('1 100,50')
  await button(page, common.save).click()
  await told(page, expenses.page.changed)
  expect(await read<Claim>(page, `/claims/${first}`)).toMatchObject({ state: 'frozen', rowCount: 4 })
  const second = await claim(page, id, '1 Jul 2008', '31 Dec 2008')
  const rows = await read<{ items: ClaimRow[] }>(page, `/claims/${second}/rows`)
  const adjustments = rows.items.filter(({ kind }) => kind === 'adjustment')
  expect(adjustments).toMatchObject([{ claimedBefore: 120_050, amount: -10_000 }])
}

/** The report is a sheet for paper, and each of its figures opens what it is made of. */
async function report(page: Page, id: string): Promise<void> {
  await goTo(page, `/grants/${id}/report`)
  await settled(page, say(grants.report.title, { title }))
  const sheet = page.getByRole('article')
  await sheet.getByText('€1,415,503.80').waitFor(patience)
  const { total } = await read<Position>(page, `/grants/${id}/position`)
  const paid = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(total.paid / 100)
  await sheet.getByRole('link', { name: paid }).first().waitFor(patience)
  await page.emulateMedia({ media: 'print' })
  expect(await button(page, ui.paper.print).isVisible()).toBe(false)
  expect(await sheet.isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
  await sheet.getByRole('link', { name: paid }).first().click()
  await page.getByRole('link', { name: 'Room for the founding meeting' }).waitFor(patience)
}

it(
  'sets up Alps Bio Cluster from the press release, spends, transfers, claims, corrects and reports',
  () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage())
      await settled(page)
      await startEmpty(page)
      await fixDay(page, '31 Dec 2008')
      await knownBodies(page)
      const id = await newGrant(page)
      await seeFunders(page, id)
      await budgetOf(page, id)
      await byKeyboard(page, id)
      await offline(context, page, id)
      await transfer(page, id)
      await correctAfterwards(page, id)
      await report(page, id)
    }),
  300_000,
)
