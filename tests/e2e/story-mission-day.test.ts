import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Participation } from '../../src/contract/participations.ts'
import app from '../../src/i18n/en/app.ts'
import meetings from '../../src/i18n/en/meetings.ts'
import onSite from '../../src/i18n/en/on-site.ts'
import participations from '../../src/i18n/en/participations.ts'
import { launch, withContext } from './support/browser.ts'
import { missionDay } from './support/mission-day.ts'
import { type NodeHost, nodeHost } from './support/node-host.ts'
import { dialogOf, patience, say, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

let host: NodeHost
beforeEach(async () => {
  host = await nodeHost()
})
afterEach(() => host.remove())

async function open(context: BrowserContext, path: string, title: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(host.origin + path)
  await settled(page, title)
  return page
}
const told = (page: Page, text: string) => page.getByText(text).first().waitFor(patience)
const waits = (count: number) => say(count === 1 ? app.offline.waits_one : app.offline.waits_other, { count })
const cell = (page: Page, name: string) => page.getByRole('gridcell', { name, exact: true })
/** How often a verb was done to a record. */
const timesDone = async (verb: string, noun: string, recordId: string) => {
  const { items } = await host.ask<{ items: { verb: string }[] }>(
    `/history?noun=${noun}&recordId=${recordId}`,
  )
  return items.filter((item) => item.verb === verb).length
}

describe('in a hall without a connection', () => {
  it('who came and what was held is kept over a reload, and sent once', () =>
    withContext(browser, async (context) => {
      const made = await missionDay(host, {
        home: ['Nicox'],
        partner: ['Kobe'],
        starts: ['09:00'],
        tables: 1,
        pairs: [['Nicox', 'Kobe', 0, 0]],
      })
      const page = await open(context, `/missions/${made.id}/on-site`, made.title)
      await page.getByRole('button', { name: onSite.offline.keep }).click(patience)
      await told(page, onSite.offline.ready.replace('{{at}}', ''))
      const shellKept = () =>
        page.evaluate(
          async () => (await caches.match('/')) !== undefined && navigator.serviceWorker.controller !== null,
        )
      await expect.poll(shellKept, patience).toBe(true)
      await host.stop('SIGKILL')

      const here = page.getByRole('radiogroup', { name: say(onSite.attendance.of, { name: 'Nicox' }) })
      await here.getByText(onSite.attendance.here, { exact: true }).click(patience)
      await told(page, waits(1))
      const outcome = page.getByRole('radiogroup', { name: onSite.state.label })
      await outcome.getByText(onSite.state.held, { exact: true }).click()
      await page.getByRole('combobox', { name: onSite.rating }).click(patience)
      await page.getByRole('option', { name: onSite.ratings.informative }).click(patience)
      await told(page, waits(3))

      await page.reload()
      await settled(page, made.title)
      await told(page, waits(3))
      expect(await here.getByRole('radio', { name: onSite.attendance.here, exact: true }).isChecked()).toBe(
        true,
      )
      expect(await page.getByRole('combobox', { name: onSite.rating }).inputValue()).toBe(
        onSite.ratings.informative,
      )

      await host.start()
      const arrived = async () => {
        const { state, rating } = await made.meeting('Nicox', 'Kobe')
        const company = await host.ask<Participation>(`/participations/${made.who.Nicox}`)
        return [company.state, state, rating]
      }
      await expect.poll(arrived, patience).toEqual(['attended', 'held', 'informative'])
      await expect.poll(() => page.getByText(/wait for the connection|being sent/).count()).toBe(0)
      expect(await timesDone('participations.attend', 'participations', made.who.Nicox ?? '')).toBe(1)
      const { id } = await made.meeting('Nicox', 'Kobe')
      expect(await timesDone('meetings.record', 'meetings', id)).toBe(2)
    }))
})

describe('two people who move the same meeting', () => {
  it('the second learns where it is now, and nobody is booked twice', () =>
    withContext(browser, (first) =>
      withContext(browser, async (second) => {
        const made = await missionDay(host, {
          home: ['Nicox', 'Trophos'],
          partner: ['Kobe', 'Osaka'],
          starts: ['09:00', '09:30', '10:00'],
          tables: 2,
          pairs: [
            ['Nicox', 'Kobe', 0, 0],
            ['Trophos', 'Osaka', 0, 1],
            ['Trophos', 'Kobe', 2, 0],
          ],
        })
        const path = `/missions/${made.id}/meetings`
        const [mine, theirs] = [await open(first, path, made.title), await open(second, path, made.title)]
        const from = 'Nicox, Kobe, Table 1, Wed 15 Oct, 09:00'
        for (const page of [mine, theirs]) await cell(page, from).waitFor(patience)

        await moveTo(mine, from, 'Free: Table 1, Wed 15 Oct, 09:30')
        await expect.poll(() => made.placeOf('Nicox', 'Kobe'), patience).toBe('09:30 Table 1')
        await moveTo(theirs, from, 'Free: Table 2, Wed 15 Oct, 09:30')
        await told(theirs, meetings.stale.title)
        await told(theirs, 'Nicox – Kobe is now on Wed 15 Oct, 09:30, Table 1.')
        expect(await made.placeOf('Nicox', 'Kobe')).toBe('09:30 Table 1')
        await theirs.getByRole('button', { name: /^Move it to Wed 15 Oct, 09:30, Table 2/ }).click()
        await expect.poll(() => made.placeOf('Nicox', 'Kobe'), patience).toBe('09:30 Table 2')

        // The first has not seen that, and takes its place for free.
        const other = 'Trophos, Osaka, Table 2, Wed 15 Oct, 09:00'
        await moveTo(mine, other, 'Free: Table 2, Wed 15 Oct, 09:30')
        await told(mine, 'Table 2 is taken on Wed 15 Oct, 09:30 by Nicox – Kobe.')
        expect(await made.placeOf('Trophos', 'Osaka')).toBe('09:00 Table 2')
        const { meetings: all } = await made.schedule()
        const booked = all.flatMap(({ aId, bId, slotId, tableId }) =>
          [aId, bId, tableId].map((one) => `${one} ${slotId}`),
        )
        expect(new Set(booked).size).toBe(booked.length)
      }),
    ))
})

/** Takes a meeting up with the keyboard and puts it down with the mouse. */
async function moveTo(page: Page, from: string, to: string): Promise<void> {
  await cell(page, from).focus()
  await page.keyboard.press('m')
  await cell(page, to).click(patience)
}

describe('a company that withdraws on the day', () => {
  it('gives its places to who went without; nobody else is moved', () =>
    withContext(browser, async (context) => {
      const made = await missionDay(host, {
        home: ['Adocia', 'Nicox', 'Trophos'],
        partner: ['Kobe', 'Osaka'],
        starts: ['09:00', '09:30'],
        tables: 2,
        pairs: [
          ['Adocia', 'Kobe', 0, 0],
          ['Nicox', 'Osaka', 0, 1],
          ['Nicox', 'Kobe', 1, 0],
          ['Adocia', 'Osaka', 1, 1],
          ['Trophos', 'Kobe'],
        ],
      })
      const page = await open(context, `/missions/${made.id}/companies`, made.title)
      await page
        .getByRole('button', { name: say(participations.step.menu, { name: 'Adocia' }) })
        .click(patience)
      await page.getByRole('menuitem', { name: participations.step.verb.withdrawn }).click(patience)
      const withdraw = dialogOf(page, participations.step.title.withdrawn)
      await withdraw.getByText(say(participations.withdraw.meetings_other, { count: 2 })).waitFor(patience)
      await withdraw
        .getByRole('textbox', { name: participations.step.reason })
        .fill('Their flight was cancelled')
      await withdraw.getByRole('button', { name: participations.step.action.withdrawn }).click()
      await withdraw.waitFor({ ...patience, state: 'detached' })

      await page
        .getByRole('link', { name: /^Meetings/ })
        .last()
        .click()
      await page.getByRole('button', { name: meetings.plan.replan }).click(patience)
      const replan = dialogOf(page, meetings.plan.replanTitle)
      await replan.getByText(say(meetings.plan.differences_one, { count: 1 })).waitFor(patience)
      await replan.getByRole('button', { name: meetings.plan.apply }).click()
      await replan.waitFor({ ...patience, state: 'detached' })
      await cell(page, 'Trophos, Kobe, Table 1, Wed 15 Oct, 09:00').waitFor(patience)

      expect(await made.placeOf('Nicox', 'Osaka')).toBe('09:00 Table 2')
      expect(await made.placeOf('Nicox', 'Kobe')).toBe('09:30 Table 1')
      expect(await made.placeOf('Trophos', 'Kobe')).toMatch(/^09:00 /)
      expect(await made.placeOf('Adocia', 'Kobe')).toBeNull()
      expect(await made.placeOf('Adocia', 'Osaka')).toBeNull()
    }))
})
