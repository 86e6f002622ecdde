import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAid } from '../../src/contract/aid.ts'
import type { Mission } from '../../src/contract/missions.ts'
import {
  listParticipations,
  moveParticipation,
  type Participation,
  readParticipation,
} from '../../src/contract/participations.ts'
import { setTransport } from '../../src/data/client.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, noDialog, section, toastSaying, type User, write } from '../support/app-acts.ts'
import { companyMakers } from '../support/companies.ts'
import { makers } from '../support/make.ts'
import { openAgain, openScreen } from '../support/screen.tsx'

let api: TestApi
let make: ReturnType<typeof makers>
let lyon: { id: string }
let alsace: { id: string }
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  lyon = await make.organisation({ name: 'Lyonbiopôle', colour: '#b8432f' })
  alsace = await make.organisation({ name: 'Alsace BioValley', colour: '#2f6fb8' })
})
afterAll(() => api.stop())

const company = (name: string, cluster = lyon) =>
  make.organisation({
    name,
    kinds: ['company'],
    country: 'FR',
    affiliations: [{ toId: cluster.id, role: 'member' }],
  })
const missionWith = (fields: Parameters<typeof make.mission>[0] = {}) =>
  make.mission({
    starts: '2008-10-15',
    ends: '2008-10-17',
    bodies: [
      { organisationId: lyon.id, role: 'lead' },
      { organisationId: alsace.id, role: 'participant' },
    ],
    ...fields,
  })
/** A company in a mission, in a state that it can begin in. */
const entered = async (
  { id }: Mission,
  name: string,
  state: Participation['state'] = 'applied',
  cluster = lyon,
) =>
  make.participation({
    missionId: id,
    organisationId: (await company(name, cluster)).id,
    clusterId: cluster.id,
    state,
    since: '2008-05-01',
  })
const now = ({ id }: { id: string }) => api.call(readParticipation, { params: { id } })
const rowOf = async (name: string) => {
  const link = await screen.findByRole('link', { name })
  return within(link.closest('tr') as HTMLElement)
}
const step = async (user: User, name: string, what: string) => {
  await user.click((await rowOf(name)).getByRole('button', { name: `Other steps: ${name}` }))
  await user.click(await screen.findByRole('menuitem', { name: what }))
}

