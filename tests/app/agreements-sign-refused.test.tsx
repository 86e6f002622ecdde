import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Agreement, agreementRecords } from '../../src/contract/agreements.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, noDialog, toastSaying, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
let parties: { organisationId: string; side: 'home' | 'partner' }[]
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const home = await make.organisation({ name: 'Lyonbiopôle', country: 'FR' })
  const council = await make.organisation({ name: 'Kansai Council', kinds: ['partner'] })
  parties = [
    { organisationId: home.id, side: 'home' },
    { organisationId: council.id, side: 'partner' },
  ]
})
afterAll(() => api.stop())

const agreed = (title: string, ends?: string) => makers(api).agreement({ title, parties, ends })
const nowOf = ({ id }: Agreement) => api.call(agreementRecords.read, { params: { id } })
const open = ({ id }: Agreement) => openScreen(api, `/agreements/${id}?dialog=sign`)

describe('a signature entered twice', () => {
  it('by two people counts once: the second is told, and keeps what was typed for the others', async () => {
    const agreement = await agreed('Entered by two people')
    const { user } = await open(agreement)
    const dialog = await dialogOf('Log a signature')
    await write(user, await dialog.findByLabelText(/^Day/), '4 Feb 2008')
    await write(user, dialog.getByLabelText('Place'), 'Osaka')
    await user.click(within(dialog.getByRole('group', { name: 'Kansai Council' })).getByRole('checkbox'))
    const [, council] = agreement.parties
    const theirs = { signatures: [{ partyId: council?.id ?? '', signedOn: '2008-02-04' }] }
    await agreementVerbs(api).sign(agreement, theirs)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await dialog.findByText('Save the signature')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await dialog.findByText('Somebody changed this agreement meanwhile')).toBeVisible()
    expect(dialog.getByRole('alert')).toHaveFocus()
    await user.click(dialog.getByText('Back'))
    expect(await dialog.findByText(/signed 4 Feb 2008/)).toBeVisible()
    expect(dialog.queryByRole('group', { name: 'Kansai Council' })).toBeNull()
    expect(dialog.getByLabelText('Place')).toHaveValue('Osaka')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await dialog.findByText('Choose at least one party that signs or refuses.')).toBeVisible()
    expect((await nowOf(agreement)).signatures).toHaveLength(1)
  })

  it('by two presses counts once', async () => {
    const agreement = await agreed('Pressed twice')
    const { user } = await open(agreement)
    const dialog = await dialogOf('Log a signature')
    await user.click(await dialog.findByLabelText('All 2 sign now'))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await dialog.findByText('Save the signature')
    await user.keyboard('{Control>}{Enter}{Enter}{/Control}')
    await noDialog()
    await toastSaying('Saved: 2 of 2 have signed.')
    expect((await nowOf(agreement)).signatures).toHaveLength(2)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('an agreement that has ended', () => {
  it('can’t be signed where it was terminated, and says when and why not', async () => {
    const verbs = agreementVerbs(api)
    const agreement = await verbs.terminate(
      await verbs.sign(await agreed('Over'), '2008-02-04'),
      '2008-09-01',
    )
    await open(agreement)
    const dialog = await dialogOf('Log a signature')
    expect(await dialog.findByText('This agreement cannot be signed')).toBeVisible()
    expect(dialog.getAllByText(/was terminated on 1 Sept 2008/)[0]).toBeVisible()
  })

  it('can’t be signed where it was abandoned while the form was open; what was typed is kept', async () => {
    const agreement = await agreed('Given up meanwhile')
    const { user } = await open(agreement)
    const dialog = await dialogOf('Log a signature')
    await user.click(await dialog.findByLabelText('All 2 sign now'))
    await write(user, dialog.getByLabelText('Place'), 'Osaka')
    await agreementVerbs(api).abandon(agreement, '2008-09-01')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await dialog.findByText('Save the signature')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await dialog.findByText('This agreement cannot be signed')).toBeVisible()
    expect(dialog.getAllByText(/was abandoned on 1 Sept 2008/)[0]).toBeVisible()
    await user.click(dialog.getByText('Back'))
    expect(dialog.getByLabelText('Place')).toHaveValue('Osaka')
    expect((await nowOf(agreement)).signatures).toEqual([])
  })

  it('is not among those to choose from', async () => {
    await agreementVerbs(api).abandon(await agreed('Chosen no more'), '2008-09-01')
    const { user } = await openScreen(api, '/agreements?dialog=sign')
    const dialog = await dialogOf('Log a signature')
    await write(user, await dialog.findByLabelText('Which agreement was signed?'), 'chosen no more')
    expect(await dialog.findByText(/^No agreement that can be signed fits this/)).toBeVisible()
  })
})

describe('an unusual day', () => {
  it('to come, or after the end, asks for a reason, which is kept with the signature', async () => {
    const agreement = await agreed('Signed late', '2007')
    const { user } = await open(agreement)
    const dialog = await dialogOf('Log a signature')
    await write(user, await dialog.findByLabelText(/^Day/), '1 Oct 2008')
    await user.click(within(dialog.getByRole('group', { name: 'Lyonbiopôle' })).getByRole('checkbox'))
    const reasonOf = async (said: string) =>
      within(await dialog.findByRole('group', { name: said })).getByLabelText(/^Why it is right/)
    const goOn = async () => {
      await user.keyboard('{Control>}{Enter}{/Control}')
      await dialog.findByText('Save the signature')
      await user.keyboard('{Control>}{Enter}{/Control}')
    }
    const late = await reasonOf('1 Oct 2008 is after the end of the agreement.')
    await write(user, late, 'Signed for the record')
    await goOn()
    // By the clock of the API that day is to come.
    const ahead = await reasonOf('1 Oct 2008 is still to come.')
    await waitFor(() => expect(ahead).toHaveFocus())
    await write(user, ahead, 'Fixed by both ministers')
    await goOn()
    await noDialog()
    const [signature] = (await nowOf(agreement)).signatures
    expect(signature?.accepted).toEqual([
      { warning: 'signed_in_future', reason: 'Fixed by both ministers' },
      { warning: 'signed_after_end', reason: 'Signed for the record' },
    ])
  })
})

describe('in French', () => {
  it('every step, warning and refusal is', async () => {
    const agreement = await agreed('Signé à Ōsaka')
    const { user } = await openScreen(api, `/agreements/${agreement.id}?dialog=sign`, 'fr')
    const dialog = await dialogOf('Consigner une signature')
    await write(user, await dialog.findByLabelText(/^Jour/), '4 février 2008')
    await write(user, dialog.getByLabelText('Heure locale'), '10h45')
    await write(user, dialog.getByLabelText('Lieu'), 'Osaka')
    expect(await dialog.findByText(/^10:45 à Osaka · 02:45 à Paris$/)).toBeVisible()
    await user.click(dialog.getByText('Suivant'))
    expect(await dialog.findByText('Choisissez au moins une partie qui signe ou refuse.')).toBeVisible()
    const council = within(dialog.getByRole('group', { name: 'Kansai Council' }))
    await user.click(council.getByRole('checkbox'))
    await user.click(council.getByText('Refuse'))
    await write(user, council.getByLabelText(/^Motif du refus de Kansai Council/), 'Budget')
    await user.click(dialog.getByText('Suivant'))
    expect(await dialog.findByText('Ce qui sera enregistré')).toBeVisible()
    await user.click(dialog.getByText('Enregistrer la signature'))
    await noDialog()
    expect(await screen.findByText('Motif : Budget')).toBeVisible()
  })
})
