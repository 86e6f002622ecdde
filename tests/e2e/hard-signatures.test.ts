import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import agreements from '../../src/i18n/en/agreements.ts'
import common from '../../src/i18n/en/common.ts'
import problems from '../../src/i18n/en/problems.ts'
import signing from '../../src/i18n/en/signing.ts'
import { ask, openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { nowOf, type Prepared, prepare } from './support/prepared.ts'
import { dialogOf, given, goTo, patience, say, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const field = (within: Locator, name: string) => within.getByRole('textbox', { name, exact: true })
const button = (within: Locator | Page, name: string) => within.getByRole('button', { name, exact: true })
const rowOf = (dialog: Locator, party: { name: string }) =>
  dialog.getByRole('group', { name: party.name, exact: true })
const tick = (dialog: Locator, party: { name: string }) =>
  rowOf(dialog, party).getByRole('checkbox', { name: party.name }).check(patience)
const meter = (page: Page, count: number, total: number) =>
  page
    .getByText(say(agreements.parties[count === 1 ? 'meter_one' : 'meter_other'], { count, total }))
    .first()
    .waitFor(patience)

/** Runs a test at the page of an agreement between two parties, with the dialog open where it is to be. */
const atAgreement = (
  title: string,
  test: (page: Page, story: Prepared) => Promise<void>,
  more?: Parameters<typeof prepare>[2],
) =>
  withContext(browser, async (context) => {
    const page = await openApp(await context.newPage(), '/agreements')
    await settled(page)
    const story = await prepare(page, title, more)
    await goTo(page, `/agreements/${story.agreement.id}`)
    await settled(page, title)
    await test(page, story)
  })

async function openDialog(page: Page, day: string): Promise<Locator> {
  await button(page, agreements.sign).click(patience)
  const dialog = dialogOf(page, signing.title)
  await field(dialog, signing.when.date).fill(day, patience)
  return dialog
}

/** From the second step to the end, where nothing stands in the way. */
async function save(dialog: Locator): Promise<void> {
  await button(dialog, common.next).click()
  await button(dialog, signing.save).click(patience)
}
const gone = (dialog: Locator) => dialog.waitFor({ ...patience, state: 'detached' })

describe('signatures that are not plain', () => {
  it('a refusal needs its reason, and lets the party sign later', () =>
    atAgreement('Refused at first', async (page, story) => {
      const dialog = await openDialog(page, '4 Feb 2008')
      await tick(dialog, story.partner)
      const row = rowOf(dialog, story.partner)
      await row.getByText(signing.party.refuses, { exact: true }).click()
      await button(dialog, common.next).click()
      await row.getByText(signing.problem.reason_missing).waitFor(patience)
      await field(row, say(signing.party.reason, { party: story.partner.name })).fill(
        'The budget is not voted yet',
      )
      await save(dialog)
      await gone(dialog)
      await meter(page, 0, 2)
      await page
        .getByText(say(agreements.signature.because, { reason: 'The budget is not voted yet' }))
        .waitFor(patience)
      const refused = await nowOf(page, story)
      expect(refused.parties.map(({ signedOn, refusedOn }) => [signedOn, refusedOn])).toContainEqual([
        null,
        '2008-02-04',
      ])

      await button(page, say(agreements.parties.signFor, { party: story.partner.name })).click()
      const again = dialogOf(page, signing.title)
      await field(again, signing.when.date).fill('3 Mar 2008', patience)
      await save(again)
      await gone(again)
      await meter(page, 1, 2)
    }))

  it('a second signature of one party is refused, and what was typed is kept', () =>
    atAgreement('Signed twice', async (page, story) => {
      const dialog = await openDialog(page, '4 Feb 2008')
      await tick(dialog, story.home)
      await tick(dialog, story.partner)
      const capacity = field(rowOf(dialog, story.partner), signing.who.capacity)
      await capacity.fill('president')
      await button(dialog, common.next).click()
      await button(dialog, signing.save).waitFor(patience)
      // Meanwhile a colleague logs the same signature elsewhere.
      const [party] = story.agreement.parties.filter(({ organisation }) => organisation.id === story.home.id)
      const body = { signatures: [{ partyId: party?.id, signedOn: '2008-02-04' }] }
      const path = `/agreements/${story.agreement.id}/signatures`
      const { status } = await ask(page, path, { body, version: story.agreement.version })
      expect(status).toBe(200)
      await button(dialog, signing.save).click()
      await dialog.getByRole('alert').filter({ hasText: signing.stale.title }).waitFor(patience)
      await button(dialog, common.back).click()
      await dialog.getByText(say(signing.party.signedOn, { date: '4 Feb 2008' })).waitFor(patience)
      expect(await rowOf(dialog, story.home).count()).toBe(0)
      expect(await capacity.inputValue()).toBe('president')
      await save(dialog)
      await gone(dialog)
      await meter(page, 2, 2)
      const now = await nowOf(page, story)
      expect(now.signatures).toHaveLength(2)
      // And whoever insists is told.
      const insisted = await ask(page, path, { body, version: now.version })
      expect([insisted.status, insisted.body]).toEqual([
        409,
        expect.objectContaining({ code: 'party_already_signed' }),
      ])
      await page
        .getByRole('button', { name: agreements.sign, description: problems.code.agreement_fully_signed })
        .waitFor(patience)
    }))

  it('a signature before its party joined the alliance asks why', () =>
    atAgreement(
      'Signed before joining',
      async (page, story) => {
        const dialog = await openDialog(page, '4 Feb 2008')
        await tick(dialog, story.home)
        const unusual = dialog.getByRole('group', {
          name: say(signing.warning.signed_before_joining, {
            party: story.home.name,
            on: '4 Feb 2008',
            joined: 'June 2008',
          }),
        })
        const why = unusual.getByRole('textbox', { name: signing.warning.reason })
        await why.waitFor(patience)
        await button(dialog, common.next).click()
        await expect
          .poll(() => why.evaluate((field) => field === document.activeElement), patience)
          .toBe(true)
        expect((await nowOf(page, story)).signatures).toEqual([])
        await why.fill('It had been invited already')
        await save(dialog)
        await gone(dialog)
        await meter(page, 1, 2)
        await page.getByText(agreements.signature.accepted.signed_before_joining).waitFor(patience)
        const [signature] = (await nowOf(page, story)).signatures
        expect(signature?.accepted).toEqual([
          { warning: 'signed_before_joining', reason: 'It had been invited already' },
        ])
      },
      async (page, home) => {
        const alliance = await given<{ id: string }>(page, '/alliances', {
          name: 'Joined in June',
          members: [{ organisationId: home.id, from: '2008-06' }],
        })
        return { allianceId: alliance.id }
      },
    ))

  it('an abandoned agreement can’t be signed, and says why', () =>
    atAgreement('Abandoned on the way', async (page, story) => {
      await button(page, common.more).click()
      await page.getByRole('menuitem', { name: agreements.action.abandon, exact: true }).click(patience)
      const dialog = dialogOf(page, agreements.abandon.title)
      await field(dialog, agreements.abandon.on).fill('1 Sept 2008')
      await field(dialog, agreements.abandon.reason).fill('The partner was merged')
      await button(dialog, agreements.abandon.action).click()
      await gone(dialog)
      const reason = say(problems.code.agreement_abandoned, { on: '1 Sept 2008' })
      const sign = page.getByRole('button', { name: agreements.sign, description: reason })
      await sign.waitFor(patience)
      expect(await sign.getAttribute('aria-disabled')).toBe('true')
      const hint = page.locator(`[id="${await sign.getAttribute('aria-describedby')}"]`)
      const width = async () => (await hint.boundingBox())?.width ?? 0
      expect(await width()).toBeLessThan(2)
      await sign.hover({ force: true })
      await expect.poll(width, patience).toBeGreaterThan(100)
      await sign.click({ force: true })
      expect(await dialogOf(page, signing.title).count()).toBe(0)
      await goTo(page, `/agreements/${story.agreement.id}?dialog=sign`)
      const opened = dialogOf(page, signing.title)
      await opened.getByText(signing.cannot).waitFor(patience)
      await opened.getByText(reason).first().waitFor(patience)
    }))

  it('parties sign on days of their own; the last one counts', () =>
    atAgreement('Signed on two days', async (page, story) => {
      const dialog = await openDialog(page, '4 Feb 2008')
      await tick(dialog, story.home)
      await tick(dialog, story.partner)
      const row = rowOf(dialog, story.partner)
      await button(row, signing.party.elsewhere).click()
      await field(row, signing.when.date).fill('8 Feb 2008')
      await field(row, signing.when.time).fill('9:30')
      await field(row, signing.when.place).fill('Kobe')
      await button(dialog, common.next).click()
      await dialog.getByText(say(signing.summary.complete, { date: '8 Feb 2008' })).waitFor(patience)
      await button(dialog, signing.save).click()
      await gone(dialog)
      await meter(page, 2, 2)
      const now = await nowOf(page, story)
      expect(now.signedOn).toBe('2008-02-08')
      const days = now.signatures.map(({ signedOn, localTime, timeZone }) => [signedOn, localTime, timeZone])
      expect(days).toContainEqual(['2008-02-04', null, null])
      expect(days).toContainEqual(['2008-02-08', '09:30', 'Asia/Tokyo'])
    }))
})
