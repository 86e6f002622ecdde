import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Agreement, agreementRecords } from '../../src/contract/agreements.ts'
import { readDossier } from '../../src/contract/dossier.ts'
import { setTransport } from '../../src/data/client.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, noDialog, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openAgain, openScreen } from '../support/screen.tsx'

let api: TestApi
const cluster = 'Lyonbiopôle'
const partner = 'Kansai Bio Promotion Council'
let organisations: { home: string; partner: string; company: string }
let allianceId: string

beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const home = await make.organisation({ name: cluster, country: 'FR' })
  const council = await make.organisation({ name: partner, kinds: ['partner'], country: 'JP' })
  const company = await make.organisation({ name: 'bioMérieux Japan', kinds: ['company'] })
  organisations = { home: home.id, partner: council.id, company: company.id }
  await make.person({ givenName: 'Masahiro', familyName: 'Nadamoto', at: council.id })
  await make.person({ givenName: 'Bruno', familyName: 'Bombarde', at: company.id })
  const members = [{ organisationId: home.id, from: '2008-06' }]
  allianceId = (await make.alliance({ name: 'Corridor', members })).id
})
afterAll(() => api.stop())

/** An agreement of the two, with nothing signed. */
const twoParties = (title: string, more: { allianceId?: string } = {}): Promise<Agreement> =>
  makers(api).agreement({
    title,
    parties: [
      { organisationId: organisations.home, side: 'home' },
      { organisationId: organisations.partner, side: 'partner' },
    ],
    ...more,
  })
const nowOf = ({ id }: Agreement) => api.call(agreementRecords.read, { params: { id } })

async function openDialog(agreement: Agreement, day = '4 Feb 2008') {
  const { user, router } = await openScreen(api, `/agreements/${agreement.id}?dialog=sign`)
  const dialog = await dialogOf('Log a signature')
  await write(user, await dialog.findByLabelText(/^Day/), day)
  return { user, router, dialog, next: () => user.click(dialog.getByText('Next')) }
}
const rowOf = (dialog: ReturnType<typeof within>, party: string) =>
  within(dialog.getByRole('group', { name: party }))