describe('inviting companies', () => {
  it('chooses several from a filtered list, each from the cluster that it is a member of', async () => {
    const mission = await missionWith({ title: 'Inviting' })
    await company('Rhône Vaccines')
    await company('Vosges Biomaterials', alsace)
    await make.organisation({ name: 'Institut de la Loire', kinds: ['research'] })
    const { user } = await openScreen(api, `/missions/${mission.id}/companies`)
    expect(await screen.findByText('No companies yet')).toBeVisible()
    await user.click(screen.getAllByRole('button', { name: 'Invite companies' })[0] as HTMLElement)
    const dialog = await dialogOf('Invite companies')
    const add = dialog.getByRole('button', { name: /^Add/ })
    expect(add).toHaveAttribute('aria-disabled', 'true')
    expect(add).toHaveAccessibleDescription('Choose at least one.')
    await user.click(await dialog.findByRole('checkbox', { name: 'Rhône Vaccines' }))
    expect(dialog.queryByRole('checkbox', { name: 'Institut de la Loire' })).toBeNull()
    // What is chosen stays so while the list is narrowed.
    await write(user, dialog.getByRole('searchbox', { name: 'Name or place' }), 'vosges')
    await waitFor(() => expect(dialog.queryByRole('checkbox', { name: 'Rhône Vaccines' })).toBeNull())
    await user.click(await dialog.findByRole('checkbox', { name: 'Vosges Biomaterials' }))
    await user.click(dialog.getByRole('button', { name: 'Add 2' }))
    await toastSaying('2 added.')
    await noDialog()
    expect((await rowOf('Rhône Vaccines')).getByText('Invited')).toBeVisible()
    const groups = screen.getAllByRole('rowgroup').map((group) => group.textContent)
    expect(groups.find((text) => text?.startsWith(' Alsace BioValley'))).toMatch(/Vosges Biomaterials/)
    expect(groups.find((text) => text?.startsWith(' Lyonbiopôle'))).toMatch(/Rhône Vaccines/)
  })

  it('tells what is known of those chosen first, and refuses aid past the ceiling with the arithmetic', async () => {
    const mission = await missionWith({ title: 'Known first' })
    const { company: add, award } = companyMakers(api)
    const { id } = await add({ name: 'Nearly Full' })
    await award(id, '2008-01-15', 195_000)
    const { user } = await openScreen(
      api,
      `/missions/${mission.id}/companies?dialog=invite&mission=${mission.id}&who=home`,
    )
    const dialog = await dialogOf('Invite companies')
    await write(user, dialog.getByRole('searchbox', { name: 'Name or place' }), 'nearly')
    await user.click(await dialog.findByRole('checkbox', { name: 'Nearly Full' }))
    const known = within(await dialog.findByRole('region', { name: 'What is known' }))
    expect(known.getByText(/^Small/)).toBeVisible()
    expect(known.getByText('€5,000.00 of €200,000.00')).toBeVisible()
    expect(known.getByText('no other mission')).toBeVisible()
    expect(known.getByText(/declaration of SME status, declaration of de minimis aid/)).toBeVisible()
    // An invitation asks for nothing; a place does.
    expect(known.queryByText(/No cluster/)).toBeNull()
    await user.click(dialog.getByRole('combobox', { name: /They begin as|Begin/ }))
    await user.click(await screen.findByRole('option', { name: 'Accepted' }))
    expect(await known.findByText(/No cluster is named/)).toBeVisible()
    await write(user, dialog.getByRole('textbox', { name: /^De minimis aid/ }), '6000')
    expect(
      await known.findByText(/195,000.00 since .* make €201,000.00, over the ceiling of €200,000.00/),
    ).toBeVisible()
    const submit = () => dialog.getByRole('button', { name: 'Add 1' })
    await waitFor(() => expect(submit()).toHaveAccessibleDescription('Nearly Full cannot be taken in.'))
    await write(user, dialog.getByRole('textbox', { name: /^De minimis aid/ }), '5000')
    await write(user, dialog.getByRole('textbox', { name: /^Reason/ }), 'Pays for itself')
    await waitFor(() => expect(submit()).not.toHaveAttribute('aria-disabled', 'true'))
    await user.click(submit())
    await toastSaying('1 added.')
    const { items } = await api.call(listAid, { query: { organisation: id } })
    expect(items.map(({ euros }) => euros)).toEqual([500_000, 19_500_000])
  })

  it('adds counterparts of the mission’s country on their own side', async () => {
    const mission = await missionWith({ title: 'Meeting there', country: 'JP' })
    await make.organisation({ name: 'Kobe Stem Cells', kinds: ['company'], country: 'JP' })
    const { user } = await openScreen(api, `/missions/${mission.id}/companies?side=partner`)
    await user.click((await screen.findAllByRole('button', { name: 'Add counterparts' }))[0] as HTMLElement)
    const dialog = await dialogOf('Add counterparts')
    await user.click(await dialog.findByRole('checkbox', { name: 'Kobe Stem Cells' }))
    expect(dialog.queryByRole('checkbox', { name: 'Rhône Vaccines' })).toBeNull()
    await user.click(dialog.getByRole('button', { name: 'Add 1' }))
    await noDialog()
    const row = await rowOf('Kobe Stem Cells')
    await user.click(row.getByRole('button', { name: 'Accept: Kobe Stem Cells' }))
    await toastSaying('Kobe Stem Cells: Accepted.')
    expect(await row.findByText('Accepted')).toBeVisible()
  })
})

