import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { createTask } from '../../src/contract/dossier.ts'
import { listPins } from '../../src/contract/pins.ts'
import { createSavedView, listSavedViews } from '../../src/contract/saved-views.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, noDialog, titled, toastSaying, type User, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
const ids: Record<'kansai' | 'boston' | 'cluster', string> = { kansai: '', boston: '', cluster: '' }
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const home = await make.organisation({ name: 'Lyonbiopôle', country: 'FR' })
  const council = await make.organisation({ name: 'Kansai Council', kinds: ['partner'], country: 'JP' })
  const market = await make.market({ name: 'Japan', country: 'JP' })
  for (const [name, country] of [
    ['United States', 'US'],
    ['Germany', 'DE'],
    ['Sweden', 'SE'],
    ['Brazil', 'BR'],
  ] as const)
    await make.market({ name, country })
  const parties = [
    { organisationId: home.id, side: 'home' as const },
    { organisationId: council.id, side: 'partner' as const },
  ]
  await make.mission({ title: 'Trip to Kansai' })
  await api.call(createTask, { body: { title: 'Call Kansai' } })
  const kansai = await make.agreement({ title: 'Understanding with Kansai', parties, marketId: market.id })
  const boston = await make.agreement({ title: 'Letter to Boston', parties })
  const signed = await make.agreement({ title: 'Signed long ago', parties })
  await agreementVerbs(api).sign(signed, '2008-02-04')
  Object.assign(ids, { kansai: kansai.id, boston: boston.id, cluster: home.id })
})
afterAll(() => api.stop())

async function palette(user: User, text: string, title = 'Search and commands') {
  await user.keyboard('{Control>}k{/Control}')
  const dialog = await dialogOf(title)
  expect(await dialog.findByRole('combobox')).toHaveFocus()
  if (text) await user.paste(text)
  return dialog
}
const chosen = (dialog: ReturnType<typeof within>) => dialog.findByRole('option', { selected: true })

