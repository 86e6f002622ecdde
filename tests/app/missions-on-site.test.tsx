import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readDossier } from '../../src/contract/dossier.ts'
import { recordMeeting } from '../../src/contract/meetings.ts'
import { cancelMission } from '../../src/contract/missions.ts'
import { readResults } from '../../src/contract/outcomes.ts'
import { readParticipation } from '../../src/contract/participations.ts'
import { readSession } from '../../src/contract/workspace.ts'
import { call, setTransport } from '../../src/data/client.ts'
import type { OutboxStore } from '../../src/data/outbox/store.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { dialogOf, noDialog, seenBy, type User, write } from '../support/app-acts.ts'
import { type MeetingWorld, meetingWorld } from '../support/meeting-world.ts'
import { participationVerbs } from '../support/participations.ts'
import { schedules } from '../support/schedule.ts'
import { openScreen } from '../support/screen.tsx'

// jsdom has no IndexedDB.
vi.mock('../../src/data/outbox/store.ts', async (): Promise<{ browserStore: OutboxStore }> => {
  const { memoryStore } = await import('../unit/support/outbox.ts')
  return { browserStore: memoryStore() }
})

let api: TestApi
beforeAll(async () => {
  api = await startApi({ clock: '2008-10-15' })
})
afterAll(() => api.stop())

let worlds = 0
/** Two companies that each meet a counterpart on the first day, one of them again on the second; all have confirmed. */
async function world(): Promise<MeetingWorld> {
  const n = ++worlds
  const named = (names: string[]) => names.map((name) => `${name} ${n}`)
  const made = await meetingWorld(api, {
    home: named(['Nicox', 'Trophos']),
    partner: named(['Kobe', 'Osaka']),
    days: ['2008-10-15', '2008-10-16'],
    starts: ['09:00', '09:30'],
    tables: 1,
    agreed: [
      [0, 0],
      [1, 1],
      [0, 1],
    ],
  })
  const verbs = participationVerbs(api)
  for (const one of [...made.home, ...made.partner]) await verbs.move(one, 'confirmed')
  const { meetings, slots, tables } = await made.schedule()
  const on = schedules(api)
  const places: [home: number, partner: number, slot: number][] = [
    [0, 0, 0],
    [1, 1, 1],
    [0, 1, 2],
  ]
  for (const [home, partner, slot] of places) {
    const meeting = meetings.find(
      ({ aId, bId }) => aId === made.home[home]?.id && bId === made.partner[partner]?.id,
    )
    await on.move(made.mission.id, meeting?.id ?? '', { slotId: slots[slot]?.id, tableId: tables[0]?.id })
  }
  return made
}

const address = ({ mission }: MeetingWorld) => `/missions/${mission.id}/on-site`
const nameOf = (made: MeetingWorld, side: 'home' | 'partner', index: number) =>
  made[side][index]?.organisation.name ?? ''
/** The meeting of the company with the counterpart of the same position. */
const meetingOf = async (made: MeetingWorld, index: number) => {
  const found = (await made.schedule()).meetings.find(
    ({ aId, bId }) => aId === made.home[index]?.id && bId === made.partner[index]?.id,
  )
  if (!found) throw new Error('They have no meeting')
  return found
}
const itemOf = async (made: MeetingWorld, index: number) => {
  const name = `${nameOf(made, 'home', index)} and ${nameOf(made, 'partner', index)}`
  const link = await screen.findByRole('link', { name })
  return within(link.closest('li') as HTMLElement)
}
const presence = (name: string) => screen.findByRole('radiogroup', { name: `Is ${name} here?` })
const stateOf = async (made: MeetingWorld) =>
  (await api.call(readParticipation, { params: { id: made.home[0]?.id ?? '' } })).state
const rate = async (user: User, item: ReturnType<typeof within>, rating: string) => {
  await user.click(await item.findByRole('combobox', { name: 'How useful' }))
  await user.click(await screen.findByRole('option', { name: rating }))
}

describe('who is here', () => {
  it('is noted with one tap, and taken back', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    const nicox = nameOf(made, 'home', 0)
    expect(await screen.findByText('0 of 4 here')).toBeVisible()
    await user.click(within(await presence(nicox)).getByText('Here'))
    expect(await screen.findByText('1 of 4 here')).toBeVisible()
    await waitFor(async () => expect(await stateOf(made)).toBe('attended'))
    await user.click(within(await presence(nicox)).getByText('Absent'))
    await waitFor(async () => expect(await stateOf(made)).toBe('no_show'))
    await user.click(within(await presence(nicox)).getByText('Not yet'))
    await waitFor(async () => expect(await stateOf(made)).toBe('confirmed'))
    expect(await screen.findByText('0 of 4 here')).toBeVisible()
  })
})