describe('logging a signature', () => {
  it('records who signed for whom, when by both clocks, and what follows', async () => {
    const agreement = await twoParties('Signed in Osaka')
    const { user, dialog, next } = await openDialog(agreement)
    await write(user, dialog.getByLabelText('Local time'), '1045')
    await write(user, dialog.getByLabelText('Place'), 'Osaka')
    expect(await dialog.findByText('10:45 in Osaka · 02:45 in Paris')).toBeVisible()

    const council = rowOf(dialog, partner)
    await user.click(council.getByLabelText('Signatory'))
    await user.click(await screen.findByRole('option', { name: /^Masahiro Nadamoto President, Kansai/ }))
    expect(council.getByRole('checkbox', { name: partner })).toBeChecked()
    expect(council.getByLabelText('In which capacity')).toHaveValue('President')

    const lyon = rowOf(dialog, cluster)
    await write(user, lyon.getByLabelText('Signatory'), 'Bombarde')
    await user.click(await screen.findByRole('option', { name: /^Bruno Bombarde/ }))
    expect(lyon.getByLabelText(/^Belongs to/)).toHaveValue('bioMérieux Japan')

    await next()
    await write(user, await dialog.findByLabelText('Agreement ends'), '2010')
    await write(user, dialog.getByLabelText(/^Cooperation actions/), '- Joint research\n- Seminars')
    expect(dialog.getByText(/it counts as signed on 4 Feb 2008/)).toBeVisible()
    expect(dialog.getByDisplayValue('Decide on the renewal of “Signed in Osaka”')).toBeVisible()
    await user.upload(
      dialog.getByLabelText('Choose a file', { selector: 'input' }),
      new File(['signed'], 'signed.pdf'),
    )
    await user.click(dialog.getByText('Save the signature'))
    await noDialog()
    expect(await screen.findByText('2 of 2 have signed')).toBeVisible()

    const now = await nowOf(agreement)
    expect(now.signatures).toMatchObject([
      { person: { name: 'Bruno Bombarde' }, capacity: 'President', belongsTo: { name: 'bioMérieux Japan' } },
      { person: { name: 'Masahiro Nadamoto' }, localTime: '10:45', timeZone: 'Asia/Tokyo', belongsTo: null },
    ])
    expect(now.actions.map(({ title }) => title)).toEqual(['Joint research', 'Seminars'])
    const query = { noun: 'agreements' as const, recordId: agreement.id }
    const dossier = await api.call(readDossier, { query })
    expect(dossier.documents).toMatchObject([{ filename: 'signed.pdf', kind: 'signed' }])
    expect(dossier.tasks.map(({ due }) => due).toSorted()).toEqual(['2008-10-15', '2008-10-15', '2010-07-04'])
  })

  it('adds a signatory nobody knew, and keeps a refusal with its reason', async () => {
    const agreement = await twoParties('Refused by one')
    const { user, dialog, next } = await openDialog(agreement)
    const lyon = rowOf(dialog, cluster)
    await write(user, lyon.getByLabelText('Signatory'), 'Jean de La Fontaine')
    await user.click(await screen.findByRole('option', { name: 'Create “Jean de La Fontaine”' }))
    expect(lyon.getByLabelText(/^Family name/)).toHaveValue('de La Fontaine')
    const council = rowOf(dialog, partner)
    await user.click(council.getByRole('checkbox', { name: partner }))
    await user.click(council.getByText('Refuses'))
    await next()
    expect(await council.findByText('A refusal needs its reason.')).toBeVisible()
    await write(user, council.getByLabelText(/^Why Kansai/), 'The budget is not voted')
    await next()
    expect(await dialog.findByText('Not all required parties will have signed yet.')).toBeVisible()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await noDialog()
    expect(await screen.findByText('1 of 2 has signed')).toBeVisible()
    expect(screen.getByText('Reason: The budget is not voted')).toBeVisible()
    const { signatures } = await nowOf(agreement)
    expect(signatures.map(({ decision, person }) => [decision, person?.name])).toEqual([
      ['signed', 'Jean de La Fontaine'],
      ['refused', undefined],
    ])
  })

  it('asks why a party signed before it joined, and lets it pass with the reason', async () => {
    const agreement = await twoParties('Signed early', { allianceId })
    const { user, dialog, next } = await openDialog(agreement)
    await user.click(rowOf(dialog, cluster).getByRole('checkbox', { name: cluster }))
    const said = `${cluster} had not joined the alliance by 4 Feb 2008 (member since June 2008).`
    const unusual = within(await dialog.findByRole('group', { name: said }))
    await next()
    const why = unusual.getByLabelText(/^Why it is right/)
    expect(unusual.getByText('A reason is needed.')).toBeVisible()
    await waitFor(() => expect(why).toHaveFocus())
    await write(user, why, 'It had been invited')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await dialog.findByText('Save the signature')
    expect((await nowOf(agreement)).signatures).toEqual([])
    await user.keyboard('{Control>}{Enter}{/Control}')
    await noDialog()
    const [signature] = (await nowOf(agreement)).signatures
    expect(signature?.accepted).toEqual([{ warning: 'signed_before_joining', reason: 'It had been invited' }])
  })
})

