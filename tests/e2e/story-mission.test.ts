import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Schedule } from '../../src/contract/meetings.ts'
import type { Mission } from '../../src/contract/missions.ts'
import type { MissionResults } from '../../src/contract/outcomes.ts'
import common from '../../src/i18n/en/common.ts'
import meetings from '../../src/i18n/en/meetings.ts'
import missions from '../../src/i18n/en/missions.ts'
import onSite from '../../src/i18n/en/on-site.ts'
import participations from '../../src/i18n/en/participations.ts'
import programme from '../../src/i18n/en/programme.ts'
import results from '../../src/i18n/en/results.ts'
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

const title = 'Bio-Japan 2008'
const companies = ['Adocia', 'Nicox', 'Trophos']
const counterparts = ['Kobe Cell', 'Osaka Bio', 'Sakai Pharma']

const field = (within: Locator | Page, name: string) =>
  within.getByRole('textbox', { name, exact: true }).or(within.getByRole('combobox', { name, exact: true }))
const button = (within: Locator | Page, name: string) => within.getByRole('button', { name, exact: true })
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: say(missions.tab.label, { title }) }).getByRole('link', { name })
/** Opens a list in which nothing can be typed, and takes the option that reads so. */
async function pick(list: Locator, option: string): Promise<void> {
  await list.click(patience)
  await list.page().getByRole('option', { name: option, exact: true }).click(patience)
}
const told = (page: Page, text: string) => page.getByText(text).first().waitFor(patience)

/** Those whom the manager knows already: a cluster with its members, and whom they could meet. */
async function knownBodies(page: Page): Promise<void> {
  const cluster = await given(page, '/organisations', {
    name: 'Lyonbiopôle',
    kinds: ['cluster'],
    country: 'FR',
  })
  const affiliations = [{ toId: cluster.id, role: 'member' }]
  for (const name of companies)
    await given(page, '/organisations', { name, kinds: ['company'], country: 'FR', affiliations })
  for (const name of counterparts)
    await given(page, '/organisations', { name, kinds: ['company'], country: 'JP' })
  await given(page, '/markets', { name: 'Japan', country: 'JP', timeZone: 'Asia/Tokyo' })
}

/** The mission itself, from the template of a trade fair; gives its id. */
async function newMission(page: Page): Promise<string> {
  await goTo(page, '/missions')
  await settled(page, missions.title)
  await button(page, missions.new.title).first().click(patience)
  const dialog = dialogOf(page, missions.new.title)
  await field(dialog, missions.fact.title).fill(title)
  await field(dialog, missions.fact.starts).fill('15 Oct 2008')
  await field(dialog, missions.fact.ends).fill('17 Oct 2008')
  await choose(field(dialog, missions.fact.market), 'Japan')
  await expect.poll(() => field(dialog, missions.fact.timeZone).inputValue(), patience).toMatch(/^Tokyo/)
  await choose(field(dialog, missions.new.lead), 'Lyonbiopôle')
  await field(dialog, missions.fact.town).fill('Yokohama')
  await dialog.getByText('19 Mar 2008').waitFor(patience)
  await button(dialog, common.create).click()
  await settled(page, title)
  await page.getByRole('checkbox', { name: missions.template.bookStand }).waitFor(patience)
  const { items } = await read<{ items: Mission[] }>(page, '/missions')
  expect(items).toMatchObject([{ title, kind: 'trade_fair', timeZone: 'Asia/Tokyo' }])
  return items[0]?.id ?? ''
}

/** Takes in everybody that is offered, as `state`: the cluster's members, or those of the country. */
async function takeIn(page: Page, side: 'home' | 'partner', state: 'invited' | 'accepted'): Promise<void> {
  await button(page, participations.invite.button[side]).first().click(patience)
  const dialog = dialogOf(page, participations.invite.title[side])
  if (side === 'home') await pick(field(dialog, participations.invite.memberOf), 'Lyonbiopôle')
  await dialog.getByText(say(participations.invite.found_other, { count: 3 })).waitFor(patience)
  await button(dialog, participations.invite.all).click()
  await pick(field(dialog, participations.invite.state), common.participationState[state])
  await button(dialog, say(participations.invite.action_other, { count: 3 })).click()
  await dialog.waitFor({ ...patience, state: 'detached' })
}

async function whoTakesPart(page: Page): Promise<void> {
  await tab(page, missions.tab.companies).click()
  await takeIn(page, 'home', 'invited')
  for (const state of ['applied', 'accepted'] as const)
    for (const name of companies) {
      const step = say(participations.step.named, { step: participations.step.verb[state], name })
      await button(page, step).click(patience)
      // What is known of the company comes first where it is given a place.
      if (state === 'accepted') {
        const dialog = dialogOf(page, participations.step.title.accepted)
        await button(dialog, participations.step.action.accepted).click(patience)
        await dialog.waitFor({ ...patience, state: 'detached' })
      }
      await told(page, say(participations.moved.one, { name, state: common.participationState[state] }))
    }
  await page
    .getByRole('navigation', { name: participations.sides })
    .getByRole('link', { name: participations.side.partner })
    .click()
  await takeIn(page, 'partner', 'accepted')
}

/** Whom each asked for, as it came from them: one name is not known. */
const wishes = [
  'From\tTo\tWish',
  'Adocia\tKobe Cell\tmust',
  'Kobe Cell\tAdocia\twant',
  'Nicox\tKobe Cell\twant',
  'Kobe Cell\tNicox\topen',
  'Nicox\tSakai Yakuhin\twant',
  'Sakai Pharma\tNicox\twant',
  'Trophos\tOsaka Bio\tmust',
  'Osaka Bio\tTrophos\tmust',
].join('\n')