describe('commands', () => {
  it('log a signature of the agreement that is named, by the keyboard alone', async () => {
    const { user, router } = await openScreen(api, '/tasks')
    const dialog = await palette(user, 'log signature kansai')
    await waitFor(async () =>
      expect(await chosen(dialog)).toHaveAccessibleName('Log a signature: Understanding with Kansai'),
    )
    await user.keyboard('{Enter}')
    await dialogOf('Log a signature')
    expect(router.state.location.search).toBe(`?dialog=sign&agreement=${ids.kansai}`)
  })

  it('are understood in the other language, go to places named in either, and begin with what was typed', async () => {
    const { user, router } = await openScreen(api, '/tasks', 'en')
    let dialog = await palette(user, 'aller au Japon')
    await waitFor(async () => expect(await chosen(dialog)).toHaveAccessibleName(/^Japan/))
    await user.keyboard('{Enter}')
    await titled('Japan')
    dialog = await palette(user, 'nouvelle tâche appeler Kobé')
    await waitFor(async () => expect(await chosen(dialog)).toHaveAccessibleName('New task: appeler Kobé'))
    await user.keyboard('{Enter}')
    const form = await dialogOf('New task')
    expect(form.getByDisplayValue('appeler Kobé')).toHaveFocus()
    await user.keyboard('{Escape}')
    await noDialog()
    dialog = await palette(user, 'scope lyonbiopole')
    await waitFor(async () => expect(await chosen(dialog)).toHaveAccessibleName(/^Scope: Lyonbiopôle/))
    await user.keyboard('{Enter}')
    expect(router.state.location.search).toBe(`?cluster=${ids.cluster}`)
    dialog = await palette(user, 'set as-of 2008-09-01')
    await waitFor(async () =>
      expect(await chosen(dialog)).toHaveAccessibleName('Show everything as of 1 Sept 2008'),
    )
    await user.keyboard('{Enter}')
    await waitFor(() => expect(router.state.location.search).toContain('asOf=2008-09-01'))
  })

  it.each([
    ['fr', 'États-Unis', ['États-Unis', 'etats-unis', 'etats', 'united states']],
    ['en', 'United States', ['États-Unis', 'etats-unis', 'etats', 'united']],
    ['fr', 'Allemagne', ['allemagne', 'germany']],
    ['en', 'Germany', ['allemagne', 'allemange']],
    ['fr', 'Suède', ['suede', 'Sweden']],
    ['fr', 'Brésil', ['bresil']],
  ] as const)('in %s find %s by its name in either language', async (language, name, typed) => {
    const { user } = await openScreen(api, '/tasks', language)
    const dialog = await palette(user, '', language === 'fr' ? 'Recherche et commandes' : undefined)
    for (const text of typed) {
      await user.clear(dialog.getByRole('combobox'))
      await user.paste(text)
      await waitFor(async () => expect(await chosen(dialog)).toHaveAccessibleName(new RegExp(`^${name}`)))
    }
  })

  it.each([
    ['agreement kansai', /^Understanding with Kansai.*Agreement/],
    ['accords kansai', /^Understanding with Kansai.*Agreement/],
    ['kansai agreement', /^Understanding with Kansai.*Agreement/],
    ['partner kansai', /^Kansai Council/],
    ['kansai', /^Kansai Council/],
    ['mission kansai', /^Trip to Kansai.*Mission/],
    ['marché états-unis', /^United States/],
    ['tache kansai', /^Call Kansai.*Task/],
  ])('for “%s” find what is of that kind first', async (text, found) => {
    const { user } = await openScreen(api, '/tasks')
    const dialog = await palette(user, text)
    await waitFor(async () => expect(await chosen(dialog)).toHaveAccessibleName(found))
  })

  it.each([
    ['en', 'expense', 'New expense'],
    ['fr', 'dépense', 'Nouvelle dépense'],
    ['fr', 'accord', 'Nouvel accord'],
    ['fr', 'marché', 'Nouveau marché'],
  ] as const)('in %s call what “%s” begins %s', async (language, text, name) => {
    const { user } = await openScreen(api, '/tasks', language)
    const dialog = await palette(user, text, language === 'fr' ? 'Recherche et commandes' : undefined)
    expect(await dialog.findByRole('option', { name })).toBeVisible()
  })

  it('open in a new tab with Ctrl and Enter, and stay open here', async () => {
    const { user, router } = await openScreen(api, '/tasks')
    const opened = vi.spyOn(window, 'open').mockReturnValue(null)
    const dialog = await palette(user, 'open matrix')
    await waitFor(async () => expect(await chosen(dialog)).toHaveAccessibleName(/Matrix/))
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(opened).toHaveBeenCalledWith('/matrix', '_blank', 'noopener')
    expect(router.state.location.pathname).toBe('/tasks')
    expect(dialog.getByRole('combobox')).toBeVisible()
    opened.mockRestore()
  })

  it('keep records at hand: pinned from their page or by name, and those looked at last', async () => {
    const { user } = await openScreen(api, `/agreements/${ids.boston}`)
    await titled('Letter to Boston')
    await user.click(await screen.findByRole('button', { name: 'Pin, to keep it at hand' }))
    await toastSaying('Letter to Boston is pinned.')
    let dialog = await palette(user, '')
    const pinned = within(await dialog.findByRole('group', { name: 'Pinned' }))
    expect(pinned.getByRole('option', { name: /^Letter to Boston/ })).toBeVisible()
    await user.paste('épingler understanding')
    await waitFor(async () => expect(await chosen(dialog)).toHaveAccessibleName(/Understanding with Kansai/))
    await user.click(await dialog.findByRole('option', { name: 'Pin: Understanding with Kansai' }))
    await toastSaying('Understanding with Kansai is pinned.')
    await noDialog()
    dialog = await palette(user, 'unpin boston')
    await user.click(await dialog.findByRole('option', { name: 'Unpin: Letter to Boston' }))
    const toast = await toastSaying('No longer pinned.')
    expect((await api.call(listPins, {})).items.map(({ title }) => title)).toEqual([
      'Understanding with Kansai',
    ])
    await user.click(toast.getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect((await api.call(listPins, {})).items).toHaveLength(2))
  })
})