describe('what is unusual', () => {
  it('of several on one day is answered once, and so is an agreement without a partner', async () => {
    const other = await makers(api).organisation({ name: 'Alsace BioValley', kinds: ['cluster'] })
    const parties = [organisations.home, other.id].map((id) => ({
      organisationId: id,
      side: 'home' as const,
    }))
    const agreement = await makers(api).agreement({ title: 'Among clusters', allianceId, parties })
    const { user, dialog, next } = await openDialog(agreement)
    await user.click(dialog.getByLabelText('All 2 sign now'))
    const alone = within(await dialog.findByRole('group', { name: /^Nobody stands on the partner side/ }))
    expect(alone.getByText('Kept with each of the 2 signatures.')).toBeVisible()
    await write(user, alone.getByLabelText(/^Why it is right/), 'An understanding among clusters')
    for (const name of [/^Lyonbiopôle had not joined/, /^Alsace BioValley was not a member/]) {
      const group = within(dialog.getByRole('group', { name }))
      await write(user, group.getByLabelText(/^Why it is right/), 'Known')
    }
    await next()
    // The period ends before the day of the signatures: that is asked where the period is.
    await write(user, await dialog.findByLabelText('Agreement ends'), '2007')
    const after = within(
      await dialog.findByRole('group', { name: '4 Feb 2008 is after the end of the agreement.' }),
    )
    await write(user, after.getByLabelText(/^Why it is right/), 'Signed afterwards')
    await user.click(dialog.getByText('Save the signature'))
    await noDialog()
    const { signatures } = await nowOf(agreement)
    expect(
      signatures.map(({ accepted }) => accepted.map(({ warning, reason }) => [warning, reason])),
    ).toEqual([
      [
        ['signed_before_joining', 'Known'],
        ['no_partner', 'An understanding among clusters'],
        ['signed_after_end', 'Signed afterwards'],
      ],
      [
        ['not_a_member', 'Known'],
        ['no_partner', 'An understanding among clusters'],
        ['signed_after_end', 'Signed afterwards'],
      ],
    ])
  })
})

describe('what follows', () => {
  it('is proposed for each action, ticked only where it is of use still, and attaches a press release', async () => {
    const agreement = await twoParties('Entered years later')
    const { user, dialog } = await openDialog(agreement, '4 Feb 2004')
    await user.click(dialog.getByLabelText('All 2 sign now'))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await write(user, await dialog.findByLabelText('Agreement ends'), '2006')
    await write(user, dialog.getByLabelText(/^Cooperation actions/), 'One\nTwo\nThree\nFour')
    const tasks = within(dialog.getByRole('group', { name: 'Tasks to add' })).getAllByRole('checkbox')
    expect(tasks).toHaveLength(5)
    for (const task of tasks) expect(task).not.toBeChecked()
    await user.upload(
      dialog.getByLabelText('Choose a file', { selector: 'input' }),
      new File(['news'], 'press-release.txt'),
    )
    expect(dialog.getByRole('radio', { name: 'Press release' })).toBeChecked()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await noDialog()
    const query = { noun: 'agreements' as const, recordId: agreement.id }
    const dossier = await api.call(readDossier, { query })
    expect(dossier.documents).toMatchObject([{ filename: 'press-release.txt', kind: 'press' }])
    expect(dossier.tasks).toEqual([])
  })
})

