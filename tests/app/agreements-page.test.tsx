import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Agreement, agreementRecords } from '../../src/contract/agreements.ts'
import { allianceRecords } from '../../src/contract/alliances.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, noDialog, section, titled, toastSaying, type User, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
let make: ReturnType<typeof makers>
let verbs: ReturnType<typeof agreementVerbs>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  verbs = agreementVerbs(api)
})
afterAll(() => api.stop())

const nowOf = ({ id }: Agreement) => api.call(agreementRecords.read, { params: { id } })
const page = ({ id }: Agreement, search = '') => openScreen(api, `/agreements/${id}${search}`)
const signedAt = async (title: string, fields: { ends?: string } = { ends: '2010' }) =>
  verbs.sign(await make.agreement({ title, ...fields }), '2008-02-04')

/** The stages in words, as the stepper tells them: "Signed done 4 Feb 2008". */
const steps = async () =>
  within(await screen.findByRole('list', { name: 'Stages' }))
    .getAllByRole('listitem')
    .map((step) => step.textContent?.replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim())

const press = async (user: User, name: string | RegExp) =>
  user.click(await screen.findByRole('button', { name }))
/** The page's own menu: the bar for thumbs has one of this name too. */
const openMore = async (user: User) =>
  user.click(await within(await screen.findByRole('main')).findByRole('button', { name: 'More' }))
async function pressInMore(user: User, name: RegExp): Promise<void> {
  await openMore(user)
  await user.click(await screen.findByRole('menuitem', { name }))
}
const entryOf = async (verb: string) => {
  const history = await section('History')
  const words = (await history.findAllByText(verb))[0]
  return within(words?.closest('li') as HTMLElement)
}

describe('where an agreement stands', () => {
  it('is told by its stages, its signatures and what it can’t do any more', async () => {
    const agreement = await signedAt('Signed in Osaka')
    await page(agreement)
    await titled('Signed in Osaka')
    expect(await steps()).toEqual([
      expect.stringMatching(/^Prospect done/),
      'Negotiation done',
      'Drafting done',
      'Signed done 4 Feb 2008',
      'In force stands here 4 Feb 2008',
      'Ended to come 2010',
    ])
    expect(screen.getByText('2 of 2 have signed')).toBeVisible()
    const why = (name: RegExp) => screen.getByRole('button', { name })
    expect(why(/^Log a signature/)).toHaveAccessibleDescription('All parties have signed.')
    expect(why(/^Move stage/)).toHaveAccessibleDescription(/its stage no longer changes\.$/)
    expect(why(/^Renew/)).not.toHaveAttribute('aria-disabled')
  })

  it('follows the day it is seen from', async () => {
    const agreement = await signedAt('Seen from elsewhere')
    await page(agreement, '?asOf=2008-01-01')
    expect(await screen.findByText('0 of 2 have signed')).toBeVisible()
    expect(screen.getByText(/as of 1 Jan 2008/)).toBeVisible()
    await page(agreement, '?asOf=2010-10-01')
    expect(await screen.findByText(/^It ends on 31 Dec 2010, in 3 months\. The notice window/)).toBeVisible()
    await page(agreement, '?asOf=2011-01-01')
    expect((await steps()).at(-1)).toBe('Expired stands here 2010')
  })

  it('moves on by a dialog, with the day', async () => {
    const agreement = await make.agreement({ title: 'Moved by dialog', stageSince: '2008-08-01' })
    const { user } = await page(agreement)
    await press(user, 'Move stage')
    const dialog = await dialogOf('Move to another stage')
    await user.click(dialog.getByLabelText('Drafting'))
    await write(user, dialog.getByLabelText(/^Since/), '1 Sept 2008')
    await user.click(dialog.getByText('Move'))
    await noDialog()
    await waitFor(async () => expect((await steps())[2]).toBe('Drafting stands here 1 Sept 2008'))
    expect(await nowOf(agreement)).toMatchObject({ stage: 'drafting' })
  })
})

