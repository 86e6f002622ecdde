import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import indicators from '../../src/i18n/en/indicators.ts'
import participations from '../../src/i18n/en/participations.ts'
import served from '../../src/i18n/en/served-figures.ts'
import { ask, openApp } from './support/api.ts'
import { launch, withContext } from './support/browser.ts'
import { dialogOf, goTo, patience, say, settled } from './support/ui.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

interface Items<T> {
  items: T[]
}
const bioJapan = async (page: Page) =>
  ((await ask(page, '/missions?q=bio-japan')).body as Items<{ id: string }>).items[0]?.id ?? ''
interface Row {
  id: string
  state: string
  organisation: { id: string; name: string }
}
const inMission = async (page: Page, mission: string, name: string) => {
  const { body } = await ask(page, `/participations?mission=${mission}&side=home&limit=200`)
  const found = (body as Items<Row>).items.find(({ organisation }) => organisation.name === name)
  if (!found) throw new Error(`${name} is not in it`)
  return found
}
const amount = (dialog: Locator) => dialog.getByRole('textbox', { name: participations.placeAid.label })

describe('a company over its ceiling', () => {
  it('is refused aid with its place, with the arithmetic, and taken in for a reason that the history keeps', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage(), '/missions')
      await settled(page)
      const mission = await bioJapan(page)
      const { id, organisation } = await inMission(page, mission, 'Beaujocell')
      await goTo(
        page,
        `/missions/${mission}/companies?dialog=move-participation&mission=${mission}&who=${id}&to=accepted`,
      )
      const dialog = dialogOf(page, participations.step.title.accepted)

      // What is known: an SME, no room, over since two declarations came together.
      const known = dialog.getByRole('list', { name: participations.known.title })
      await known.getByText('€0.00 of €200,000.00').waitFor(patience)
      await dialog.getByText(participations.gate.no_aid_room).waitFor(patience)

      // A stand with it would pass the ceiling further: nothing to press, and the sum says why.
      await amount(dialog).fill('1200')
      await dialog
        .getByText(/€216,200\.00 since .* and €1,200\.00 make €217,400\.00, over the ceiling of €200,000\.00/)
        .waitFor(patience)
      const accept = dialog.getByRole('button', { name: participations.step.action.accepted })
      await expect.poll(() => accept.getAttribute('aria-disabled'), patience).toBe('true')
      expect((await inMission(page, mission, 'Beaujocell')).state).toBe('waitlisted')

      // The place itself is a warning: without a reason it is not given, with one it is.
      await amount(dialog).fill('')
      await expect.poll(() => accept.getAttribute('aria-disabled'), patience).toBeNull()
      await dialog
        .getByRole('textbox', { name: participations.step.reason })
        .fill('Pays for its stand itself.')
      await accept.click(patience)
      await dialog.waitFor({ ...patience, state: 'detached' })
      expect((await inMission(page, mission, 'Beaujocell')).state).toBe('accepted')

      await goTo(page, `/missions/participations/${id}`)
      await page.getByText('Pays for its stand itself.').first().waitFor(patience)
      const { body } = await ask(page, `/history?noun=participations&recordId=${id}`)
      expect((body as Items<{ verb: string }>).items[0]?.verb).toBe('participations.move')
      const aid = await ask(page, `/companies/${organisation.id}/aid-room?asOf=2008-09-15`)
      expect(aid.body).toMatchObject({ sum: 21_620_000, over: 1_620_000 })
    }))

  it('says so before it is invited, and the figures count it once', () =>
    withContext(browser, async (context) => {
      const page = await openApp(await context.newPage(), '/missions')
      await settled(page)
      const { items } = (await ask(page, '/missions?q=seminar')).body as Items<{ id: string }>
      await goTo(page, `/missions/${items[0]?.id}/companies?dialog=invite&mission=${items[0]?.id}&who=home`)
      const dialog = dialogOf(page, participations.invite.title.home)
      await dialog.getByRole('searchbox').fill('beaujocell')
      await dialog.getByText(/^1 organisation /).waitFor(patience)
      const begin = dialog.getByRole('combobox', { name: participations.invite.state })
      const before = await begin.boundingBox()
      await dialog.getByRole('checkbox', { name: 'Beaujocell' }).check(patience)
      const known = dialog.getByRole('region', { name: participations.known.title })
      await known.getByText('€0.00 of €200,000.00').waitFor(patience)
      await known.getByText(/Euro-Regional Biotechnology/).waitFor(patience)
      // What comes to be known pushes nothing away that is being used.
      expect(await begin.boundingBox()).toEqual(before)

      await goTo(page, '/companies/served')
      await settled(page, served.title)
      const figures = page.getByRole('list', { name: served.figures.label })
      await figures.getByRole('link', { name: `5 ${served.figures.missions}` }).click(patience)
      await page
        .getByRole('link', { name: /Beaujocell/ })
        .first()
        .waitFor(patience)
      await goTo(page, '/companies/served')
      await page.getByText(say(indicators.of, { actual: 0, target: 16 })).waitFor(patience)
    }))
})
