import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useLetterKeys } from '../../src/ui/letter-keys.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, noDialog, titled, type User, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
const ids = { alliance: '', market: '', signed: '' }
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const home = await make.organisation({ name: 'Lyonbiopôle', country: 'FR' })
  const council = await make.organisation({
    name: 'Kansai Bio Promotion Council',
    kinds: ['partner'],
    country: 'JP',
    town: 'Kobe',
  })
  await make.person({ givenName: 'Masahiro', familyName: 'Nadamoto', at: council.id })
  const alliance = await make.alliance({ name: 'Four clusters', members: [{ organisationId: home.id }] })
  const market = await make.market({ name: 'Japan', country: 'JP' })
  const parties = [
    { organisationId: home.id, side: 'home' as const },
    { organisationId: council.id, side: 'partner' as const },
  ]
  const inScope = { allianceId: alliance.id, marketId: market.id }
  const signed = await make.agreement({ title: 'Signed with Kansai', parties, ends: '2010', ...inScope })
  await agreementVerbs(api).sign(signed, '2008-02-04')
  await make.agreement({ title: 'Planned with Boston' })
  Object.assign(ids, { alliance: alliance.id, market: market.id, signed: signed.id })
})
afterAll(() => api.stop())

async function openPalette(user: User) {
  await user.keyboard('{Control>}k{/Control}')
  const dialog = await dialogOf('Search and commands')
  return { dialog, field: await dialog.findByRole('combobox') }
}
const chosen = (dialog: ReturnType<typeof within>) => dialog.findByRole('option', { selected: true })

describe('search from anywhere', () => {
  it.each([
    ['kobe', /^Kansai Bio Promotion Council/, 'Kansai Bio Promotion Council'],
    ['nadamotto', /^Masahiro Nadamoto/, 'Masahiro Nadamoto'],
    ['lyonbiopole', /^Lyonbiopôle/, 'Lyonbiopôle'],
  ])('finds what is meant by “%s”, and Enter opens it', async (typed, option, title) => {
    const { user } = await openScreen(api, '/tasks')
    await titled('Tasks')
    const { dialog, field } = await openPalette(user)
    expect(field).toHaveFocus()
    await user.paste(typed)
    await waitFor(async () => expect(await chosen(dialog)).toHaveAccessibleName(option))
    await user.keyboard('{Enter}')
    await titled(title)
    await noDialog()
  })

  it('takes commands, chosen by the arrows', async () => {
    const { user, router } = await openScreen(api, '/tasks')
    await titled('Tasks')
    const { dialog } = await openPalette(user)
    await user.paste('go to')
    await waitFor(async () => expect(await chosen(dialog)).toHaveAccessibleName('Go to Overview'))
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    await waitFor(async () => expect(await chosen(dialog)).toHaveAccessibleName('Go to Agreements'))
    await user.keyboard('{Enter}')
    await titled('Agreements')
    expect(router.state.location.pathname).toBe('/agreements')
  })

  it('says so where there is nothing, and Esc leaves all as it was', async () => {
    const { user, router } = await openScreen(api, '/tasks')
    await titled('Tasks')
    const { dialog } = await openPalette(user)
    await user.paste('xyzzy plugh')
    expect(await dialog.findByText('Nothing found for “xyzzy plugh”')).toBeVisible()
    await user.keyboard('{Escape}')
    await noDialog()
    expect(router.state.location.pathname).toBe('/tasks')
  })
})

describe('the scope', () => {
  it('is chosen in the bar, narrows what is shown, stays while one goes about, and goes in one click', async () => {
    const { user, router } = await openScreen(api, '/agreements')
    await screen.findByText('Planned with Boston')
    await user.click(await screen.findByRole('button', { name: 'All alliances' }))
    await user.click(await screen.findByRole('option', { name: 'Four clusters' }))
    await waitFor(() => expect(screen.queryByText('Planned with Boston')).toBeNull())
    expect(screen.getByText('Signed with Kansai')).toBeVisible()
    expect(router.state.location.search).toBe(`?alliance=${ids.alliance}`)

    const nav = within(screen.getByRole('navigation', { name: 'Main' }))
    await user.click(nav.getByText('Markets'))
    await titled('Markets')
    await user.click(nav.getByText('Agreements'))
    await user.click(await screen.findByText('Signed with Kansai'))
    await titled('Signed with Kansai')
    expect(router.state.location.search).toBe(`?alliance=${ids.alliance}`)

    await router.navigate(`/agreements?alliance=${ids.alliance}&asOf=2008-01-01&status=prospect`)
    await screen.findByRole('button', { name: 'As of 1 Jan 2008' })
    await user.click(screen.getByRole('button', { name: 'Clear scope' }))
    expect(await screen.findByText('Planned with Boston')).toBeVisible()
    expect(router.state.location.search).toBe('?status=prospect')
  })

  it('that a link cut short names is left out', async () => {
    await openScreen(api, '/agreements?alliance=123&asOf=2008-13')
    expect(await screen.findByText('Planned with Boston')).toBeVisible()
  })
})

