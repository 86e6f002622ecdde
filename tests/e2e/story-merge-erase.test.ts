import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/contract/agreements.ts'
import type { DuplicatePair } from '../../src/contract/duplicates.ts'
import type { Organisation } from '../../src/contract/organisations.ts'
import type { Person } from '../../src/contract/people.ts'
import common from '../../src/i18n/en/common.ts'
import merge from '../../src/i18n/en/merge.ts'
import privacy from '../../src/i18n/en/privacy.ts'
import problems from '../../src/i18n/en/problems.ts'
import ui from '../../src/i18n/en/ui.ts'
import { ask, openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { dialogOf, given, goTo, patience, read, say, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const kept = 'Institut Lumière'
const gone = 'Institut Lumiere SAS'

/** Two records of one body, of which the second is party to an agreement. */
async function twins(
  page: Page,
): Promise<{ first: Organisation; second: Organisation; agreement: Agreement }> {
  const place = { country: 'FR', town: 'Lyon' }
  const first = await given<Organisation>(page, '/organisations', {
    name: kept,
    kinds: ['research'],
    ...place,
  })
  const second = await given<Organisation>(page, '/organisations', {
    name: gone,
    kinds: ['company'],
    focus: 'Optics',
    ...place,
  })
  const partner = await given<Organisation>(page, '/organisations', {
    name: 'Light Abroad',
    kinds: ['partner'],
  })
  const agreement = await given<Agreement>(page, '/agreements', {
    title: 'Agreement on light',
    type: 'mou',
    parties: [
      { organisationId: second.id, side: 'home' },
      { organisationId: partner.id, side: 'partner' },
    ],
  })
  return { first, second, agreement }
}

const partiesOf = async (page: Page, id: string) =>
  (await read<Agreement>(page, `/agreements/${id}`)).parties.map(({ organisation }) => organisation.name)

describe('two records of one body', () => {
  it(
    'are found, compared, merged, and two again after an undo',
    () =>
      withContext(browser, async (context) => {
        const page = await openApp(await context.newPage(), '/companies')
        const { first, second, agreement } = await twins(page)
        await page.reload()
        await settled(page)
        await page.getByRole('link', { name: common.findDuplicates }).click(patience)
        const compare = say(merge.compareNamed, { a: '', b: '' }).split(' ')[0] ?? ''
        const row = page.getByRole('listitem').filter({ hasText: gone })
        await row.getByText(merge.verdict.same).waitFor(patience)
        await row.getByRole('button', { name: compare }).click()

        const dialog = dialogOf(page, merge.dialog.title)
        await dialog.getByText(merge.dialog.keep).waitFor(patience)
        // Whichever stands first, the institute is kept.
        const { items } = await read<{ items: DuplicatePair[] }>(page, '/duplicates')
        const pair = items.find(({ a, b }) => [a.id, b.id].includes(second.id))
        if (pair?.a.id === second.id) await dialog.getByRole('button', { name: merge.dialog.swap }).click()
        await dialog.getByText('Party (1)').waitFor(patience)
        await dialog
          .getByRole('radiogroup', { name: merge.field.focus })
          .getByRole('radio', { name: 'Optics' })
          .waitFor(patience)
        await dialog.getByRole('button', { name: merge.dialog.submit }).click()
        await page.getByText(say(merge.dialog.merged, { name: kept })).waitFor(patience)
        expect(await partiesOf(page, agreement.id)).toEqual([kept, 'Light Abroad'])
        const one = await read<Organisation>(page, `/organisations/${first.id}`)
        expect(one).toMatchObject({
          focus: 'Optics',
          kinds: ['research', 'company'],
          names: [{ name: gone }],
        })

        await page.getByRole('button', { name: ui.toast.undo }).click(patience)
        await page.getByText(common.undone).waitFor(patience)
        expect(await partiesOf(page, agreement.id)).toEqual([gone, 'Light Abroad'])
        expect(await read<Organisation>(page, `/organisations/${first.id}`)).toMatchObject({
          focus: null,
          names: [],
        })

        // Once more, from the page of the one that goes: its address leads to the other.
        await goTo(
          page,
          `/companies/${second.id}?dialog=merge&noun=organisations&kept=${first.id}&other=${second.id}`,
        )
        await dialogOf(page, merge.dialog.title)
          .getByRole('button', { name: merge.dialog.submit })
          .click(patience)
        await page.getByRole('heading', { level: 1, name: kept }).waitFor(patience)
        expect(new URL(page.url()).pathname).toContain(first.id)
      }),
    240_000,
  )
})

describe('a person who asks to be forgotten', () => {
  it(
    'is erased for good: the signature counts, nothing tells whose it was, and no undo brings it back',
    () =>
      withContext(browser, async (context) => {
        const page = await openApp(await context.newPage(), '/people')
        const person = await given<Person>(page, '/people', {
          givenName: 'Zoé',
          familyName: 'Oubliée',
          email: 'zoe@oubliee.example',
        })
        const { agreement } = await twins(page)
        const signatures = [
          { partyId: agreement.parties[0]?.id, signedOn: '2008-02-04', signatory: { id: person.id } },
        ]
        const signed = await ask(page, `/agreements/${agreement.id}/signatures`, {
          method: 'POST',
          body: { signatures },
          version: agreement.version,
        })
        expect(signed.status).toBe(200)
        await goTo(page, `/people/${person.id}`)
        await settled(page, 'Zoé Oubliée')
        await page.getByRole('link', { name: privacy.file.open }).click(patience)
        await settled(page, say(privacy.file.title, { name: 'Zoé Oubliée' }))
        await page.getByText('zoe@oubliee.example').first().waitFor(patience)
        await page.goBack()

        await page.getByRole('button', { name: privacy.erase.open }).click(patience)
        const dialog = dialogOf(page, say(privacy.erase.title, { name: 'Zoé Oubliée' }))
        const submit = dialog.getByRole('button', { name: privacy.erase.submit })
        const field = dialog.getByRole('textbox', { name: say(privacy.erase.type, { name: 'Zoé Oubliée' }) })
        await field.fill('Zoe')
        expect(await submit.getAttribute('aria-disabled')).toBe('true')
        await field.fill('Zoé Oubliée')
        await submit.click()
        await page.getByText(privacy.erase.done).waitFor(patience)
        await page.getByRole('heading', { level: 1, name: /^Person erased on / }).waitFor(patience)
        // No way back is offered.
        const toasts = page.locator('.mantine-Notifications-root')
        expect(await toasts.getByRole('button', { name: ui.toast.undo }).count()).toBe(0)
        await page.getByText('Agreement on light').first().waitFor(patience)

        await page.getByRole('button', { name: common.undo }).first().click(patience)
        await page.getByText(problems.code.person_erased).first().waitFor(patience)
        const { body } = await ask(page, '/workspace')
        expect(body).toBeDefined()
        const { body: found } = await ask(page, '/people?q=oubliee')
        expect((found as { items: unknown[] }).items).toEqual([])
      }),
    240_000,
  )
})