describe('a counterpart that nobody has heard of', () => {
  it('is added to the directory and chosen, with its name in its own script', async () => {
    const mission = await missionWith({ title: 'New there', country: 'JP' })
    const { user } = await openScreen(
      api,
      `/missions/${mission.id}/companies?side=partner&dialog=invite&mission=${mission.id}&who=partner`,
    )
    const dialog = await dialogOf('Add counterparts')
    await write(user, dialog.getByRole('searchbox', { name: 'Name or place' }), 'Himeji Genomics')
    await user.click(await dialog.findByRole('button', { name: 'Create “Himeji Genomics”' }))
    const panel = within(dialog.getByRole('group', { name: 'New organisation' }))
    expect(panel.getByRole('textbox', { name: 'Name' })).toHaveValue('Himeji Genomics')
    await write(user, panel.getByRole('textbox', { name: 'Name in its own script' }), '姫路ゲノミクス')
    // Enter adds it, and does not invite anybody.
    await user.keyboard('{Enter}')
    await toastSaying('Himeji Genomics is added to the directory.')
    await user.click(await dialog.findByRole('button', { name: 'Add 1' }))
    await noDialog()
    await rowOf('Himeji Genomics')
    const { items } = await api.call(listParticipations, { query: { mission: mission.id, side: 'partner' } })
    expect(items).toMatchObject([
      { organisation: { name: 'Himeji Genomics' }, nativeName: '姫路ゲノミクス', country: 'JP' },
    ])
  })
})