it('is asked of everybody who has meetings, confirmed or not', async () => {
  const made = await meetingWorld(api, {
    home: ['Only accepted'],
    partner: ['Never asked'],
    agreed: [[0, 0]],
  })
  const { user } = await openScreen(api, address(made))
  expect(await screen.findByText('0 of 2 here')).toBeVisible()
  await user.click(within(await presence('Only accepted')).getByText('Here'))
  await waitFor(async () => expect(await stateOf(made)).toBe('attended'))
  await user.click(within(await presence('Only accepted')).getByText('Not yet'))
  await waitFor(async () => expect(await stateOf(made)).toBe('accepted'))
})

describe('what became of a meeting', () => {
  it('leaves what a colleague noted since this page heard of it', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    const item = await itemOf(made, 0)
    const { id } = await meetingOf(made, 0)
    const theirs = { state: 'held', rating: 'cooperation_possible', remark: 'Wants our data' } as const
    await api.call(recordMeeting, { params: { id }, body: theirs })
    await user.click(item.getByText('Held'))
    expect(await item.findByRole('combobox', { name: 'How useful' })).toHaveValue('Cooperation possible')
    expect(await meetingOf(made, 0)).toMatchObject(theirs)

    await user.click(item.getByRole('button', { name: /^Notes and photos/ }))
    const dialog = await dialogOf(`${nameOf(made, 'home', 0)} and ${nameOf(made, 'partner', 0)}`)
    await dialog.findByRole('textbox', { name: 'Held elsewhere' })
    await api.call(recordMeeting, { params: { id }, body: { remark: 'Wants our data soon' } })
    await write(user, dialog.getByRole('textbox', { name: 'Held elsewhere' }), 'Lobby')
    await user.click(dialog.getByRole('button', { name: 'Keep' }))
    await noDialog()
    expect(await meetingOf(made, 0)).toMatchObject({ remark: 'Wants our data soon', movedTo: 'Lobby' })
  })

  it('is held with one of three ratings, or did not take place', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    const item = await itemOf(made, 0)
    expect(item.queryByRole('combobox', { name: 'How useful' })).toBeNull()
    await user.click(item.getByText('Held'))
    await rate(user, item, 'Cooperation possible')
    await waitFor(async () =>
      expect(await meetingOf(made, 0)).toMatchObject({ state: 'held', rating: 'cooperation_possible' }),
    )
    expect(await screen.findByText('1 of 2 recorded')).toBeVisible()
    await user.click(item.getByText('No-show'))
    await waitFor(async () =>
      expect(await meetingOf(made, 0)).toMatchObject({ state: 'no_show', rating: 'did_not_take_place' }),
    )
    expect(item.queryByRole('combobox', { name: 'How useful' })).toBeNull()
    await user.click(item.getByText('To come'))
    await waitFor(async () =>
      expect(await meetingOf(made, 0)).toMatchObject({ state: 'planned', rating: null }),
    )
  })

  it('is said in a line, with where it was held, a note and a photo', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    const item = await itemOf(made, 0)
    await user.click(item.getByRole('button', { name: /^Notes and photos/ }))
    const title = `${nameOf(made, 'home', 0)} and ${nameOf(made, 'partner', 0)}`
    const dialog = await dialogOf(title)
    await write(user, await dialog.findByRole('textbox', { name: 'Write a note' }), 'Wants our data')
    await user.click(dialog.getAllByRole('button', { name: 'Add' })[0] as HTMLElement)
    expect(await dialog.findByText('Wants our data')).toBeVisible()
    const card = new File(['card'], 'card.png', { type: 'image/png' })
    await user.upload(document.querySelector('input[type=file]') as HTMLInputElement, card)
    expect(await dialog.findByText('card.png')).toBeVisible()
    await write(user, dialog.getByRole('textbox', { name: 'What was said' }), 'Trial in spring')
    await write(user, dialog.getByRole('textbox', { name: 'Held elsewhere' }), 'Lobby, 10:00')
    await user.click(dialog.getByRole('button', { name: 'Keep' }))
    await noDialog()
    expect(await item.findByText('Trial in spring')).toBeVisible()
    expect(item.getByText('Lobby, 10:00')).toBeVisible()
    const { id } = await meetingOf(made, 0)
    const query = { noun: 'meetings' as const, recordId: id }
    expect(await api.call(readDossier, { query })).toMatchObject({
      notes: [{ body: 'Wants our data' }],
      documents: [{ filename: 'card.png' }],
    })
  })

  it('is found by day, by who meets, and by what is still open', async () => {
    const made = await world()
    const { id } = await meetingOf(made, 0)
    await api.call(recordMeeting, { params: { id }, body: { state: 'held' } })
    const { user } = await openScreen(api, address(made))
    await itemOf(made, 0)
    await user.click(screen.getByRole('checkbox', { name: 'Only what is not recorded yet' }))
    await waitFor(() => expect(screen.queryByText('Held', { selector: '[data-active] *' })).toBeNull())
    expect((await itemOf(made, 1)).getByText('Table 1')).toBeVisible()
    await user.click(screen.getByRole('combobox', { name: 'Company or counterpart' }))
    await user.click(await screen.findByRole('option', { name: nameOf(made, 'home', 0) }))
    expect(await screen.findByText('Everything of this day is recorded.')).toBeVisible()
    await user.click(within(screen.getByRole('radiogroup', { name: 'Day' })).getByText(/16 Oct/))
    const link = `${nameOf(made, 'home', 0)} and ${nameOf(made, 'partner', 1)}`
    expect(await screen.findByRole('link', { name: link })).toBeVisible()
  })

  it('counts as in the results: from its day on', async () => {
    const made = await world()
    const { id } = await meetingOf(made, 0)
    await api.call(recordMeeting, { params: { id }, body: { state: 'held' } })
    const params = { id: made.mission.id }
    const held = async (asOf: string) =>
      (await api.call(readResults, { params, query: { asOf } })).funnel.find(({ step }) => step === 'held')
        ?.count
    expect([await held('2008-10-14'), await held('2008-10-15')]).toEqual([0, 1])
    await openScreen(api, `${address(made)}?asOf=2008-10-14`)
    expect(await screen.findByText('0 of 2 recorded')).toBeVisible()
    expect(screen.getByText(/^1 is recorded for a day after 14 Oct 2008;/)).toBeVisible()
    await openScreen(api, `${address(made)}?asOf=2008-10-15`)
    expect(await screen.findByText('1 of 2 recorded')).toBeVisible()
    expect(screen.queryByText(/is recorded for a day after/)).toBeNull()
  })

  it('is not recorded of a cancelled mission, and says why', async () => {
    const made = await world()
    const { version } = await made.schedule()
    const body = { on: '2008-10-10', reason: 'No funds' }
    await api.call(cancelMission, { params: { id: made.mission.id }, body }, { version })
    await openScreen(api, address(made))
    await itemOf(made, 0)
    const why = 'The mission was cancelled on 10 Oct 2008. Take it up again first.'
    expect(screen.getAllByText(why)).not.toEqual([])
    for (const radio of within(await presence(nameOf(made, 'home', 0))).getAllByRole('radio'))
      expect(radio).toBeDisabled()
  })

  it('is only looked at by who may only look; the screen passes axe', async () => {
    const made = await world()
    await openScreen(seenBy(api, viewer), address(made))
    await itemOf(made, 0)
    await waitFor(() => {
      for (const radio of screen.getAllByRole('radio'))
        if (!radio.closest('[aria-label=Day]')) expect(radio).toBeDisabled()
    })
    const { violations } = await axe.run(document.body, {
      // jsdom neither lays out nor paints.
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([])
  })
})