describe('the day', () => {
  it('is chosen in the bar; the frame says so, everything follows, and one click is back', async () => {
    const { user, router } = await openScreen(api, `/agreements/${ids.signed}`)
    expect(await screen.findByText('2 of 2 have signed')).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Today' }))
    const panel = await dialogOf(/Show everything as of|Today/)
    await write(user, panel.getByRole('textbox', { name: 'Show everything as of' }), '1 Jan 2008')
    await user.click(panel.getByText('Show this day'))
    expect(await screen.findByText('0 of 2 have signed')).toBeVisible()
    expect(screen.getByRole('button', { name: 'As of 1 Jan 2008' })).toBeVisible()
    expect(router.state.location.search).toBe('?asOf=2008-01-01')

    const nav = within(screen.getByRole('navigation', { name: 'Main' }))
    await user.click(nav.getByText('Agreements'))
    const row = within((await screen.findByText('Signed with Kansai')).closest('tr') as HTMLElement)
    expect(row.getByText('Prospect')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Today' }))
    expect(await row.findByText('Active')).toBeVisible()
    expect(router.state.location.search).toBe('')
  })
})

describe('the language', () => {
  it('is switched at once, for the screen and what comes next, and remembered', async () => {
    const { user } = await openScreen(api, '/markets')
    await titled('Markets')
    await user.click(await screen.findByRole('button', { name: 'Language: EN' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Français' }))
    await titled('Marchés')
    expect(document.documentElement.lang).toBe('fr')
    await user.click(
      within(screen.getByRole('navigation', { name: 'Navigation principale' })).getByText('Tâches'),
    )
    expect(await screen.findByText('Aucune tâche à faire')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Langue\u00a0: FR' }))
    await user.click(await screen.findByRole('menuitem', { name: 'English' }))
    await titled('Tasks')
  })
})

describe('keys', () => {
  it('go to a place, open the menu of what can be begun, and list themselves', async () => {
    const { user, router } = await openScreen(api, '/tasks')
    await titled('Tasks')
    await user.keyboard('gm')
    await titled('Markets')
    await user.keyboard('n')
    const menu = within(await screen.findByRole('menu'))
    await user.click(menu.getByRole('menuitem', { name: 'Person' }))
    await dialogOf('New person')
    expect(router.state.location.search).toBe('?dialog=new-person')
    await user.keyboard('{Escape}')
    await noDialog()
    await user.keyboard('?')
    const dialog = await dialogOf('Keyboard shortcuts')
    expect(dialog.getByText('Search and commands')).toBeVisible()
  })

  it('do nothing alone once they are turned off', async () => {
    const { user } = await openScreen(api, '/tasks')
    await titled('Tasks')
    await user.keyboard('?')
    const letters = await (await dialogOf('Keyboard shortcuts')).findByRole('switch', {
      name: /^Single keys act/,
    })
    await user.click(letters)
    await user.keyboard('{Escape}')
    await noDialog()
    await user.keyboard('gm?')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Tasks')
    await user.keyboard('{Control>}k{/Control}')
    await dialogOf('Search and commands')
    useLetterKeys.getState().set(true)
  })

  it('are letters like others where somebody types', async () => {
    const { user, router } = await openScreen(api, '/tasks')
    await user.click(await screen.findByLabelText('What has to be done?'))
    await user.keyboard('gm?n')
    expect(screen.getByLabelText('What has to be done?')).toHaveValue('gm?n')
    expect(router.state.location.pathname).toBe('/tasks')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
