import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allianceRecords } from '../../src/contract/alliances.ts'
import { marketRecords } from '../../src/contract/markets.ts'
import { personRecords } from '../../src/contract/people.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, section, titled, toastSaying, type User, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openAgain, openScreen } from '../support/screen.tsx'

let api: TestApi
const ids = { cluster: '', partner: '', person: '', alliance: '', market: '' }
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const cluster = await make.organisation({ name: 'Lyonbiopôle', country: 'FR', region: 'Rhône-Alpes' })
  const other = await make.organisation({ name: 'Medicen', country: 'FR' })
  const partner = await make.organisation({ name: 'Kansai Council', kinds: ['partner'], country: 'JP' })
  const person = await make.person({ givenName: 'Masahiro', familyName: 'Nadamoto', at: partner.id })
  const alliance = await make.alliance({
    name: 'Four clusters',
    starts: '2007',
    ends: '2010',
    members: [
      { organisationId: cluster.id, role: 'coordinator', from: '2007' },
      { organisationId: other.id, from: '2008', to: '2008-06' },
    ],
  })
  const market = await make.market({
    name: 'Japan',
    country: 'JP',
    leads: [{ allianceId: alliance.id, organisationId: cluster.id }],
    regions: [{ name: 'Kansai', detail: 'Osaka, Kobe, Kyoto' }],
  })
  const between = {
    allianceId: alliance.id,
    marketId: market.id,
    negotiatorId: cluster.id,
    parties: [
      { organisationId: cluster.id, side: 'home' as const },
      { organisationId: other.id, side: 'home' as const },
      { organisationId: partner.id, side: 'partner' as const },
    ],
  }
  const signed = await make.agreement({ title: 'Kansai MoU', ends: '2010', ...between })
  await agreementVerbs(api).sign(signed, {
    signatures: signed.parties.map(({ id, organisation }) => ({
      partyId: id,
      signedOn: '2008-02-04',
      ...(organisation.id === partner.id && { signatory: { id: person.id }, capacity: 'President' }),
    })),
  })
  await make.agreement({ title: 'Kobe letter', ...between, targetSignature: '2008-12' })
  Object.assign(ids, {
    cluster: cluster.id,
    partner: partner.id,
    person: person.id,
    alliance: alliance.id,
    market: market.id,
  })
})
afterAll(() => api.stop())

const rowOf = async (name: string) =>
  within((await screen.findByRole('link', { name })).closest('tr') as HTMLElement)

async function pick(user: User, field: HTMLElement, text: string, option: string | RegExp) {
  await write(user, field, text)
  await user.click(await screen.findByRole('option', { name: option }))
}

describe('clusters', () => {
  it('are listed with what they lead and belong to', async () => {
    await openScreen(api, '/clusters')
    const row = await rowOf('Lyonbiopôle')
    expect(row.getByText('Rhône-Alpes, France')).toBeVisible()
    expect(row.getByText('Japan')).toBeVisible()
    expect(row.getByText('Four clusters')).toBeVisible()
    expect(screen.queryByText('Kansai Council')).toBeNull()
  })

  it('show on their page what they do: roles, lead markets, agreements, each figure opening its records', async () => {
    await openScreen(api, `/clusters/${ids.cluster}`)
    const figures = await section(/^In figures/)
    const inForce = figures.getByRole('link', { name: /^1\s*in force/ })
    expect(inForce.getAttribute('href')).toMatch(/^\/agreements\?.*status=active%2Cexpiring/)
    const roles = await section(/^In its alliances/)
    expect(roles.getByText(/^Coordinator · Leads Japan$/)).toBeVisible()
    const agreements = await section(/^Agreements/)
    expect(agreements.getAllByText(/^Negotiated for 2 clusters · Japan/)).toHaveLength(2)
  })
})

describe('markets', () => {
  it('show who leads, what is in force and under way, and the partners there', async () => {
    const { user } = await openScreen(api, '/markets')
    const row = await rowOf('Japan')
    expect(row.getByText('Lyonbiopôle (Four clusters)')).toBeVisible()
    await user.click(screen.getByRole('link', { name: 'Japan' }))
    await titled('Japan')
    expect((await section(/^In force/)).getByRole('link', { name: 'Kansai MoU' })).toBeVisible()
    expect((await section(/^Pipeline/)).getByRole('link', { name: 'Kobe letter' })).toBeVisible()
    expect((await section(/^Partners/)).getByRole('link', { name: 'Kansai Council' })).toBeVisible()
    expect((await section(/^Regions/)).getByText('Osaka, Kobe, Kyoto')).toBeVisible()
  })

  it('are added by country, which gives the name; a second one of the country is refused with the way to it', async () => {
    const { user } = await openScreen(api, '/markets?dialog=new-market')
    const dialog = await dialogOf('New market')
    const country = dialog.getByRole('combobox', { name: 'Country' })
    await write(user, country, 'Kore')
    await user.keyboard('{ArrowDown}{Enter}')
    await write(user, country, 'Japan')
    await user.keyboard('{Enter}')
    expect(country).toHaveValue('Japan')
    expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Japan')
    await user.click(dialog.getByText('Create'))
    const link = await dialog.findByRole('link', { name: 'Open Japan' })
    expect(link).toHaveAttribute('href', `/markets/${ids.market}`)
    await pick(user, country, 'Canada', 'Canada')
    await user.click(dialog.getByText('Create'))
    await titled('Canada')
  })

  it('take regions where they stand', async () => {
    const { user } = await openScreen(api, `/markets/${ids.market}`)
    const regions = await section(/^Regions/)
    await user.click(regions.getByLabelText('Edit: Regions'))
    const editor = await section('Regions')
    await user.click(editor.getByText('Add a region'))
    const fields = editor.getAllByRole('textbox', { name: 'Region' })
    expect(fields).toHaveLength(2)
    await write(user, fields[1] as HTMLElement, 'Hokkaidō')
    // After a reload the list is still being edited, with what was typed.
    openAgain(`/markets/${ids.market}`)
    expect(await screen.findByDisplayValue('Hokkaidō')).toBeVisible()
    await user.click((await section('Regions')).getByText('Save'))
    await toastSaying('Japan is changed.')
    const { regions: now } = await api.call(marketRecords.read, { params: { id: ids.market } })
    expect(now.map(({ name }) => name)).toEqual(['Kansai', 'Hokkaidō'])
  })
})