describe('while the API does not answer', () => {
  it('what is recorded shows at once, waits, and is sent once', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    const item = await itemOf(made, 0)
    const nicox = nameOf(made, 'home', 0)
    const { version } = await meetingOf(made, 0)
    await presence(nicox)

    setTransport(() => Promise.reject(new TypeError('No network')))
    await user.click(within(await presence(nicox)).getByText('Here'))
    expect(await screen.findByText('1 of 4 here')).toBeVisible()
    await user.click(item.getByText('Held'))
    await rate(user, item, 'Informative')
    await waitFor(() => expect(screen.getAllByText('Waits for the connection')).toHaveLength(2))
    expect(await meetingOf(made, 0)).toMatchObject({ state: 'planned', version })

    const sent: string[] = []
    setTransport((request) => {
      if (request.method === 'POST') sent.push(new URL(request.url).pathname.split('/').slice(-1)[0] ?? '')
      return api.fetch(request)
    })
    // The answer to anything tells that the connection is back.
    await call(readSession, {})
    await waitFor(async () =>
      expect(await meetingOf(made, 0)).toMatchObject({ state: 'held', rating: 'informative' }),
    )
    await waitFor(() => expect(screen.queryByText('Waits for the connection')).toBeNull())
    expect(await stateOf(made)).toBe('attended')
    expect(sent.sort()).toEqual(['attendance', 'record', 'record'])
  })
})