async function requests(page: Page): Promise<void> {
  await tab(page, missions.tab.meetings).click()
  await page.getByRole('link', { name: meetings.view.requests, exact: true }).click(patience)
  await button(page, meetings.import.open).first().click(patience)
  const dialog = dialogOf(page, meetings.import.title)
  await dialog.getByRole('textbox', { name: meetings.import.paste }).fill(wishes)
  await button(dialog, say(meetings.import.check_other, { count: 8 })).click(patience)
  await dialog.getByText(say(meetings.import.ready_other, { count: 7 })).waitFor(patience)
  await dialog.getByLabel('Whom, row 6').selectOption('Sakai Pharma')
  await button(dialog, say(meetings.import.enter_other, { count: 8 })).click(patience)
  await dialog.waitFor({ ...patience, state: 'detached' })
}

async function slotsAndTables(page: Page): Promise<void> {
  await page.getByRole('link', { name: meetings.view.setup, exact: true }).click()
  await button(page, say(meetings.setup.use_other, { count: 42 })).click(patience)
  await page.getByRole('textbox', { name: meetings.setup.howMany }).fill('8')
  await button(page, say(meetings.setup.addTables_other, { count: 8 })).click()
  await button(page, common.save).click()
  await told(page, meetings.setup.saved)
}

async function automaticSchedule(page: Page, id: string): Promise<Schedule> {
  await page.getByRole('link', { name: meetings.view.schedule, exact: true }).click()
  await button(page, meetings.plan.automatic).click(patience)
  await button(page, meetings.plan.apply).click(patience)
  await told(page, say(meetings.plan.applied, { placed: 4, wanted: 4 }))
  const schedule = await read<Schedule>(page, `/missions/${id}/schedule`)
  expect(schedule.meetings.filter(({ slotId }) => slotId !== null)).toHaveLength(4)
  return schedule
}

async function printed(page: Page, id: string): Promise<void> {
  await goTo(page, `/missions/${id}/programmes`)
  await settled(page, programme.programmesOf.home)
  for (const name of companies)
    await page.getByRole('article', { name: say(programme.title, { name }) }).waitFor(patience)
  // On both clocks: the mission is planned in Paris.
  await page.getByRole('columnheader', { name: 'Time in Paris' }).first().waitFor(patience)
  await page.emulateMedia({ media: 'print' })
  // On paper there is nothing but the sheets.
  await expect.poll(() => page.getByRole('navigation').count()).toBe(0)
  await expect.poll(() => page.getByRole('button').count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })
}

/** On the first day of meetings: who is there, and what became of the first meeting. Gives the two who met. */
async function atTheFair(page: Page, id: string): Promise<string> {
  await goTo(page, `/missions/${id}/on-site`)
  await settled(page, title)
  const meeting = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('radio', { name: onSite.state.held }) })
  await meeting.first().waitFor(patience)
  const met = await meeting.first().getByRole('link').first().innerText()
  await meeting.first().getByText(onSite.state.held, { exact: true }).click()
  const rating = meeting.first().getByRole('combobox', { name: onSite.rating })
  await pick(rating, onSite.ratings.cooperation_possible)
  const recorded = async () => {
    const { meetings: all } = await read<Schedule>(page, `/missions/${id}/schedule`)
    return all.filter(({ state }) => state === 'held').map((one) => one.rating)
  }
  await expect.poll(recorded, patience).toEqual(['cooperation_possible'])
  return met
}

async function whatCameOfIt(page: Page, met: string): Promise<void> {
  await tab(page, missions.tab.results).click()
  const step = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} 1\\b`) })
  await step(results.funnel.step.useful).waitFor(patience)
  await button(page, results.outcomes.add).click()
  const dialog = dialogOf(page, results.outcomes.add)
  await field(dialog, results.outcomes.fields.title).fill('Joint assay')
  await choose(field(dialog, results.outcomes.fields.meeting), met.replace(' and ', ' – '))
  await button(dialog, common.save).click()
  await dialog.waitFor({ ...patience, state: 'detached' })
  await step(results.funnel.step.outcome).waitFor(patience)
  await button(page, results.followUp.plan).click()
  await told(page, say(results.followUp.planned_other, { count: 9 }))
}

it(
  'plans Bio-Japan from nothing to results',
  () =>
    withContext(
      browser,
      async (context) => {
        const page = await openApp(await context.newPage(), '/settings')
        await startEmpty(page)
        await fixDay(page, '1 Sep 2008')
        await knownBodies(page)
        const id = await newMission(page)
        await whoTakesPart(page)
        await requests(page)
        await slotsAndTables(page)
        const { slots, meetings: placed } = await automaticSchedule(page, id)
        await printed(page, id)

        const days = placed.map(({ slotId }) => slots.find((slot) => slot.id === slotId)?.day ?? '').sort()
        await fixDay(page, days[0] ?? '')
        const met = await atTheFair(page, id)
        await whatCameOfIt(page, met)

        const { funnel, followUp } = await read<MissionResults>(page, `/missions/${id}/results`)
        expect(funnel.map(({ step, count }) => [step, count])).toEqual([
          ['requested', 4],
          ['accepted', 4],
          ['scheduled', 4],
          ['held', 1],
          ['useful', 1],
          ['outcome', 1],
        ])
        expect(new Set(followUp.map(({ organisation }) => organisation.name))).toEqual(new Set(companies))
      },
      { viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/Paris' },
    ),
  300_000,
)
