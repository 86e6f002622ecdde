import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { personRecords } from '../../src/contract/people.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, section, titled, toastSaying, write } from '../support/app-acts.ts'
import { holdAnswers, withoutTable } from '../support/app-faults.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
let make: ReturnType<typeof makers>
let empty: TestApi
beforeAll(async () => {
  empty = await startApi()
  api = await startApi()
  make = makers(api)
  await make.agreement({ title: 'Kansai MoU' })
})
afterAll(async () => {
  await empty.stop()
  await api.stop()
})

describe('with nothing in it yet, each list says what it is for and how to begin', () => {
  it.each([
    ['/agreements', 'No agreements yet', /^Here you follow partnerships from the first contact/, null],
    ['/agreements?view=board', 'No agreements yet', /^Here you follow partnerships/, null],
    ['/clusters', 'No cluster here yet', /^A cluster gathers members in a region/, 'New cluster'],
    ['/alliances', 'No alliance here yet', /^An alliance is several clusters/, 'New alliance'],
    ['/markets', 'No target market here yet', /^A market is a country where/, 'New market'],
    ['/partners', 'No organisation here yet', /^Add the bodies you negotiate/, 'New organisation'],
    ['/people', 'Nobody here yet', /^Add the people who negotiate/, 'New person'],
    ['/tasks', 'No open task', /^Tasks are noted here or on any record/, null],
    ['/bin', 'The bin is empty', /^What you delete comes here/, null],
  ])('%s', async (path, title, text, dialog) => {
    const { user } = await openScreen(empty, path)
    const state = (await screen.findByText(title)).parentElement as HTMLElement
    expect(within(state).getByText(text)).toBeVisible()
    if (dialog === null) return
    await user.click(within(state).getByRole('button'))
    await dialogOf(dialog)
  })

  it('a list that was narrowed to nothing says that, and widens again in one press', async () => {
    const { user } = await openScreen(api, '/agreements?q=xyzzy')
    expect(await screen.findByText('Nothing matches')).toBeVisible()
    const [clear] = screen.getAllByText('Clear search and filters')
    await user.click(clear as HTMLElement)
    expect(await screen.findByText('Kansai MoU')).toBeVisible()
  })
})

describe('while the API fails', () => {
  it('a list says so, and loads on “Try again”', async () => {
    const { user, router } = await openScreen(api, '/tasks')
    await titled('Tasks')
    await withoutTable(api, 'agreements', async () => {
      await router.navigate('/agreements')
      expect(await screen.findByText('The list could not be loaded.')).toBeVisible()
    })
    await user.click(screen.getByText('Try again'))
    expect(await screen.findByText('Kansai MoU')).toBeVisible()
  })

  it('a page says so, with the way out, and loads on “Try again”', async () => {
    const { id } = await make.organisation({ name: 'Genopole', kinds: ['research'] })
    const { user, router } = await openScreen(api, '/tasks')
    await titled('Tasks')
    await withoutTable(api, 'organisation_names', async () => {
      await router.navigate(`/organisations/${id}`)
      const alert = within(await screen.findByRole('alert'))
      expect(alert.getByText('Nothing was changed. What you had typed is kept.')).toBeVisible()
      expect(alert.getByRole('link', { name: 'To the overview' })).toBeVisible()
    })
    await user.click(screen.getByText('Try again'))
    await titled('Genopole')
  })

  it('a page that failed is there for who goes elsewhere and comes back', async () => {
    const { id } = await make.market({ name: 'Utopia' })
    const { router } = await openScreen(api, '/tasks')
    await titled('Tasks')
    await withoutTable(api, 'market_regions', async () => {
      await router.navigate(`/markets/${id}`)
      await titled('This could not be shown')
    })
    await router.navigate('/tasks')
    await titled('Tasks')
    await router.navigate(`/markets/${id}`)
    await titled('Utopia')
  })

  it('a form keeps what was typed, and saves it once the API is back', async () => {
    const { id } = await make.organisation({ name: 'Typed over', kinds: ['research'] })
    const { user } = await openScreen(api, `/organisations/${id}`)
    const facts = await section('Facts')
    await user.click(await facts.findByLabelText('Edit Town'))
    await write(user, facts.getByRole('textbox', { name: 'Town' }), 'Évry')
    await withoutTable(api, 'organisation_names', async () => {
      await user.keyboard('{Enter}')
      expect(await facts.findByText(/^Something went wrong on our side/)).toBeVisible()
    })
    expect(facts.getByRole('textbox', { name: 'Town' })).toHaveValue('Évry')
    await user.click(facts.getByText('Save'))
    await toastSaying('Typed over is changed.')
    expect((await api.call(organisationRecords.read, { params: { id } })).town).toBe('Évry')
  })

  it('an address that is none, or of a record that is gone, says so', async () => {
    const { router } = await openScreen(api, '/nowhere')
    await titled('There is no such page')
    await router.navigate('/agreements/00000000-0000-4000-8000-00000000ffff')
    await titled('This record is not here')
    expect(screen.getByRole('link', { name: 'Look in the bin' })).toHaveAttribute('href', '/bin')
  })
})