describe('what was typed', () => {
  it('survives a reload', async () => {
    const agreement = await twoParties('Interrupted')
    const { user, dialog } = await openDialog(agreement)
    await write(user, dialog.getByLabelText('Place'), 'Kobe')
    openAgain(`/agreements/${agreement.id}?dialog=sign`)
    const again = await dialogOf('Log a signature')
    expect(await again.findByText('What you typed before is back.')).toBeVisible()
    expect(again.getByLabelText('Place')).toHaveValue('Kobe')
    expect(again.getByLabelText(/^Day/)).toHaveValue('4 Feb 2008')
  })

  it('is kept when somebody else signs meanwhile', async () => {
    const agreement = await twoParties('Signed by two people')
    const { user, dialog, next } = await openDialog(agreement)
    await user.click(dialog.getByLabelText('All 2 sign now'))
    await write(user, rowOf(dialog, partner).getByLabelText('In which capacity'), 'president')
    await next()
    const [home] = agreement.parties
    await agreementVerbs(api).sign(agreement, {
      signatures: [{ partyId: home?.id ?? '', signedOn: '2008-02-04' }],
    })
    await user.click(await dialog.findByText('Save the signature'))
    expect(await dialog.findByText('Somebody changed this agreement meanwhile')).toBeVisible()
    await user.click(dialog.getByText('Back'))
    expect(await dialog.findByText(/signed 4 Feb 2008/)).toBeVisible()
    expect(dialog.queryByRole('group', { name: cluster })).toBeNull()
    expect(rowOf(dialog, partner).getByLabelText('In which capacity')).toHaveValue('president')
    await next()
    await user.click(await dialog.findByText('Save the signature'))
    await noDialog()
    expect((await nowOf(agreement)).signatures).toHaveLength(2)
  })

  it('stands without its document where that fails, and the document is sent again', async () => {
    const agreement = await twoParties('Without its document')
    const { user, dialog, next } = await openDialog(agreement)
    await user.click(dialog.getByLabelText('All 2 sign now'))
    await next()
    const file = new File(['signed'], 'signed.pdf')
    await user.upload(await dialog.findByLabelText('Choose a file', { selector: 'input' }), file)
    const full = { type: 'about:blank', title: 'Full', status: 507, code: 'storage_full' }
    setTransport(async (request) =>
      request.url.includes('/documents')
        ? Response.json(full, { status: 507, headers: { 'content-type': 'application/problem+json' } })
        : api.fetch(request),
    )
    await user.click(dialog.getByText('Save the signature'))
    expect(await screen.findByText('The signatures are saved, the document is not')).toBeVisible()
    expect((await nowOf(agreement)).signatures).toHaveLength(2)
    setTransport((request) => api.fetch(request))
    await user.click(screen.getByText('Try again'))
    await noDialog()
    const query = { noun: 'agreements' as const, recordId: agreement.id }
    expect((await api.call(readDossier, { query })).documents).toHaveLength(1)
    expect((await nowOf(agreement)).signatures).toHaveLength(2)
  })
})

describe('from anywhere', () => {
  it('begins with the agreements that can be signed, found by a party', async () => {
    const agreement = await twoParties('Waiting for its signature')
    const { user, router } = await openScreen(api, '/agreements/sign')
    const dialog = await dialogOf('Log a signature')
    await write(user, await dialog.findByLabelText('Which agreement was signed?'), 'waiting kansai')
    await dialog.findByRole('option', { name: /^Waiting for its signature/, selected: true })
    await user.keyboard('{Enter}')
    expect(await dialog.findByLabelText(/^Day/)).toBeVisible()
    expect(new URLSearchParams(router.state.location.search).get('agreement')).toBe(agreement.id)
  })

  it('makes what was typed the title of a new one where nothing fits, and tells what it still needs', async () => {
    const { user, router } = await openScreen(api, '/agreements/sign')
    const dialog = await dialogOf('Log a signature')
    await write(user, await dialog.findByLabelText('Which agreement was signed?'), 'Quite unheard of')
    await dialog.findByText(/^No agreement that can be signed fits this/)
    await user.keyboard('{Enter}')
    expect(await dialog.findByLabelText(/^Title/)).toHaveValue('Quite unheard of')
    await user.keyboard('{Enter}')
    expect(await dialog.findByText('Add the parties that sign.')).toBeVisible()
    const home = within(dialog.getByRole('group', { name: 'Home side' }))
    const field = home.getByLabelText('Add to the home side')
    await waitFor(() => expect(field).toHaveFocus())
    await write(user, field, 'lyon')
    await user.click(await screen.findByRole('option', { name: /^Lyonbiopôle/ }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await dialog.findByLabelText(/^Day/)).toBeVisible()
    expect(new URLSearchParams(router.state.location.search).get('agreement')).toBeTruthy()
    expect(screen.queryByText(/is added/)).toBeNull()
  })

  it('says why an abandoned agreement can’t be signed', async () => {
    const agreement = await twoParties('Given up')
    await agreementVerbs(api).abandon(agreement, '2008-09-01')
    await openScreen(api, `/agreements/${agreement.id}?dialog=sign`)
    const dialog = await dialogOf('Log a signature')
    expect(await dialog.findByText('This agreement cannot be signed')).toBeVisible()
    expect(dialog.getAllByText(/was abandoned on 1 Sept 2008/)[0]).toBeVisible()
  })
})