describe('while there is no answer yet', () => {
  it('no number of companies is told, nor another one than was agreed to', async () => {
    const mission = await missionWith({ title: 'Slow', capacity: 2 })
    for (const name of ['Slow one', 'Slow two', 'Slow three']) await entered(mission, name)
    let answer = () => {}
    let held = new Promise<void>((resolve) => {
      answer = resolve
    })
    const { user } = await openScreen(api, '/missions')
    const isHeld = { read: true, moves: Number.POSITIVE_INFINITY }
    setTransport(async (request) => {
      const { pathname } = new URL(request.url)
      if (isHeld.read && request.method === 'GET' && pathname.endsWith('/participations')) await held
      if (pathname.endsWith('/state')) isHeld.moves -= 1
      if (isHeld.moves < 0) await held
      return api.fetch(request)
    })
    openAgain(`/missions/${mission.id}/companies`)
    await screen.findByRole('button', { name: 'Invite companies' })
    expect(screen.queryByText('0 of 2 places')).toBeNull()
    expect(screen.queryByRole('region', { name: 'Places' })).toBeNull()
    isHeld.read = false
    answer()
    expect(await screen.findByText('0 of 2 places')).toBeVisible()

    held = new Promise<void>((resolve) => {
      answer = resolve
    })
    isHeld.moves = 1
    await user.click(await screen.findByRole('checkbox', { name: 'Select Slow one' }))
    const bulk = within(await screen.findByRole('toolbar', { name: 'Actions on the selection' }))
    await user.click(bulk.getByRole('button', { name: 'Select all shown' }))
    await user.click(bulk.getByRole('button', { name: 'Move to' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Accept (3)' }))
    const dialog = await dialogOf('Accept')
    const sentence = '0 of 2 places are taken: 1 will wait.'
    expect(dialog.getByText(sentence)).toBeVisible()
    await write(user, dialog.getByRole('textbox', { name: 'Reason' }), 'All are good')
    await user.click(dialog.getByRole('button', { name: 'Accept' }))
    // One has its place, as the list behind says; the second is on its way.
    expect(await screen.findByText('1 of 2 places')).toBeInTheDocument()
    expect(dialog.getByText(sentence)).toBeVisible()
    // Whoever thinks better of it leaves the rest as it is.
    expect(dialog.getByText('1 of 3')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Stop' }))
    answer()
    await toastSaying('Accepted: 2 Stopped: 1 stays as it was.')
  })
})

describe('places', () => {
  it('are kept: who is accepted past the last one waits, and moves up when somebody withdraws', async () => {
    const mission = await missionWith({
      title: 'Full',
      capacity: 1,
      fee: { minor: 150_000, currency: 'EUR' },
      freeWithdrawalUntil: '2008-08-31',
    })
    const first = await entered(mission, 'First in')
    const second = await entered(mission, 'Second in', 'applied', alsace)
    const { user } = await openScreen(api, `/missions/${mission.id}/companies`)
    await user.click(await screen.findByRole('button', { name: 'Accept: First in' }))
    const gate = await dialogOf('Accept')
    const known = within(await gate.findByRole('list', { name: 'What is known' }))
    expect(known.getByText('declaration of SME status, declaration of de minimis aid')).toBeVisible()
    expect(known.getByText('no other mission')).toBeVisible()
    await user.click(gate.getByRole('button', { name: 'Accept' }))
    await toastSaying('First in: Accepted.')
    const places = await section('Places')
    expect(await places.findByText('1 of 1 place')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Accept: Second in' }))
    await user.click((await dialogOf('Accept')).getByRole('button', { name: 'Accept' }))
    await toastSaying('All places are taken: Second in waits in turn 1.')
    expect(await (await rowOf('Second in')).findByText('Waiting list · 1')).toBeVisible()
    expect(places.getByText('1 waiting')).toBeVisible()

    await step(user, 'First in', 'Withdraw…')
    const dialog = await dialogOf('Withdraw')
    expect(dialog.getByText('It has no meetings in the schedule.')).toBeVisible()
    expect(
      dialog.getByText(/The fee of €1,500.00 is owed: it could withdraw freely until 31 Aug 2008/),
    ).toBeVisible()
    expect(dialog.getByText('The place is offered to Second in, who waits first.')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Withdraw' }))
    expect(await dialog.findByText('Say why.')).toBeVisible()
    expect(await now(first)).toMatchObject({ state: 'accepted' })
    await write(user, dialog.getByRole('textbox', { name: 'Reason' }), 'Its founder left')
    await user.click(dialog.getByRole('button', { name: 'Withdraw' }))
    await noDialog()
    await toastSaying('First in: Withdrawn. The fee is owed. The place is offered to Second in.')
    expect(await now(first)).toMatchObject({ state: 'withdrawn' })
    expect(await now(second)).toMatchObject({ state: 'accepted', waiting: null })
  })

  it('are named in the dialog where several are accepted and not all fit', async () => {
    const mission = await missionWith({ title: 'Several', capacity: 2, applicationsClose: '2008-04-01' })
    for (const name of ['One', 'Two', 'Three']) await entered(mission, name)
    const { user } = await openScreen(api, `/missions/${mission.id}/companies`)
    await user.click(await screen.findByRole('checkbox', { name: 'Select One' }))
    const bulk = within(await screen.findByRole('toolbar', { name: 'Actions on the selection' }))
    await user.click(bulk.getByRole('button', { name: 'Select all shown' }))
    await user.click(bulk.getByRole('button', { name: 'Move to' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Accept (3)' }))
    const dialog = await dialogOf('Accept')
    expect(dialog.getByText('0 of 2 places are taken: 1 will wait.')).toBeVisible()
    expect(dialog.getByText('Places go by score, then by name; these wait: Two.')).toBeVisible()
    // All applied after the deadline: each is named with it, and one reason is asked for.
    expect(dialog.getAllByText('It applied after applications closed on 1 Apr 2008.')).toHaveLength(3)
    await write(user, dialog.getByRole('textbox', { name: 'Reason' }), 'The deadline was extended')
    await user.click(dialog.getByRole('button', { name: 'Accept' }))
    await toastSaying('Accepted: 2 · Waiting list: 1')
    const states = async () => {
      const { items } = await api.call(listParticipations, { query: { mission: mission.id } })
      return items.map(({ state }) => state).sort()
    }
    expect(await states()).toEqual(['accepted', 'accepted', 'waitlisted'])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await toastSaying('3 changes were undone.')
    expect(await states()).toEqual(['applied', 'applied', 'applied'])
  })
})

describe('the gate', () => {
  it('says what is unusual before somebody is taken in, and keeps the reason', async () => {
    const mission = await missionWith({
      title: 'Choosy',
      criteria: [{ name: 'Readiness', weight: 2 }, { name: 'Team' }],
    })
    const applied = await entered(mission, 'Not scored yet')
    const { user } = await openScreen(api, `/missions/${mission.id}/companies`)
    await user.click(await screen.findByRole('button', { name: 'Accept: Not scored yet' }))
    const dialog = await dialogOf('Accept')
    expect(dialog.getByText('It is scored on 0 of 2 criteria.')).toBeVisible()
    await write(user, dialog.getByRole('textbox', { name: 'Reason' }), 'Known from the last mission')
    await user.click(dialog.getByRole('button', { name: 'Accept' }))
    await noDialog()
    expect((await now(applied)).states.at(-1)).toMatchObject({
      state: 'accepted',
      reason: 'Known from the last mission',
    })
  })
})

describe('scores', () => {
  it('are typed in a grid, and their weighted mean stands beside them', async () => {
    const mission = await missionWith({
      title: 'Scored',
      criteria: [{ name: 'Readiness', weight: 3 }, { name: 'Team' }],
    })
    const one = await entered(mission, 'Scored one')
    const { user } = await openScreen(api, `/missions/${mission.id}/companies?view=scores`)
    const readiness = await screen.findByRole('textbox', { name: 'Scored one: Readiness' })
    await user.click(readiness)
    await user.keyboard('5{ArrowRight}2')
    const row = within(readiness.closest('tr') as HTMLElement)
    // (3 × 5 + 2) ÷ 4
    expect(row.getByText('4.3')).toBeVisible()
    await user.keyboard('7')
    expect(screen.getByRole('textbox', { name: 'Scored one: Team' })).toHaveValue('2')
    await user.tab()
    await waitFor(async () => expect((await now(one)).scores).toHaveLength(2))
    expect(await now(one)).toMatchObject({ score: 4.25 })
  })
})

describe('a participation', () => {
  it('has a page with its path, profile and people', async () => {
    const mission = await missionWith({ title: 'Paged' })
    const one = await entered(mission, 'Paged one')
    const { participation } = await api.call(
      moveParticipation,
      { params: { id: one.id }, body: { state: 'rejected', since: '2008-06-01', reason: 'Too early' } },
      { version: one.version },
    )
    const { user } = await openScreen(api, `/missions/participations/${participation.id}`)
    const path = await section('Its path')
    expect(path.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Applied1 May 2008',
      'Rejected1 Jun 2008Too early',
    ])
    // What was decided with its reason stands in the history, too.
    expect(await (await section('History')).findByText('Rejected, Too early')).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Edit Looks for' }))
    const seeks = screen.getByLabelText('Looks for', { selector: 'input' })
    await user.click(seeks)
    await user.paste('distribution in Japan')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(async () => expect((await now(one)).seeks).toEqual(['distribution in Japan']))
    const facts = await section('Facts')
    expect(facts.getByRole('link', { name: 'Paged' })).toHaveAttribute('href', `/missions/${mission.id}`)
  })
})

describe('in French', () => {
  it('has every word of the companies', async () => {
    const mission = await missionWith({ title: 'Française', capacity: 3 })
    await entered(mission, 'Une entreprise', 'accepted')
    await openScreen(api, `/missions/${mission.id}/companies`, 'fr')
    expect((await rowOf('Une entreprise')).getByText('Acceptée')).toBeVisible()
    expect((await section('Places')).getByText('Places prises : 1 sur 3')).toBeVisible()
    expect(screen.getByRole('button', { name: 'A confirmé\u00a0: Une entreprise' })).toBeVisible()
  })
})
