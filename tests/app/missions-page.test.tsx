import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { missionRecords } from '../../src/contract/missions.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { dialogOf, noDialog, section, seenBy, titled, toastSaying, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { meetingWorld } from '../support/meeting-world.ts'
import { openAgain, openScreen } from '../support/screen.tsx'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

const read = (id: string) => api.call(missionRecords.read, { params: { id } })

describe('a new mission', () => {
  it('shows its checklist counted back from the date before it is created', async () => {
    const { user, router } = await openScreen(api, '/missions?dialog=new-mission')
    const dialog = await dialogOf('New mission')
    const list = within(dialog.getByRole('region', { name: 'Checklist' }))
    expect(list.getByText('210 days before')).toBeVisible()
    await write(user, dialog.getByRole('textbox', { name: 'Title' }), 'Bio-Japan 2009')
    await write(user, dialog.getByRole('textbox', { name: 'First day' }), '14 October 2009')
    await write(user, dialog.getByRole('textbox', { name: 'Last day' }), '16 October 2009')
    const stand = list.getByText('Book the stand').closest('li')
    expect(stand).toHaveTextContent('18 Mar 2009')
    const plan = list.getByText('Plan who is asked for results after 3, 6 and 12 months').closest('li')
    expect(plan).toHaveTextContent('30 Oct 2009')
    await user.click(dialog.getByRole('combobox', { name: 'Kind' }))
    await user.click(await screen.findByRole('option', { name: 'Seminar' }))
    expect(list.queryByText('Book the stand')).toBeNull()
    expect(list.getByText('Win the speakers')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Create' }))
    await titled('Bio-Japan 2009')
    const id = router.state.location.pathname.split('/').at(-1) ?? ''
    const created = await read(id)
    expect(created).toMatchObject({ kind: 'seminar', stage: 'planned', starts: '2009-10-14' })
    expect(created.steps.map(({ key }) => key)).toContain('speakers')
    expect(await screen.findByRole('checkbox', { name: 'Win the speakers' })).not.toBeChecked()
  })

  it('marks what would be late already, and begins without a checklist where one is not wanted', async () => {
    const { user, router } = await openScreen(api, '/missions?dialog=new-mission&starts=2008-10-01')
    const dialog = await dialogOf('New mission')
    const list = within(dialog.getByRole('region', { name: 'Checklist' }))
    const due = list.getByText('Call for companies').closest('li')?.querySelector('time')
    expect(due).toHaveAttribute('data-late', 'true')
    await user.click(list.getByRole('switch', { name: /Begin with its checklist/ }))
    expect(list.queryByText('Call for companies')).toBeNull()
    await write(user, dialog.getByRole('textbox', { name: 'Title' }), 'On short notice')
    await user.click(dialog.getByRole('button', { name: 'Create' }))
    await titled('On short notice')
    expect((await read(router.state.location.pathname.split('/').at(-1) ?? '')).steps).toEqual([])
  })

  it('keeps what was typed through a reload, and what is wrong is said beside its field', async () => {
    const { user } = await openScreen(api, '/missions?dialog=new-mission')
    const dialog = await dialogOf('New mission')
    await write(user, dialog.getByRole('textbox', { name: 'Town' }), 'Osaka')
    openAgain('/missions?dialog=new-mission')
    const again = await dialogOf('New mission')
    expect(again.getByRole('textbox', { name: 'Town' })).toHaveValue('Osaka')
    await write(user, again.getByRole('textbox', { name: 'Title' }), 'Backwards')
    await write(user, again.getByRole('textbox', { name: 'First day' }), '10 October 2008')
    await write(user, again.getByRole('textbox', { name: 'Last day' }), '9 October 2008')
    await user.click(again.getByRole('button', { name: 'Create' }))
    expect(await again.findByText('This ends before it starts.')).toBeVisible()
    expect(again.getByRole('textbox', { name: 'Last day' })).toHaveAttribute('aria-invalid', 'true')
    expect(again.getByRole('textbox', { name: 'Town' })).toHaveValue('Osaka')
  })
})

describe('the checklist', () => {
  const made = () =>
    make.mission({ title: 'Planned well', kind: 'business_mission', starts: '2008-11-10', template: true })

  it('is ticked off, and the tick is taken away by undoing it', async () => {
    const { id } = await made()
    const { user } = await openScreen(api, `/missions/${id}`)
    const list = await section('Checklist')
    expect(list.getByText('0 of 14 done')).toBeVisible()
    const travel = list.getByRole('checkbox', { name: 'Book travel and hotels' })
    expect(travel.closest('li')).toHaveTextContent('11 Sept 20084 days late')
    await user.click(travel)
    const toast = await toastSaying('Done: Book travel and hotels')
    expect(await list.findByText('1 of 14 done')).toBeVisible()
    expect((await read(id)).steps.find(({ key }) => key === 'travel')?.doneOn).toBe('2008-09-15')
    await user.click(toast.getByText('Undo'))
    expect(await list.findByText('0 of 14 done')).toBeVisible()
  })

  it('takes steps of one’s own, moves them and lets go of them', async () => {
    const { id } = await made()
    const { user } = await openScreen(api, `/missions/${id}`)
    const list = await section('Checklist')
    await user.click(list.getByRole('button', { name: 'Add a step' }))
    const dialog = await dialogOf('Add a step')
    await write(user, dialog.getByRole('textbox', { name: 'What is to be done' }), 'Ask for visas')
    await write(user, dialog.getByRole('textbox', { name: 'Due' }), '1 October 2008')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await noDialog()
    const visas = await list.findByRole('checkbox', { name: 'Ask for visas' })
    expect(visas.closest('li')).toHaveTextContent('1 Oct 2008')
    const order = () =>
      within(list.getByRole('list', { name: 'Participants' }))
        .getAllByRole('checkbox')
        .map((box) => box.closest('li')?.querySelector('label')?.textContent)
    expect(order().slice(-2)).toEqual(['Book travel and hotels', 'Ask for visas'])
    visas.focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() => expect(order().slice(-2)).toEqual(['Ask for visas', 'Book travel and hotels']))
    await user.click(list.getByRole('button', { name: 'Ask for visas: more' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    await waitFor(() => expect(list.queryByRole('checkbox', { name: 'Ask for visas' })).toBeNull())
    expect((await read(id)).steps).toHaveLength(14)
  })
})

describe('what can be done next', () => {
  it('cancels with a reason, says why the rest is off, and takes it up again', async () => {
    const { id } = await make.mission({ title: 'Called off', starts: '2008-11-10' })
    const { user } = await openScreen(api, `/missions/${id}`)
    await titled('Called off')
    const main = within(screen.getByRole('main'))
    await user.click(main.getByRole('button', { name: 'More' }))
    const menu = within(await screen.findByRole('menu'))
    expect(menu.getByRole('menuitem', { name: /Take up again/ })).toHaveTextContent(
      'The mission is neither cancelled nor closed.',
    )
    await user.click(menu.getByRole('menuitem', { name: 'Cancel the mission…' }))
    const dialog = await dialogOf('Cancel the mission')
    await user.click(dialog.getByRole('button', { name: 'Cancel the mission' }))
    expect(await dialog.findByRole('alert')).toBeVisible()
    await write(user, dialog.getByRole('textbox', { name: 'Reason' }), 'Too few companies')
    await user.click(dialog.getByRole('button', { name: 'Cancel the mission' }))
    await noDialog()
    expect(await screen.findByRole('note')).toHaveTextContent('Cancelled on 15 Sept 2008Too few companies')
    const close = screen.getByRole('button', { name: /^Close/ })
    expect(close).toHaveAttribute('aria-disabled', 'true')
    expect(close).toHaveAccessibleDescription(/cancelled on 15 Sept 2008/)
    await user.click(main.getByRole('button', { name: 'More' }))
    await user.click(await screen.findByRole('menuitem', { name: /Take up again/ }))
    await toastSaying('“Called off” is taken up again.')
    await waitFor(() => expect(screen.queryByRole('note')).toBeNull())
    expect(await read(id)).toMatchObject({ cancelledOn: null, status: 'idea' })
  })

  it('closes after the follow-up, naming what is still open', async () => {
    const { id } = await make.mission({
      title: 'Over',
      kind: 'seminar',
      starts: '2008-06-02',
      template: true,
    })
    const { user } = await openScreen(api, `/missions/${id}`)
    await titled('Over')
    expect(screen.getByText('Follow-up', { selector: 'span' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    const dialog = await dialogOf('Close the mission')
    expect(dialog.getByText(/7 steps of the checklist are still open/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Close the mission' }))
    expect(await screen.findByText('Closed on 15 Sept 2008: its follow-up is done.')).toBeVisible()
    expect(await read(id)).toMatchObject({ status: 'closed', closedOn: '2008-09-15' })
  })

  it('is nothing for who looks only', async () => {
    const { id } = await make.mission({ title: 'Looked at', template: true })
    await openScreen(seenBy(api, viewer), `/missions/${id}`)
    await titled('Looked at')
    const move = await screen.findByRole('button', { name: /^Move to/ })
    await waitFor(() => expect(move).toHaveAttribute('aria-disabled', 'true'))
    expect(move).toHaveAccessibleDescription(/You are looking only/)
    const list = await section('Checklist')
    expect(list.getAllByRole('checkbox')[0]).toBeDisabled()
    expect(list.queryByRole('button', { name: 'Add a step' })).toBeNull()
  })
})

describe('the facts', () => {
  it('show the time there and at home, and are edited where they stand', async () => {
    const { id } = await make.mission({
      title: 'Timed',
      starts: '2008-10-15',
      startTime: '10:00',
      timeZone: 'Asia/Tokyo',
      homeTimeZone: 'Europe/Paris',
      town: 'Yokohama',
    })
    const { user } = await openScreen(api, `/missions/${id}`)
    expect(await screen.findByText('10:00 in Yokohama · 03:00 in Paris')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Edit Fee per company' }))
    await write(user, screen.getByRole('textbox', { name: 'Fee per company' }), '1,500.50')
    await user.keyboard('{Enter}')
    expect(await (await section('Facts')).findByText('€1,500.50')).toBeVisible()
    expect((await read(id)).fee).toEqual({ minor: 150050, currency: 'EUR' })
  })

  it('show both versions where somebody else was faster', async () => {
    const { id, version } = await make.mission({ title: 'Contested', town: 'Lyon' })
    const { user } = await openScreen(api, `/missions/${id}`)
    await user.click(await screen.findByRole('button', { name: 'Edit Town' }))
    await api.call(missionRecords.update, { params: { id }, body: { town: 'Paris' } }, { version })
    await write(user, screen.getByRole('textbox', { name: 'Town' }), 'Grenoble')
    await user.keyboard('{Enter}')
    const choice = within(await screen.findByRole('group', { name: 'Somebody else changed this too' }))
    await user.click(choice.getByRole('radio', { name: /What you typed.*Grenoble/ }))
    await user.click(choice.getByText('Save this choice'))
    await waitFor(async () => expect((await read(id)).town).toBe('Grenoble'))
  })

  it('say what is wrong with a number instead of making it another, and who has a place by more of them', async () => {
    const mission = await make.mission({ title: 'Numbered', capacity: 1 })
    for (const state of ['accepted', 'accepted'] as const)
      await make.participation({ missionId: mission.id, state })
    const { user } = await openScreen(api, `/missions/${mission.id}`)
    await user.click(await screen.findByRole('button', { name: 'Edit Places for companies' }))
    const facts = await section('Facts')
    const field = facts.getByRole('textbox', { name: 'Places for companies' })
    await write(user, field, '-2')
    await user.tab()
    expect(field).toHaveValue('-2')
    expect(facts.getByText('A number from 1 to 10,000.')).toBeVisible()
    await user.click(facts.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(field).toHaveAttribute('aria-invalid', 'true'))
    expect((await read(mission.id)).capacity).toBe(1)
    await write(user, field, '2')
    await user.click(facts.getByRole('button', { name: 'Save' }))
    await toastSaying('The mission is changed. 1 company from the waiting list has a place now.')
    expect((await read(mission.id)).counts).toMatchObject({ placed: 2, waitlisted: 0 })
  })

  it('keep what was typed into a picker and not chosen, and choose where just one has that name', async () => {
    const { id } = await make.mission({ title: 'Picked' })
    const corridor = await make.alliance({ name: 'Corridor of Biotech' })
    await make.alliance({ name: 'Corridor of Biotech South' })
    const { user } = await openScreen(api, `/missions/${id}`)
    await user.click(await screen.findByRole('button', { name: 'Edit Alliance' }))
    const facts = await section('Facts')
    const field = facts.getByRole('textbox', { name: 'Alliance' })
    await write(user, field, 'corridor of')
    await user.tab()
    expect(await facts.findByText('Choose one from the list: what is typed is not chosen.')).toBeVisible()
    expect(field).toHaveValue('corridor of')
    await write(user, field, 'CORRIDOR OF BIOTECH')
    await user.tab()
    await waitFor(() => expect(field).toHaveValue('Corridor of Biotech'))
    expect(field).not.toHaveAttribute('aria-invalid', 'true')
    await user.click(facts.getByRole('button', { name: 'Save' }))
    await waitFor(async () => expect((await read(id)).alliance?.id).toBe(corridor.id))
  })

  it('keep the mission’s dates around the slots of its schedule, and say what to do first', async () => {
    const { mission } = await meetingWorld(api, { title: 'Slotted', home: [], partner: [] })
    const { user } = await openScreen(api, `/missions/${mission.id}`)
    await user.click(await screen.findByRole('button', { name: 'Edit First day' }))
    const facts = await section('Facts')
    await write(user, facts.getByRole('textbox', { name: 'First day' }), '14 October 2008')
    await user.keyboard('{Enter}')
    await waitFor(async () => expect((await read(mission.id)).starts).toBe('2008-10-14'))
    await user.click(await screen.findByRole('button', { name: 'Edit Last day' }))
    await write(user, facts.getByRole('textbox', { name: 'Last day' }), '14 October 2008')
    await user.keyboard('{Enter}')
    expect(
      await facts.findByText(
        'Slots of the schedule would be outside the mission (3 in all, the first on 15 Oct 2008 at 09:00). Move or remove them in “Days and tables” first.',
      ),
    ).toBeVisible()
    expect(facts.getByRole('textbox', { name: 'Last day' })).toHaveAttribute('aria-invalid', 'true')
    expect((await read(mission.id)).ends).toBe('2008-10-15')
  })

  it('name the agreement that it serves, where the agreement names the mission too', async () => {
    const agreement = await make.agreement({
      title: 'Kansai with the Corridor',
      actions: [{ title: 'Joint presence at international events' }],
    })
    const { user } = await openScreen(api, `/agreements/${agreement.id}`)
    const missions = await section('Missions')
    await user.click(await missions.findByRole('button', { name: 'New mission' }))
    const dialog = await dialogOf('New mission')
    expect(await dialog.findByRole('textbox', { name: 'Agreement' })).toHaveValue('Kansai with the Corridor')
    await write(user, dialog.getByRole('textbox', { name: 'Title' }), 'Joint stand')
    await user.click(dialog.getByRole('button', { name: 'Create' }))
    await titled('Joint stand')
    const served = await section(/^Agreements it serves/)
    await user.click(await served.findByRole('link', { name: 'Kansai with the Corridor' }))
    expect(await (await section(/^Missions/)).findByRole('link', { name: 'Joint stand' })).toBeVisible()
  })
})

describe('in French', () => {
  it('has every word of the page, its checklist among them', async () => {
    const { id } = await make.mission({ title: 'Mission à Osaka', starts: '2008-11-10', template: true })
    await openScreen(api, `/missions/${id}`, 'fr')
    expect(await screen.findByRole('checkbox', { name: 'Réserver voyages et hôtels' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Préparation' })).toHaveAttribute('aria-current', 'page')
    expect(screen.getByText('4 jours de retard')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Clore' })).toBeVisible()
  })
})