describe('alliances', () => {
  it('tell who is in them as what and when, and what they agreed', async () => {
    await openScreen(api, `/alliances/${ids.alliance}`)
    expect(await screen.findByText('Running')).toBeVisible()
    const members = within(await screen.findByRole('table', { name: /^Members of Four clusters/ }))
    expect(members.getByText('Coordinator, France, from 2007')).toBeInTheDocument()
    expect(members.getByText('Member, France, 2008 – June 2008')).toBeInTheDocument()
    expect((await section(/^Agreements/)).getByRole('link', { name: 'Kansai MoU' })).toBeVisible()
  })

  it('are added with their members; what is wrong is said beside it, what was typed is kept', async () => {
    const { user } = await openScreen(api, '/alliances?dialog=new-alliance')
    const dialog = await dialogOf('New alliance')
    await write(user, dialog.getByLabelText(/^Name/), 'Two clusters')
    await write(user, dialog.getByLabelText('Begins'), '2009')
    await write(user, dialog.getByLabelText('Ends'), '2008')
    await user.click(dialog.getByText('Add a member'))
    await pick(user, dialog.getByLabelText(/^Organisation/), 'medicen', /^Medicen/)
    await user.click(dialog.getByText('Create'))
    expect(await dialog.findByText('This ends before it starts.')).toBeVisible()
    expect(dialog.getByLabelText(/^Organisation/)).toHaveValue('Medicen')
    await write(user, dialog.getByLabelText('Ends'), '2012')
    await user.click(dialog.getByText('Create'))
    await titled('Two clusters')
    const { items } = await api.call(allianceRecords.list, { query: { q: 'Two clusters' } })
    expect(items).toMatchObject([{ starts: '2009', ends: '2012', members: [{ name: 'Medicen' }] }])
    expect(screen.getByText('Not begun')).toBeVisible()
  })
})

describe('people', () => {
  it('show what they signed for whom, and their posts on the day', async () => {
    const { user } = await openScreen(api, '/people')
    const row = await rowOf('Masahiro Nadamoto')
    expect(row.getByText('President, Kansai Council')).toBeVisible()
    await user.click(screen.getByRole('link', { name: 'Masahiro Nadamoto' }))
    const signatures = await section(/^Signatures given/)
    expect(signatures.getByRole('link', { name: 'Kansai MoU' })).toBeVisible()
    expect(signatures.getByText(/4 Feb 2008/)).toBeVisible()
    expect(signatures.getByRole('link', { name: 'Kansai Council' })).toBeVisible()
  })

  it('are added with their posts, the name in its own script', async () => {
    const { user, router } = await openScreen(api, '/people?dialog=new-person')
    const dialog = await dialogOf('New person')
    await write(user, dialog.getByLabelText('Given name'), 'Tarō')
    await write(user, dialog.getByLabelText(/^Family name/), 'Okada')
    await write(user, dialog.getByLabelText('Name in its own script'), '岡田 太郎')
    await write(user, dialog.getByLabelText('E-mail'), 'not an address')
    await user.click(dialog.getByText('Add a post'))
    await pick(user, dialog.getByLabelText(/^Organisation/), 'kansai', /^Kansai Council/)
    await write(user, dialog.getByLabelText('Post'), 'Director')
    await user.click(dialog.getByText('Create'))
    const mail = dialog.getByLabelText('E-mail')
    await waitFor(() => expect(mail).toHaveAttribute('aria-invalid', 'true'))
    expect(mail).toHaveFocus()
    await write(user, mail, 'okada@example.jp')
    await user.click(dialog.getByText('Create'))
    await titled('Tarō Okada')
    expect(screen.getByText('岡田 太郎 · Director, Kansai Council')).toBeVisible()
    const id = router.state.location.pathname.split('/').at(-1) ?? ''
    expect(await api.call(personRecords.read, { params: { id } })).toMatchObject({
      email: 'okada@example.jp',
    })
  })
})