describe('views of a list', () => {
  it('are kept, opened, changed, and taken back', async () => {
    const { user, router } = await openScreen(api, '/agreements?status=active')
    await user.click(await screen.findByRole('button', { name: 'Views' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Keep this as a view…' }))
    const dialog = await dialogOf('Keep as a view')
    await write(user, dialog.getByRole('textbox', { name: /^Name/ }), 'In force')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await toastSaying('The view “In force” is kept.')
    await noDialog()
    const [kept] = (await api.call(listSavedViews, { query: { list: 'agreements' } })).items
    expect(kept?.state).toEqual({ status: 'active' })
    expect(new URLSearchParams(router.state.location.search).get('saved')).toBe(kept?.id)
    await screen.findByRole('button', { name: 'Views: In force' })
    await user.click(await screen.findByRole('button', { name: /Clear search and filters/ }))
    await waitFor(() => expect(router.state.location.search).toBe(`?saved=${kept?.id}`))
    await user.click(await screen.findByRole('button', { name: 'Views: In force' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Open this list with “In force”' }))
    await toastSaying('The list will open with “In force”.')
    await user.click(screen.getByRole('button', { name: 'Views: In force' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Delete “In force”' }))
    const toast = await toastSaying('The view “In force” is deleted.')
    await user.click(toast.getByRole('button', { name: 'Undo' }))
    await waitFor(async () =>
      expect((await api.call(listSavedViews, { query: { list: 'agreements' } })).items).toHaveLength(1),
    )
    const again = await openScreen(api, '/agreements')
    await waitFor(() => expect(again.router.state.location.search).toContain('status=active'))
  })

  it('never served and ready for Japan are there from the beginning', async () => {
    const { user, router } = await openScreen(api, '/companies')
    await user.click(await screen.findByRole('button', { name: 'Views' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Ready for Japan' }))
    await waitFor(() => expect(router.state.location.search).toContain('readiness=ready'))
    expect(router.state.location.search).toContain('saved=ready')
    await user.click(await screen.findByRole('button', { name: 'Views: Ready for Japan' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Never served' }))
    await waitFor(() => expect(router.state.location.search).toBe('?saved=never-served&served=false'))
  })

  it('tell what the list does not know any more, and show the rest', async () => {
    const state = { country: 'FR', colour: 'blue', sort: 'weight' }
    const { id } = await api.call(createSavedView, {
      body: { list: 'companies', name: 'From before', state },
    })
    const { user, router } = await openScreen(api, '/companies')
    await user.click(await screen.findByRole('button', { name: 'Views' }))
    await user.click(await screen.findByRole('menuitem', { name: 'From before' }))
    expect(
      await screen.findByText(/does not know these parts of this view any more: colour, sort/),
    ).toBeVisible()
    expect(router.state.location.search).toBe(`?country=FR&saved=${id}`)
    await user.click(screen.getByRole('button', { name: 'Keep it without' }))
    await waitFor(() => expect(screen.queryByText(/does not know/)).toBeNull())
  })
})

describe('many records', () => {
  const openChoice = async (user: User) => {
    await user.click(await screen.findByRole('checkbox', { name: 'Select all loaded rows' }))
    await user.click(await screen.findByRole('button', { name: 'Change together…' }))
    return dialogOf(/^Change 3 records/)
  }

  it('are looked at before they are changed together, and all come back with one undo', async () => {
    const { user } = await openScreen(api, '/agreements?saved=all')
    const dialog = await openChoice(user)
    await user.click(dialog.getByRole('combobox', { name: /What is to be changed/ }))
    await user.click(await screen.findByRole('option', { name: 'Stage' }))
    await user.click(dialog.getByRole('combobox', { name: /New value/ }))
    await user.click(await screen.findByRole('option', { name: 'Drafting' }))
    await user.click(dialog.getByRole('button', { name: 'Preview' }))
    const refused = within(await dialog.findByRole('region', { name: '1 can’t be changed so' }))
    expect(refused.getByText('Signed long ago')).toBeVisible()
    expect(refused.getByText(/signed/, { selector: 'p' })).toBeVisible()
    const changing = within(dialog.getByRole('region', { name: '2 would change' }))
    expect(changing.getAllByText(/Drafting/)).toHaveLength(2)
    await user.click(changing.getByRole('checkbox', { name: 'Letter to Boston' }))
    await user.click(changing.getByRole('checkbox', { name: 'Letter to Boston' }))
    await user.click(dialog.getByRole('button', { name: 'Change 2 records' }))
    const toast = await toastSaying('2 records were changed.')
    await noDialog()
    const stages = async () =>
      Promise.all(
        [ids.kansai, ids.boston].map(
          async (id) => (await api.call(agreementRecords.read, { params: { id } })).stage,
        ),
      )
    expect(await stages()).toEqual(['drafting', 'drafting'])
    await user.click(toast.getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await stages()).toEqual(['prospect', 'prospect']))
  })

  it('that somebody changed meanwhile are told, and nothing of theirs is overwritten', async () => {
    const { user } = await openScreen(api, '/agreements?saved=all')
    const dialog = await openChoice(user)
    await user.click(dialog.getByRole('combobox', { name: /What is to be changed/ }))
    await user.click(await screen.findByRole('option', { name: 'Notice, in days' }))
    await user.type(dialog.getByRole('textbox', { name: /New value/ }), '30')
    await user.click(dialog.getByRole('button', { name: 'Preview' }))
    await dialog.findByRole('region', { name: '3 would change' })
    const held = await api.call(agreementRecords.read, { params: { id: ids.boston } })
    await api.call(
      agreementRecords.update,
      { params: { id: ids.boston }, body: { noticeDays: 60 } },
      { version: held.version },
    )
    await user.click(dialog.getByRole('button', { name: 'Change 3 records' }))
    expect(await dialog.findByText(/Nothing was changed: 1 of the rows/)).toBeVisible()
    expect((await api.call(agreementRecords.read, { params: { id: ids.kansai } })).noticeDays).toBe(180)
    await user.click(dialog.getByRole('button', { name: 'Look again' }))
    expect(await dialog.findByRole('region', { name: /would change/ })).toBeVisible()
    expect((await api.call(agreementRecords.read, { params: { id: ids.boston } })).noticeDays).toBe(60)
  })
})