describe('while an answer is on its way', () => {
  it('a list shows the shape of its rows, and says that it is busy', async () => {
    const { router } = await openScreen(api, '/tasks')
    await titled('Tasks')
    const release = holdAnswers(api, '/api/agreements')
    await router.navigate('/agreements')
    const table = await screen.findByRole('table', { name: 'Agreements' })
    expect(table).toHaveAttribute('aria-busy', 'true')
    expect(screen.queryByText('No agreements yet')).toBeNull()
    release()
    expect(await within(table).findByText('Kansai MoU')).toBeVisible()
    await waitFor(() => expect(table).toHaveAttribute('aria-busy', 'false'))
  })

  it('a button that was pressed is busy, and a second press does nothing', async () => {
    const { user } = await openScreen(api, '/people?dialog=new-person')
    const dialog = await dialogOf('New person')
    await write(user, dialog.getByLabelText(/^Family name/), 'Pressed twice')
    const release = holdAnswers(api, '/api/people')
    const button = dialog.getByRole('button', { name: 'Create' })
    await user.click(button)
    await waitFor(() => expect(button).toHaveAttribute('data-loading', 'true'))
    await user.type(dialog.getByLabelText(/^Family name/), '{Enter}')
    release()
    await titled('Pressed twice')
    const { items } = await api.call(personRecords.list, { query: { q: 'pressed' } })
    expect(items).toHaveLength(1)
  })
})

describe('the bin and the history', () => {
  it('bring back what was deleted, from where it can be opened again', async () => {
    const { id } = await make.market({ name: 'Atlantis' })
    const { user, router } = await openScreen(api, `/markets/${id}`)
    await user.click(await screen.findByRole('button', { name: 'Delete' }))
    await titled('Markets')
    await router.navigate(`/markets/${id}`)
    expect(await screen.findByText('This record is in the bin. Restore it to change it.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Edit Name' })).toBeNull()
    await router.navigate('/bin')
    await user.click(await screen.findByLabelText('Restore Atlantis'))
    await toastSaying('Atlantis is back.')
    await waitFor(() => expect(screen.queryByLabelText('Restore Atlantis')).toBeNull())
    await router.navigate(`/markets/${id}`)
    expect(await screen.findByLabelText('Edit Name')).toBeVisible()
  })

  it('undo a change of any record, and do it again', async () => {
    const { id, version } = await make.organisation({ name: 'Before', kinds: ['company'] })
    await api.call(organisationRecords.update, { params: { id }, body: { town: 'Lyon' } }, { version })
    const { user } = await openScreen(api, '/history')
    const entry = within(
      (await screen.findAllByText('Organisation changed'))[0]?.closest('li') as HTMLElement,
    )
    expect(entry.getByRole('link', { name: 'Before' })).toHaveAttribute('href', `/organisations/${id}`)
    await user.click(entry.getByText('Undo'))
    await toastSaying('Undone.')
    const town = async () => (await api.call(organisationRecords.read, { params: { id } })).town
    expect(await town()).toBeNull()
    await user.click((await screen.findAllByText('Do again', { selector: 'li *' }))[0] as HTMLElement)
    await waitFor(async () => expect(await town()).toBe('Lyon'))
  })
})
