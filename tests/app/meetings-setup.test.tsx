import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setGrid, updateMeeting } from '../../src/contract/meetings.ts'
import { readParticipation } from '../../src/contract/participations.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { type MeetingWorld, meetingWorld } from '../support/meeting-world.ts'
import { openAgain, openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const address = ({ mission }: MeetingWorld) => `/missions/${mission.id}/meetings?view=setup`
type User = Awaited<ReturnType<typeof openScreen>>['user']
async function write(user: User, field: HTMLElement, text: string) {
  await user.clear(field)
  await user.type(field, text)
  await user.tab()
}

let worlds = 0
/** Two companies, two counterparts; two pairs agree, one of them placed in the first slot at the first table. */
async function world(): Promise<MeetingWorld> {
  const number = ++worlds
  const made = await meetingWorld(api, {
    home: [`Nicox ${number}`, `Trophos ${number}`],
    partner: [`Kobe ${number}`, `Osaka ${number}`],
    agreed: [
      [0, 0],
      [1, 1],
    ],
  })
  const { meetings, slots, tables } = await made.schedule()
  const [meeting] = meetings
  await api.call(
    updateMeeting,
    { params: { id: meeting?.id ?? '' }, body: { slotId: slots[0]?.id, tableId: tables[0]?.id } },
    { version: meeting?.version },
  )
  return made
}

describe('days and tables', () => {
  it('makes slots by a pattern, shows them before, and saves them with tables', async () => {
    const made = await meetingWorld(api, { home: ['Adocia'], partner: ['Sakai'], starts: [], tables: 0 })
    const { user } = await openScreen(api, address(made))
    expect(await screen.findByText('14 slots', { selector: 'strong' })).toBeVisible()
    await write(user, screen.getByLabelText('Ends at'), '1200')
    expect(screen.getByText('6 slots', { selector: 'strong' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Use these 6 slots' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Without a table no meeting can be placed')
    expect(screen.getByRole('button', { name: /^Save/ })).toHaveAttribute('aria-disabled')
    await user.click(screen.getByRole('button', { name: /^Add .* tables$/ }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(async () => expect((await made.schedule()).slots).toHaveLength(6))
    const { slots, tables } = await made.schedule()
    expect(slots[0]).toMatchObject({ day: '2008-10-15', starts: '09:00', ends: '09:30', session: 'morning' })
    expect(tables).toHaveLength(8)
    expect(await screen.findByText('Days and tables saved.')).toBeVisible()
  })

  it('says at the field what is wrong, and keeps it through a reload', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    const day = within(await screen.findByRole('region', { name: 'Wed 15 Oct' }))
    await write(user, day.getByLabelText('Start of Wed 15 Oct, 09:30'), '9:15')
    expect(day.getByRole('alert')).toHaveTextContent('It overlaps the slot 09:00–09:30.')
    expect(day.getByLabelText('Start of Wed 15 Oct, 09:15')).toBeInvalid()
    expect(screen.getByRole('button', { name: /^Save/ })).toHaveAttribute('aria-disabled')

    openAgain(address(made))
    const again = within(await screen.findByRole('region', { name: 'Wed 15 Oct' }))
    expect(again.getByLabelText('Start of Wed 15 Oct, 09:15')).toBeInvalid()
    expect((await made.schedule()).slots[1]?.starts).toBe('09:30')
  })

  it('says what deleting a slot takes off the grid, and asks', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    await user.click(await screen.findByRole('button', { name: 'Remove slot Wed 15 Oct, 09:00' }))
    expect(screen.getByText(/Saving takes 1 meeting off the grid/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Take 1 meeting off the grid?' }))
    const [meeting] = (await made.schedule()).meetings
    const name = made.home.find(({ id }) => id === meeting?.aId)?.organisation.name ?? '?'
    expect(dialog.getByText(new RegExp(`^${name} – `))).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    expect((await made.schedule()).slots).toHaveLength(3)

    await user.click(screen.getByRole('button', { name: 'Save' }))
    await user.click(await screen.findByRole('button', { name: 'Save and take them off' }))
    await waitFor(async () => expect((await made.schedule()).slots).toHaveLength(2))
    expect((await made.schedule()).meetings.every(({ slotId }) => slotId === null)).toBe(true)
  })

  it('tells that somebody else changed the grid, and saves mine over theirs when told to', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    await write(user, await screen.findByLabelText('Name of Table 2'), 'Garden')
    const { version, tables } = await made.schedule()
    const body = { tables: tables.map(({ place: _, ...table }) => ({ ...table, place: 'Hall A' })) }
    await api.call(setGrid, { params: { id: made.mission.id }, body }, { version })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Somebody else changed this meanwhile')).toBeVisible()
    expect(screen.getByLabelText('Name of Garden')).toHaveValue('Garden')
    await user.click(await screen.findByRole('button', { name: 'Save mine all the same' }))
    await waitFor(async () => expect((await made.schedule()).tables[1]?.name).toBe('Garden'))
  })

  it('notes who can’t come when', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    const who = made.partner[1]
    const name = who?.organisation.name ?? '?'
    const cell = await screen.findByRole('button', { name: `${name} is away on Wed 15 Oct, 14:00` })
    await user.click(cell)
    expect(cell).toHaveAttribute('aria-pressed', 'true')
    await user.click(screen.getByRole('button', { name: 'Save absences' }))
    const afternoon = (await made.schedule()).slots[2]?.id
    await waitFor(async () =>
      expect((await api.call(readParticipation, { params: { id: who?.id ?? '' } })).unavailable).toEqual([
        afternoon,
      ]),
    )
  })

  it('asks before an absence takes a meeting off the grid', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    const who = (await made.schedule()).meetings.find(({ slotId }) => slotId)
    const name = made.home.find(({ id }) => id === who?.aId)?.organisation.name ?? '?'
    await user.click(
      await screen.findByRole('button', {
        name: `${name} is away on Wed 15 Oct, 09:00 (has a meeting then)`,
      }),
    )
    expect(screen.getByText(/Saving takes 1 meeting off the grid/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Save absences' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Take 1 meeting off the grid?' }))
    expect(dialog.getByText(/One of the two is away then/)).toBeVisible()
    expect(dialog.getByText(new RegExp(`^${name} – `))).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    expect((await made.schedule()).meetings.filter(({ slotId }) => slotId)).toHaveLength(1)

    await user.click(screen.getByRole('button', { name: 'Save absences' }))
    await user.click(await screen.findByRole('button', { name: 'Save and take them off' }))
    await waitFor(async () =>
      expect((await made.schedule()).meetings.every(({ slotId }) => slotId === null)).toBe(true),
    )
    const first = (await made.schedule()).slots[0]?.id
    expect((await made.schedule()).participants.find(({ id }) => id === who?.aId)?.unavailable).toEqual([
      first,
    ])
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('asks too where a meeting was put there meanwhile', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    const { meetings, slots, tables } = await made.schedule()
    const free = meetings.find(({ slotId }) => slotId === null)
    const name = made.partner.find(({ id }) => id === free?.bId)?.organisation.name ?? '?'
    await user.click(await screen.findByRole('button', { name: `${name} is away on Wed 15 Oct, 14:00` }))
    await api.call(
      updateMeeting,
      { params: { id: free?.id ?? '' }, body: { slotId: slots[2]?.id, tableId: tables[0]?.id } },
      { version: free?.version },
    )
    await user.click(screen.getByRole('button', { name: 'Save absences' }))
    await user.click(await screen.findByRole('button', { name: 'Save and take them off' }))
    await waitFor(async () =>
      expect((await made.schedule()).meetings.find(({ id }) => id === free?.id)?.slotId).toBeNull(),
    )
  })
})
