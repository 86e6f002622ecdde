import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { createNote } from '../../src/contract/dossier.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { resetWorkspace } from '../../src/contract/workspace.ts'
import { apiOver, startApi, type TestApi, viewer } from '../support/api.ts'
import { dialogOf, noDialog, section, seenBy, titled, toastSaying } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

/** The company that is made up. */
let garoncyte: string

// The whole workspace loses its sample data: each test begins with one of its own.
beforeEach(async () => {
  await api.call(resetWorkspace, { body: { to: 'empty' } })
  const real = await makers(api).organisation({ name: 'Lyonbiopôle', country: 'FR' })
  const make = makers(apiOver(api.db, { sample: true }))
  const company = await make.organisation({
    name: 'Garoncyte',
    kinds: ['company', 'partner'],
    affiliations: [{ toId: real.id, role: 'member' }],
  })
  garoncyte = company.id
  await make.person({ givenName: 'Claire', familyName: 'Delmas', at: company.id })
})

const names = async () =>
  (await api.call(organisationRecords.list, { query: {} })).items.map(({ name }) => name)
const ask = async (language: 'en' | 'fr' = 'en', by = api) => {
  const opened = await openScreen(by, '/settings', language)
  const data = await section(language === 'en' ? 'Data' : 'Données')
  return { ...opened, data }
}

describe('removing the sample data', () => {
  it('says what goes, does it in one step, and takes it back', async () => {
    const { user, data } = await ask()
    expect(await data.findByText(/usable: 1 organisation and 1 person/)).toBeVisible()
    await user.click(data.getByText('Remove…'))
    const dialog = await dialogOf('Remove all sample data?')
    expect(dialog.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '1 organisation',
      '1 person',
    ])
    await user.click(dialog.getByText('Cancel'))
    expect(await names()).toEqual(['Garoncyte', 'Lyonbiopôle'])
    await user.click(data.getByText('Remove…'))
    await user.click((await dialogOf(/sample data/)).getByText('Remove the sample data'))
    const toast = await toastSaying('The sample data is removed.')
    await noDialog()
    expect(await names()).toEqual(['Lyonbiopôle'])
    await waitFor(() => expect(data.queryByText('Remove…')).toBeNull())
    await user.click(toast.getByText('Undo'))
    expect(await data.findByText('Remove…')).toBeVisible()
    expect(await names()).toEqual(['Garoncyte', 'Lyonbiopôle'])
  })

  it('names what of the reader’s own goes along', async () => {
    const note = { noun: 'organisations' as const, recordId: garoncyte, body: 'Rang back.' }
    await api.call(createNote, { body: note })
    const { user, data } = await ask()
    await user.click(await data.findByText('Remove…'))
    const dialog = await dialogOf(/sample data/)
    expect(dialog.getByText(/This of yours goes with it/)).toBeVisible()
    expect(dialog.getByText('1 note')).toBeVisible()
  })

  it('names what stands in the way, and changes nothing', async () => {
    const parties = [{ organisationId: garoncyte, side: 'partner' as const }]
    await api.call(agreementRecords.create, { body: { title: 'MoU with Garoncyte', type: 'mou', parties } })
    const { user, data } = await ask()
    await user.click(await data.findByText('Remove…'))
    const dialog = await dialogOf(/sample data/)
    expect(dialog.getByText('One record of yours refers to it. Change or delete it first.')).toBeVisible()
    expect(dialog.getByRole('link', { name: 'MoU with Garoncyte' })).toBeVisible()
    const button = dialog.getByRole('button', { name: 'Remove the sample data' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    await user.click(button)
    expect(await names()).toEqual(['Garoncyte', 'Lyonbiopôle'])
  })

  it('is there in French, and off for who may only look', async () => {
    const { data } = await ask('fr', seenBy(api, viewer))
    expect(await data.findByText('Données d’exemple')).toBeVisible()
    expect(data.getByRole('button', { name: 'Retirer…' })).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('the mark', () => {
  it('stands in rows of lists and on the pages of invented records, not of others', async () => {
    await openScreen(api, '/partners')
    const row = (await screen.findByRole('link', { name: 'Garoncyte Sample' })).closest('tr, [role=row]')
    expect(within(row as HTMLElement).getByText('Sample')).toBeVisible()
    await openScreen(api, '/people')
    expect(await screen.findByText('Sample')).toBeVisible()
    await openScreen(api, `/organisations/${garoncyte}`)
    await titled('Garoncyte')
    expect(screen.getByText('Sample')).toBeVisible()
    await openScreen(api, '/clusters')
    expect(await screen.findByRole('link', { name: 'Lyonbiopôle' })).toBeVisible()
    expect(screen.queryByText('Sample')).toBeNull()
  })
})
