import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import access from '../../src/i18n/en/access.ts'
import app from '../../src/i18n/en/app.ts'
import common from '../../src/i18n/en/common.ts'
import dossier from '../../src/i18n/en/dossier.ts'
import ui from '../../src/i18n/en/ui.ts'
import { launch, withContext } from './support/browser.ts'
import { type NodeHost, nodeHost } from './support/node-host.ts'
import { patience, say } from './support/ui.ts'

let browser: Browser
let host: NodeHost
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), nodeHost()])
})
afterAll(async () => {
  await browser.close()
  await host.remove()
})

const password = 'correct horse battery'
const linkIn = (path: string): string => {
  const found = [...host.said.matchAll(new RegExp(`/${path}#[\\w-]+`, 'g'))].at(-1)?.[0]
  if (!found) throw new Error(`No link to ${path} in: ${host.said}`)
  return `${host.origin}${found}`
}

async function axeFindsNothing(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }
    const { violations } = await inPage.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
  })
  expect(found).toEqual([])
}

const picture = async (page: Page, name: string) => {
  const folder = process.env.CORRIDOR_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

async function setUp(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(linkIn('set-up'))
  await page.getByLabel(access.setUp.familyName).fill('Carboni', patience)
  await page.getByLabel(access.signIn.email).fill('nicolas@example.org')
  await page.getByLabel(access.signIn.password).fill(password)
  await axeFindsNothing(page)
  await picture(page, 'set-up')
  await page.getByRole('button', { name: access.setUp.create }).click()
  await page.getByRole('navigation', { name: app.mainNavigation }).waitFor(patience)
  return page
}

it('is set up, lets in who was invited, and asks to sign in again where a session has ended', async () => {
  await withContext(browser, async (context) => {
    const administrator = await setUp(context)
    await administrator.goto(`${host.origin}/access`)
    await administrator.getByRole('button', { name: access.members.invite }).click(patience)
    const dialog = administrator.getByRole('dialog')
    // Nobody knew of her before.
    await dialog.getByLabel(access.members.person).fill('Marie Dupont', patience)
    await administrator
      .getByRole('option', { name: say(ui.picker.create, { name: 'Marie Dupont' }) })
      .click(patience)
    await administrator.getByText(say(access.members.added, { name: 'Marie Dupont' })).waitFor(patience)
    await dialog.getByLabel(access.signIn.email).fill('marie@example.org')
    await dialog
      .getByRole('combobox', { name: access.members.place })
      .or(dialog.getByLabel(access.members.place))
      .first()
      .click()
    await administrator.getByRole('option', { name: access.members.whole }).click()
    await axeFindsNothing(administrator)
    await picture(administrator, 'invite')
    await dialog.getByRole('button', { name: access.members.send }).click()
    await dialog.waitFor({ ...patience, state: 'hidden' })
    await administrator.getByText('marie@example.org').first().waitFor(patience)
    await axeFindsNothing(administrator)
    await picture(administrator, 'members')

    await withContext(browser, async (hers) => {
      const page = await hers.newPage()
      await page.goto(`${host.origin}/missions?status=planned`)
      await page.getByRole('heading', { name: access.signIn.title }).waitFor(patience)
      expect(new URL(page.url()).searchParams.get('back')).toBe('/missions?status=planned')
      expect(await page.getByRole('navigation').count()).toBe(0)
      await picture(page, 'stranger')
      await page.goto(linkIn('invitation'))
      await page.getByLabel(access.signIn.password).fill(password, patience)
      await picture(page, 'invitation')
      await page.getByRole('button', { name: access.invitation.accept }).click()
      await page.getByRole('navigation', { name: app.mainNavigation }).waitFor(patience)
      await page.goto(`${host.origin}/account`)
      await page.getByRole('heading', { name: access.account.sessionsTitle }).waitFor(patience)
      await axeFindsNothing(page)
      await picture(page, 'account')

      // A second factor: the code that a phone reads holds the key that can be typed.
      const setUpFactor = page.getByRole('button', { name: access.account.factorBegin, exact: true })
      const factor = page.locator('form', { has: setUpFactor })
      await factor.locator('input[type="password"]').fill(password)
      await setUpFactor.click()
      await page.getByRole('img', { name: access.account.factorCode }).waitFor(patience)
      await axeFindsNothing(page)
      await picture(page, 'factor')

      // While she writes, her session ends: what she typed is still there once she has signed in again.
      const person = await page.evaluate(async () => {
        const answer = await (await fetch('/api/people?q=Dupont')).json()
        return (answer as { items: { id: string }[] }).items[0]?.id
      })
      await page.goto(`${host.origin}/people/${person}`)
      const note = page.getByLabel(dossier.notes.write)
      await note.fill('A long thought', patience)
      await hers.clearCookies()
      await page.locator('form', { has: note }).getByRole('button', { name: common.add }).click()
      const again = page.getByRole('dialog')
      await again.getByText(access.signIn.againText).waitFor(patience)
      await axeFindsNothing(page)
      await picture(page, 'again')
      await again.getByLabel(access.signIn.email).fill('marie@example.org')
      await again.getByLabel(access.signIn.password).fill(password)
      await again.getByRole('button', { name: access.signIn.enter }).click()
      await again.waitFor({ ...patience, state: 'hidden' })
      expect(await note.inputValue()).toBe('A long thought')
    })
  })
})