describe('a fact', () => {
  it('is edited where it stands, and undone from the toast', async () => {
    const agreement = await make.agreement({ title: 'Edited', reference: 'A-1' })
    const { user } = await page(agreement)
    const facts = await section('Facts')
    await user.click(await facts.findByLabelText('Edit Reference'))
    await write(user, facts.getByRole('textbox', { name: 'Reference' }), 'B-2')
    await user.keyboard('{Enter}')
    expect(await facts.findByText('B-2')).toBeVisible()
    const toast = await toastSaying('The agreement is changed.')
    expect((await nowOf(agreement)).reference).toBe('B-2')
    await user.click(toast.getByText('Undo'))
    expect(await facts.findByText('A-1')).toBeVisible()
    expect((await nowOf(agreement)).reference).toBe('A-1')
    const undone = await toastSaying('Undone.')
    await user.click(undone.getByText('Do again'))
    expect(await facts.findByText('B-2')).toBeVisible()
  })

  it('keeps what was typed while the API refuses it, and Esc takes it back', async () => {
    const agreement = await make.agreement({ title: 'Refused', starts: '2008', ends: '2010' })
    const { user } = await page(agreement)
    const facts = await section('Facts')
    await user.click(await facts.findByLabelText('Edit Ends'))
    const field = facts.getByRole('textbox', { name: 'Ends' })
    await write(user, field, '2007')
    await user.keyboard('{Enter}')
    expect(await facts.findByText('This ends before it starts.')).toBeVisible()
    expect(field).toHaveValue('2007')
    await user.type(field, '{Escape}')
    expect(await facts.findByText('2010')).toBeVisible()
    expect((await nowOf(agreement)).ends).toBe('2010')
  })

  it('says at the field which record is not there any more', async () => {
    const agreement = await make.agreement({ title: 'With nobody' })
    const alliance = await make.alliance({ name: 'Gone tomorrow' })
    const { user } = await page(agreement)
    const facts = await section('Facts')
    await user.click(await facts.findByLabelText('Edit Alliance'))
    const field = facts.getByRole('textbox', { name: 'Alliance' })
    await write(user, field, 'Gone')
    await user.click(await screen.findByRole('option', { name: /^Gone tomorrow/ }))
    const { id, version } = alliance
    await api.call(allianceRecords.remove, { params: { id } }, { version })
    await user.click(facts.getByText('Save'))
    expect(await facts.findByText('This record does not exist any more. Choose another.')).toBeVisible()
  })
})

describe('two people editing', () => {
  it('are shown both versions, field by field; what only one changed stays', async () => {
    const agreement = await make.agreement({ title: 'Contested', reference: 'A-1', summary: 'Old' })
    const { user, router } = await openScreen(api, `/agreements/${agreement.id}/edit`)
    await write(user, await screen.findByLabelText(/^Title/), 'My title')
    await write(user, screen.getByLabelText('Summary'), 'My summary')
    const body = { title: 'Their title', reference: 'B-2' }
    const { id, version } = agreement
    await api.call(agreementRecords.update, { params: { id }, body }, { version })
    await user.click(screen.getByText('Save'))
    const dialog = await dialogOf('Somebody else changed this too')
    expect(dialog.getAllByRole('radiogroup')).toHaveLength(1)
    expect(dialog.getByRole('radio', { name: /As it is now\s*Their title/ })).not.toBeChecked()
    expect(dialog.getByRole('button', { name: 'Save this choice' })).toBeDisabled()
    await user.click(dialog.getByRole('radio', { name: /What you typed\s*My title/ }))
    await user.click(dialog.getByText('Save this choice'))
    await waitFor(() => expect(router.state.location.pathname).toBe(`/agreements/${id}`))
    const kept = { title: 'My title', reference: 'B-2', summary: 'My summary' }
    expect(await nowOf(agreement)).toMatchObject(kept)
  })

  it('are not held up where the other changed another fact, a reference to a record among them', async () => {
    const market = await make.market({ regions: [{ name: 'Kansai' }, { name: 'Kanto' }] })
    const [kansai, kanto] = market.regions
    const agreement = await make.agreement({ marketId: market.id, regionId: kansai?.id ?? null })
    const { user } = await page(agreement)
    const facts = await section('Facts')
    await user.click(await facts.findByLabelText('Edit Region'))
    await user.click(await facts.findByRole('combobox', { name: 'Region' }))
    await user.click(await screen.findByRole('option', { name: 'Kanto' }))
    const { id, version } = agreement
    await api.call(agreementRecords.update, { params: { id }, body: { reference: 'B-2' } }, { version })
    await user.click(facts.getByText('Save'))
    await waitFor(async () => expect((await nowOf(agreement)).region?.id).toBe(kanto?.id))
    expect((await nowOf(agreement)).reference).toBe('B-2')
    expect(facts.queryByRole('group', { name: 'Somebody else changed this too' })).toBeNull()
  })
})

