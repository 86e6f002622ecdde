import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { keepPrivacy, readPrivacy } from '../../src/contract/privacy.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { dialogOf, noDialog, section, seenBy, titled, toastSaying, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

describe('possible duplicates', () => {
  it('are shown with their reasons, and no longer once somebody says that they are two', async () => {
    await make.organisation({ name: 'Twin SAS', country: 'FR', town: 'Lyon' })
    await make.organisation({ name: 'Twin', country: 'FR', town: 'Lyon' })
    const { user } = await openScreen(api, '/duplicates')
    const pairs = within(await screen.findByRole('list', { name: 'Pairs that may be one' }))
    expect(pairs.getByText('Very likely one')).toBeVisible()
    expect(pairs.getByText(/same town/)).toBeVisible()
    await user.click(pairs.getByRole('button', { name: /are not duplicates$/ }))
    await toastSaying(/won’t be listed again/)
    expect(await screen.findByText('No duplicates found')).toBeVisible()
  })

  it('are compared only by who may write', async () => {
    await make.organisation({ name: 'Pair SAS', country: 'FR' })
    await make.organisation({ name: 'Pair', country: 'FR' })
    await openScreen(seenBy(api, viewer), '/duplicates')
    expect(await screen.findByRole('button', { name: /^Compare/ })).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('merging', () => {
  it('says what moves, takes the fields chosen, and tells why it can’t be done', async () => {
    const kept = await make.organisation({ name: 'Alpha', focus: 'Health' })
    const other = await make.organisation({ name: 'Beta', focus: 'Optics' })
    const facing = await make.agreement({
      parties: [
        { organisationId: kept.id, side: 'home' },
        { organisationId: other.id, side: 'partner' },
      ],
    })
    const address = `/duplicates?dialog=merge&noun=organisations&kept=${kept.id}&other=${other.id}`
    const { user } = await openScreen(api, address)
    const dialog = await dialogOf('Make one record of two')
    expect(await dialog.findByText(/They face each other in an agreement/)).toBeVisible()
    expect(dialog.getByRole('link', { name: facing.title })).toBeVisible()
    expect(dialog.getByRole('button', { name: 'Merge' })).toHaveAttribute('aria-disabled', 'true')
    await api.call(
      agreementRecords.update,
      { params: { id: facing.id }, body: { parties: [] } },
      { version: facing.version },
    )
    await make.person({ at: other.id })

    await openScreen(api, address)
    const again = await dialogOf('Make one record of two')
    expect(await again.findByText('Post (1)')).toBeVisible()
    const focus = within(again.getByRole('radiogroup', { name: 'Field of work' }))
    expect(focus.getByRole('radio', { name: 'Health' })).toBeChecked()
    await user.click(focus.getByRole('radio', { name: 'Optics' }))
    await user.click(again.getByRole('button', { name: 'Merge' }))
    await toastSaying('Alpha is one record now.')
    await noDialog()
    expect(await api.call(organisationRecords.read, { params: { id: kept.id } })).toMatchObject({
      focus: 'Optics',
      names: [{ name: 'Beta' }],
    })
    // The address that was leads to the one that is.
    const { router } = await openScreen(api, `/clusters/${other.id}`)
    await titled('Alpha')
    expect(router.state.location.pathname).toContain(kept.id)
  })
})

describe('personal data', () => {
  it('is noted where it stands: grounds, source, consent', async () => {
    const { id } = await make.person({ givenName: 'Ada', familyName: 'Known' })
    const { user } = await openScreen(api, `/people/${id}`)
    const data = await section('Personal data')
    expect(await data.findByText('15 Sept 2011')).toBeVisible()
    await user.click(data.getByRole('button', { name: /Where the data comes from/ }))
    await write(
      user,
      await screen.findByRole('textbox', { name: 'Where the data comes from' }),
      'BioJapan 2007',
    )
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await toastSaying('Personal data of Ada Known noted.')
    expect((await api.call(readPrivacy, { params: { id } })).source).toBe('BioJapan 2007')
    await user.click((await section('Consents')).getByRole('button', { name: 'Edit: Consents' }))
    await user.click(await screen.findByRole('button', { name: 'Add a consent' }))
    await write(user, await screen.findByRole('textbox', { name: 'How' }), 'By e-mail')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const consents = await section(/^Consents/)
    expect(await consents.findByText('Being contacted')).toBeVisible()
    expect(consents.getByText('Given')).toBeVisible()
  })

  it('of those due is erased together, once their number is typed', async () => {
    const ids: string[] = []
    for (const familyName of ['Due One', 'Due Two']) {
      const { id } = await make.person({ givenName: null, familyName })
      await api.call(keepPrivacy, { params: { id }, body: { collectedOn: '2001-01-01' } }, { version: 1 })
      ids.push(id)
    }
    await api.db.updateTable('people').set({ created_at: '2001-01-01' }).where('id', 'in', ids).execute()
    const { user } = await openScreen(api, '/people/due')
    const table = within(await screen.findByRole('table'))
    for (const box of (await table.findAllByRole('checkbox')).slice(1)) await user.click(box)
    await user.click(await screen.findByRole('button', { name: 'Erase for good…' }))
    const dialog = await dialogOf('Erase 2 people for good')
    await write(user, dialog.getByRole('textbox', { name: 'Type how many: 2' }), '2')
    await user.click(dialog.getByRole('button', { name: 'Erase for good' }))
    await toastSaying('2 people erased.')
    expect(await screen.findByText('Nobody is due')).toBeVisible()
  })
})
