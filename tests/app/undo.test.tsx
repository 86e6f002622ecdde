import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { useActorChoice } from '../../src/data/actor.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, section, titled, toastSaying, write } from '../support/app-acts.ts'
import { company, importMakers } from '../support/imports.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe('undoing what made a record', () => {
  it('says so in its place, and brings it back', async () => {
    const { user } = await openScreen(api, '/people?dialog=new-person')
    const dialog = await dialogOf('New person')
    await write(user, await dialog.findByLabelText(/Family name/), 'Shortlived')
    await user.click(dialog.getByText('Create'))
    await titled('Shortlived')
    await user.click((await toastSaying('Shortlived is added.')).getByText('Undo'))
    await titled('This was undone')
    expect(screen.getByText(/“Shortlived” had been added/)).toBeVisible()
    expect(screen.queryByText('Delete')).toBeNull()
    await user.click(within(screen.getByRole('main')).getByText('Do again'))
    await titled('Shortlived')
    const back = await toastSaying('Done again.')
    expect(back.getByText('Undo')).toBeVisible()
  })

  it('names what was done since, where that stands in the way', async () => {
    const make = makers(api)
    const home = await make.organisation({ name: 'Lyonbiopôle' })
    const abroad = await make.organisation({ name: 'Kansai Council', kinds: ['partner'], country: 'JP' })
    const parties = [
      { organisationId: home.id, side: 'home' as const },
      { organisationId: abroad.id, side: 'partner' as const },
    ]
    const agreement = await make.agreement({ title: 'Signed too soon', parties })
    await agreementVerbs(api).sign(agreement, '2008-02-04')
    const { user } = await openScreen(api, `/agreements/${agreement.id}`)
    const history = await section('History')
    const entry = (await history.findByText('Agreement added')).closest('li')
    if (!entry) throw new Error('The first entry is not in a list')
    await user.click(within(entry).getByText('Undo'))
    expect(await within(entry).findByText(/^Signature logged, .*:/)).toBeVisible()
  })
})

describe('undoing an import from the history of one of its records', () => {
  it('asks, because it takes the others back too', async () => {
    const imports = importMakers(api)
    const record = await imports.applied(
      await imports.sent([company('Osaka Enzymes'), company('Nara Enzymes')], { name: 'Fair of Osaka' }),
    )
    const ids = (await imports.rows(record.id)).map(({ recordId }) => recordId ?? '')
    const { user } = await openScreen(api, `/companies/${ids[0]}/dossier`)
    const history = await section('History')
    await user.click(await history.findByRole('button', { name: 'Undo' }))
    const asked = await dialogOf('Table imported · Fair of Osaka')
    expect(asked.getByText(/in other records too/)).toBeVisible()
    const held = () => api.call(organisationRecords.list, { query: { q: 'enzymes' } })
    expect((await held()).items).toHaveLength(2)
    await user.click(asked.getByText('Undo'))
    await toastSaying('Undone.')
    expect((await held()).items).toHaveLength(0)
  })
})

describe('who writes', () => {
  it('is this tab’s choice, and a new tab’s first one', () => {
    useActorChoice.getState().choose('viewer')
    expect(sessionStorage.getItem('corridor.actor')).toContain('viewer')
    localStorage.setItem('corridor.actor', '{"state":{"actorId":"another"},"version":0}')
    void useActorChoice.persist.rehydrate()
    expect(useActorChoice.getState().actorId).toBe('viewer')
    sessionStorage.clear()
    void useActorChoice.persist.rehydrate()
    expect(useActorChoice.getState().actorId).toBe('another')
    useActorChoice.getState().choose(null)
  })
})
