import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Agreement } from '../../src/contract/agreements.ts'
import type { Alliance } from '../../src/contract/alliances.ts'
import agreements from '../../src/i18n/en/agreements.ts'
import app from '../../src/i18n/en/app.ts'
import common from '../../src/i18n/en/common.ts'
import history from '../../src/i18n/en/history.ts'
import overview from '../../src/i18n/en/overview.ts'
import signing from '../../src/i18n/en/signing.ts'
import { openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import {
  begin,
  choose,
  create,
  dialogOf,
  fixDay,
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

const title = 'Partnership agreement with the Kansai Bio Promotion Council'
const council = 'Kansai Bio Promotion Council'
const clusters = ['Cancer-Bio-Santé', 'Lyonbiopôle', 'Alsace BioValley']
const alliance = 'Life Science Corridor France'
const signatories = [
  { party: 'Cancer-Bio-Santé', given: 'Jean-Pierre', family: 'Saintouil', capacity: 'general manager' },
  {
    party: 'Lyonbiopôle',
    given: 'Bruno',
    family: 'Bombarde',
    capacity: 'president of bioMérieux Japan',
    belongsTo: 'bioMérieux Japan',
  },
  { party: 'Alsace BioValley', given: 'Nicolas', family: 'Carboni', capacity: 'general manager' },
  { party: council, given: 'Masahiro', family: 'Nadamoto', capacity: 'president' },
]
const witnesses = [
  { name: 'Luc Rousseau', capacity: 'director general for enterprises' },
  { name: 'Alain Griot', capacity: 'head of the technology-partnership office' },
]
const organisers = ['Osaka Chamber of Commerce and Industry', 'Osaka cluster', 'Kobe cluster']
const actions = [
  'Collaboration programmes in research, marketing and sales, and finance',
  'Translational research and intellectual property',
  'Seminars in France and Japan',
  'Joint presence at international events',
]

const field = (within: Locator, name: string) =>
  within.getByRole('textbox', { name, exact: true }).or(within.getByRole('combobox', { name, exact: true }))
const button = (within: Locator, name: string) => within.getByRole('button', { name, exact: true })

/** Adds a body that is not known yet, where a party or another body is asked for. */
async function addBody(within: Locator, at: Locator, name: string, country: string): Promise<void> {
  await create(at, name)
  const panel = within.getByRole('group', { name: agreements.quick.newOrganisation })
  await choose(field(panel, agreements.quick.country), country)
  await button(panel, common.add).click()
  await panel.waitFor({ ...patience, state: 'detached' })
}

/** The first step: the agreement is new, and so are its alliance and all its parties. */
async function newAgreement(dialog: Locator): Promise<void> {
  await button(dialog, signing.choose.new).click(patience)
  await field(dialog, agreements.fact.title).fill(title)
  const home = dialog.getByRole('group', { name: common.side.home })
  for (const name of clusters) await addBody(home, field(home, agreements.form.add.home), name, 'France')
  const partner = dialog.getByRole('group', { name: common.side.partner })
  await addBody(partner, field(partner, agreements.form.add.partner), council, 'Japan')
  await create(field(dialog, agreements.fact.alliance), alliance)
  const panel = dialog.getByRole('group', { name: agreements.quick.newAlliance })
  await panel.getByText(agreements.quick.allianceMembers).waitFor(patience)
  await button(panel, common.add).click()
  await panel.waitFor({ ...patience, state: 'detached' })
  await button(dialog, signing.choose.create).click()
}

/** The second step: when and where, four signatories nobody knew, and who else was there. */
async function whoSigned(dialog: Locator): Promise<void> {
  await field(dialog, signing.when.date).fill('4 Feb 2008')
  await field(dialog, signing.when.time).fill('1045')
  await field(dialog, signing.when.place).fill('Osaka')
  const zone = field(dialog, signing.when.zone)
  await expect.poll(() => zone.inputValue(), patience).toMatch(/^Tokyo/)
  await dialog.getByText('02:45 in Paris').waitFor(patience)
  for (const { party, given, family, capacity, belongsTo } of signatories) {
    const row = dialog.getByRole('group', { name: party, exact: true })
    await create(field(row, signing.who.label), `${given} ${family}`)
    expect(await field(row, signing.who.given).inputValue()).toBe(given)
    expect(await field(row, signing.who.family).inputValue()).toBe(family)
    await field(row, signing.who.capacity).fill(capacity)
    if (!belongsTo) continue
    await button(row, signing.who.addBelongsTo).click()
    await addBody(row, field(row, signing.who.belongsTo), belongsTo, 'Japan')
  }
  const present = dialog.getByRole('region', { name: signing.present.title })
  for (const { name, capacity } of witnesses) {
    await button(present, signing.present.addWitness).click()
    const row = present.getByRole('listitem').last()
    await create(field(row, signing.present.witness), name)
    await field(row, signing.who.capacity).fill(capacity)
  }
  for (const name of organisers) {
    await button(present, signing.present.addOrganiser).click()
    const row = present.getByRole('listitem').last()
    await addBody(row, field(row, signing.present.organiser), name, 'Japan')
  }
  await button(dialog, common.next).click()
}

/** The third step: the document, the period, what was agreed on. */
async function whatFollows(page: Page, dialog: Locator): Promise<void> {
  const chooser = page.waitForEvent('filechooser', patience)
  await button(dialog, signing.document.choose).click(patience)
  await (await chooser).setFiles({
    name: 'kansai-2008.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
  })
  await field(dialog, signing.period.starts).fill('2008')
  await field(dialog, signing.period.ends).fill('2010')
  await field(dialog, signing.actions.label).fill(actions.map((action) => `- ${action}`).join('\n'))
  await dialog.getByText(say(signing.actions.count_other, { count: 4 })).waitFor(patience)
  await dialog.getByText(say(signing.summary.complete, { date: '4 Feb 2008' })).waitFor(patience)
  await button(dialog, signing.save).click()
  await dialog.waitFor({ ...patience, state: 'detached' })
}

it(
  'enters and signs the Kansai agreement in an empty workspace, by mouse',
  () =>
    withContext(
      browser,
      async (context) => {
        const page = await openApp(await context.newPage(), '/settings')
        await startEmpty(page)
        await fixDay(page, '15 Sep 2008')
        await goTo(page, '/agreements')
        await settled(page, agreements.title)

        await begin(page, 'signature')
        const dialog = dialogOf(page, signing.title)
        await newAgreement(dialog)
        await whoSigned(dialog)
        await whatFollows(page, dialog)

        const { items } = await read<{ items: { id: string }[] }>(page, '/agreements')
        expect(items).toHaveLength(1)
        const id = items[0]?.id ?? ''
        await goTo(page, `/agreements/${id}`)
        await settled(page, title)
        await page
          .getByText(say(agreements.parties.meter_other, { count: 4, total: 4 }))
          .first()
          .waitFor(patience)
        await page.getByText(common.status.active, { exact: true }).first().waitFor(patience)
        for (const { given, family, capacity } of signatories) {
          await page
            .getByRole('link', { name: `${given} ${family}`, exact: true })
            .first()
            .waitFor(patience)
          await page.getByText(`, ${capacity}`).first().waitFor(patience)
        }
        await page.getByText('kansai-2008.pdf').first().waitFor(patience)

        const made = await read<Agreement>(page, `/agreements/${id}`)
        expect(made.status).toBe('active')
        expect(made.alliance?.name).toBe(alliance)
        const allied = await read<Alliance>(page, `/alliances/${made.alliance?.id}`)
        expect(allied.members.map((member) => member.organisationName).toSorted()).toEqual(
          clusters.toSorted(),
        )
        expect(made.negotiator?.name).toBe('Cancer-Bio-Santé')
        expect([made.starts, made.ends, made.signedOn]).toEqual(['2008', '2010', '2008-02-04'])
        expect(made.signatures.map(({ instant }) => Date.parse(instant ?? ''))).toEqual(
          Array.from({ length: 4 }, () => Date.parse('2008-02-04T01:45:00Z')),
        )
        expect(made.signatures.map(({ timeZone, place }) => [timeZone, place])).toEqual(
          Array.from({ length: 4 }, () => ['Asia/Tokyo', 'Osaka']),
        )
        expect(made.signatures.find(({ person }) => person?.name === 'Bruno Bombarde')).toMatchObject({
          capacity: 'president of bioMérieux Japan',
          belongsTo: { name: 'bioMérieux Japan' },
        })
        expect(made.actions.map((action) => action.title)).toEqual(actions)
        expect(
          made.attendees.map(({ role, person, organisation }) => [role, (person ?? organisation)?.name]),
        ).toEqual([
          ...witnesses.map(({ name }) => ['witness', name]),
          ...organisers.map((name) => ['organiser', name]),
        ])

        await page.getByRole('button', { name: app.search.button }).click()
        const palette = dialogOf(page, app.search.title)
        await palette.getByRole('combobox').fill('nadamotto')
        await palette.getByRole('option', { name: 'Masahiro Nadamoto' }).first().click(patience)
        await settled(page, 'Masahiro Nadamoto')

        await page
          .getByRole('navigation', { name: app.mainNavigation })
          .getByRole('link', { name: app.nav.overview, exact: true })
          .click()
        await settled(page, overview.title)
        const activity = page.getByRole('region', { name: overview.activity.title })
        await activity.getByText(history.verb['agreements.sign']).first().waitFor(patience)
        await activity.getByRole('link', { name: title }).first().click()
        await settled(page, title)

        const timeline = page.getByRole('region', { name: history.title })
        const entry = timeline
          .getByRole('listitem')
          .filter({ hasText: history.verb['agreements.sign'] })
          .first()
        await button(entry, common.undo).click(patience)
        await page
          .getByText(say(agreements.parties.meter_other, { count: 0, total: 4 }))
          .first()
          .waitFor(patience)
        expect((await read<Agreement>(page, `/agreements/${id}`)).signatures).toEqual([])
      },
      { viewport: { width: 1440, height: 900 } },
    ),
  300_000,
)