describe('the end of an agreement', () => {
  it('is begun anew by a renewal, which both pages show', async () => {
    const agreement = await signedAt('Ends soon')
    const { user, router } = await page(agreement)
    await press(user, 'Renew')
    const dialog = await dialogOf('Renew the agreement')
    expect(dialog.getByLabelText('Begins')).toHaveValue('2011')
    await user.click(dialog.getByText('Begin the renewal'))
    await titled('Ends soon (renewal)')
    const renewals = await section('Renewals')
    await user.click(renewals.getByRole('link', { name: 'Ends soon' }))
    await titled('Ends soon')
    expect(router.state.location.pathname).toBe(`/agreements/${agreement.id}`)
    expect((await section('Renewals')).getByText('renewal, not signed yet')).toBeVisible()
    const again = await screen.findByRole('button', { name: /^Renew/ })
    expect(again).toHaveAccessibleDescription('A renewal of this agreement has been begun already.')
  })

  it('comes early where it is terminated, on a day and for a reason', async () => {
    const agreement = await signedAt('Broken off')
    const { user } = await page(agreement)
    await pressInMore(user, /^Terminate/)
    const dialog = await dialogOf('Terminate the agreement')
    await write(user, dialog.getByLabelText(/^Terminated on/), '1 Jan 2008')
    await write(user, dialog.getByLabelText(/^Why it was terminated/), 'They merged')
    await user.click(dialog.getByText('Terminate'))
    expect(await dialog.findByText('This is before the signature of 4 Feb 2008.')).toBeVisible()
    expect(dialog.getByLabelText(/^Why it was terminated/)).toHaveValue('They merged')
    await write(user, dialog.getByLabelText(/^Terminated on/), '1 Sept 2008')
    await user.click(dialog.getByText('Terminate'))
    await noDialog()
    const notice = await screen.findByText('Terminated on 1 Sept 2008')
    expect(notice.parentElement).toHaveTextContent('They merged')
    expect((await steps()).at(-1)).toBe('Terminated stands here 1 Sept 2008')
  })

  it('is where one is abandoned, until it is taken up again', async () => {
    const agreement = await make.agreement({ title: 'Given up' })
    const { user } = await page(agreement)
    await openMore(user)
    const terminate = await screen.findByRole('menuitem', { name: /^Terminate/ })
    expect(terminate).toHaveAttribute('aria-disabled', 'true')
    expect(terminate).toHaveTextContent('The agreement is not signed yet.')
    await user.click(screen.getByRole('menuitem', { name: /^Abandon/ }))
    const dialog = await dialogOf('Abandon the agreement')
    await write(user, dialog.getByLabelText(/^Why it was abandoned/), 'No budget')
    await user.click(dialog.getByText('Abandon'))
    await noDialog()
    expect(await screen.findByText('Abandoned on 15 Sept 2008')).toBeVisible()
    expect((await steps()).filter((step) => step?.includes('not reached'))).toHaveLength(4)
    const sign = screen.getByRole('button', { name: /^Log a signature/ })
    expect(sign).toHaveAccessibleDescription(/^The agreement was abandoned on 15 Sept 2008/)
    await pressInMore(user, /^Take up again/)
    await waitFor(() => expect(screen.queryByText('Abandoned on 15 Sept 2008')).toBeNull())
    expect((await nowOf(agreement)).status).toBe('prospect')
  })
})

describe('the history of an agreement', () => {
  it('undoes a signature, and says what stands in the way of undoing more', async () => {
    const agreement = await verbs.sign(await make.agreement({ title: 'Undone' }), '2008-02-04')
    await verbs.terminate(agreement, '2008-09-01')
    const { user } = await page(agreement)
    const signature = await entryOf('Signature logged')
    await user.click(signature.getByText('Undo'))
    expect(await signature.findByText(/cannot be undone now, because something later depends/)).toBeVisible()
    expect((await nowOf(agreement)).signatures).toHaveLength(2)
    await user.click((await entryOf('Agreement terminated')).getByText('Undo'))
    await waitFor(() => expect(screen.queryByText('Terminated on 1 Sept 2008')).toBeNull())
    await user.click((await entryOf('Signature logged')).getByText('Undo'))
    expect(await screen.findByText('0 of 2 have signed')).toBeVisible()
    expect((await nowOf(agreement)).signatures).toHaveLength(0)
  })
})
