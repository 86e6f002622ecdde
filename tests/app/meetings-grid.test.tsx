import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateMeeting } from '../../src/contract/meetings.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { type MeetingWorld, meetingWorld } from '../support/meeting-world.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

let worlds = 0
interface Grid extends MeetingWorld {
  /** "Nicox 1" and so on. */
  names: { nicox: string; trophos: string; kobe: string; osaka: string }
}

/**
 * Three slots, two tables. Nicox meets Kobe at 09:00 and Osaka at 09:30, both at table 1; Trophos meets Kobe at 09:30 at
 * table 2; Trophos and Osaka have no place.
 */
async function world(): Promise<Grid> {
  const n = ++worlds
  const names = { nicox: `Nicox ${n}`, trophos: `Trophos ${n}`, kobe: `Kobe ${n}`, osaka: `Osaka ${n}` }
  const made = await meetingWorld(api, {
    home: [names.nicox, names.trophos],
    partner: [names.kobe, names.osaka],
    agreed: [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ],
  })
  await place(made, 0, 0, 0, 0)
  await place(made, 0, 1, 1, 0)
  await place(made, 1, 0, 1, 1)
  return { ...made, names }
}

const meetingOf = async (made: MeetingWorld, home: number, partner: number) => {
  const { meetings } = await made.schedule()
  const found = meetings.find(
    ({ aId, bId }) => aId === made.home[home]?.id && bId === made.partner[partner]?.id,
  )
  if (!found) throw new Error('There is no such meeting')
  return found
}
async function place(made: MeetingWorld, home: number, partner: number, slot: number, table: number) {
  const { id, version } = await meetingOf(made, home, partner)
  const { slots, tables } = await made.schedule()
  const body = { slotId: slots[slot]?.id, tableId: tables[table]?.id }
  await api.call(updateMeeting, { params: { id }, body }, { version })
}
/** Where a meeting stands: slot and table by position, or nothing. */
async function placeOf(made: MeetingWorld, home: number, partner: number) {
  const { slotId, tableId } = await meetingOf(made, home, partner)
  const { slots, tables } = await made.schedule()
  return [slots.findIndex(({ id }) => id === slotId), tables.findIndex(({ id }) => id === tableId)]
}

const address = ({ mission }: MeetingWorld) => `/missions/${mission.id}/meetings`
const cell = (label: string) => screen.findByLabelText(label)
const verdict = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join(' ')

describe('the grid', () => {
  it('shows who meets whom, on both clocks, and passes axe', async () => {
    const made = await world()
    const { nicox, kobe } = made.names
    await openScreen(api, address(made))
    expect(await cell(`${nicox}, ${kobe}, Table 1, Wed 15 Oct, 09:00`)).toBeVisible()
    const grid = within(screen.getByRole('grid', { name: 'Schedule, slots by tables' }))
    expect(grid.getByRole('columnheader', { name: 'Tokyo' })).toBeVisible()
    expect(grid.getByRole('columnheader', { name: 'Paris' })).toBeVisible()
    expect(grid.getByText('02:00')).toBeVisible()
    const { violations } = await axe.run(document.body, {
      // jsdom neither lays out nor paints.
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([])
  })

  it('moves a meeting by keyboard, saying what is in the way before it is put down', async () => {
    const made = await world()
    const { nicox, trophos, kobe, osaka } = made.names
    const { user } = await openScreen(api, address(made))
    const from = await cell(`${nicox}, ${kobe}, Table 1, Wed 15 Oct, 09:00`)
    from.focus()
    await user.keyboard('m')
    expect(verdict()).toContain(`${nicox} – ${kobe}`)
    await user.keyboard('{ArrowDown}{ArrowRight}')
    expect(verdict()).toContain(`${nicox} already meets ${osaka} on Wed 15 Oct, 09:30.`)
    expect(verdict()).toContain(`Table 2 is taken by ${trophos} – ${kobe}`)
    await user.keyboard('{Enter}')
    expect(await placeOf(made, 0, 0)).toEqual([0, 0])
    await user.keyboard('{ArrowDown}')
    expect(verdict()).toContain('Wed 15 Oct, 14:00 · Table 2: free')
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await placeOf(made, 0, 0)).toEqual([2, 1]))
    expect(await screen.findByText(`${nicox} – ${kobe} moved to Wed 15 Oct, 14:00, Table 2.`)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await placeOf(made, 0, 0)).toEqual([0, 0]))
  })

  it('leaves a meeting where it was on Escape, locks it, and refuses to move it then', async () => {
    const made = await world()
    const { nicox, kobe } = made.names
    const { user } = await openScreen(api, address(made))
    const label = `${nicox}, ${kobe}, Table 1, Wed 15 Oct, 09:00`
    ;(await cell(label)).focus()
    await user.keyboard('{Enter}{ArrowDown}{Escape}')
    expect(document.activeElement).toHaveAccessibleName(label)
    await user.keyboard('l')
    expect(await cell(`${label}, locked`)).toBeVisible()
    await waitFor(async () => expect((await meetingOf(made, 0, 0)).locked).toBe(true))
    await user.keyboard('m')
    expect(await screen.findByText(`${nicox} – ${kobe} is locked. Unlock it first.`)).toBeVisible()
    expect(await placeOf(made, 0, 0)).toEqual([0, 0])
  })

  it('places a meeting from the tray, and takes one off', async () => {
    const made = await world()
    const { nicox, trophos, kobe, osaka } = made.names
    const { user } = await openScreen(api, address(made))
    const tray = within(await screen.findByRole('region', { name: 'Without a place' }))
    const waiting = tray.getByRole('button', { name: `${trophos} – ${osaka}` })
    waiting.focus()
    await user.keyboard('m')
    await user.click(await cell('Free: Table 1, Wed 15 Oct, 14:00'))
    await waitFor(async () => expect(await placeOf(made, 1, 1)).toEqual([2, 0]))
    ;(await cell(`${nicox}, ${kobe}, Table 1, Wed 15 Oct, 09:00`)).focus()
    await user.keyboard('{Delete}')
    await waitFor(async () => expect(await placeOf(made, 0, 0)).toEqual([-1, -1]))
    expect(await tray.findByRole('button', { name: `${nicox} – ${kobe}` })).toBeVisible()
  })

  it('binds a meeting to a half of the day', async () => {
    const made = await world()
    const { trophos, osaka } = made.names
    const { user } = await openScreen(api, address(made))
    await user.click(await screen.findByRole('button', { name: `${trophos} – ${osaka}` }))
    const panel = within(screen.getByRole('region', { name: `Meeting ${trophos} – ${osaka}` }))
    await user.click(panel.getByText('Afternoon'))
    await waitFor(async () => expect((await meetingOf(made, 1, 1)).bound).toBe('afternoon'))
    await user.click(panel.getByRole('button', { name: 'Place' }))
    ;(await cell('Free: Table 2, Wed 15 Oct, 09:00')).focus()
    await user.hover(document.activeElement as HTMLElement)
    expect(verdict()).toContain(`${trophos} – ${osaka} is bound to an afternoon.`)
  })
})

describe('two people on one schedule', () => {
  it('tells who moved the same meeting, and keeps what was wanted', async () => {
    const made = await world()
    const { nicox, kobe } = made.names
    const { user } = await openScreen(api, address(made))
    const from = await cell(`${nicox}, ${kobe}, Table 1, Wed 15 Oct, 09:00`)
    await place(made, 0, 0, 0, 1)
    from.focus()
    await user.keyboard('m')
    await user.click(await cell('Free: Table 2, Wed 15 Oct, 14:00'))
    expect(await screen.findByText('Somebody else changed this meanwhile')).toBeVisible()
    expect(
      screen.getByText(new RegExp(`${nicox} – ${kobe} is now on Wed 15 Oct, 09:00, Table 2`)),
    ).toBeVisible()
    expect(await placeOf(made, 0, 0)).toEqual([0, 1])
    await user.click(
      screen.getByRole('button', { name: 'Move it to Wed 15 Oct, 14:00, Table 2 all the same' }),
    )
    await waitFor(async () => expect(await placeOf(made, 0, 0)).toEqual([2, 1]))
    expect(screen.queryByText('Somebody else changed this meanwhile')).toBeNull()
  })

  it('says who is in the way where somebody took the place meanwhile', async () => {
    const made = await world()
    const { nicox, trophos, kobe, osaka } = made.names
    const { user } = await openScreen(api, address(made))
    const from = await cell(`${nicox}, ${kobe}, Table 1, Wed 15 Oct, 09:00`)
    await place(made, 1, 1, 2, 1)
    from.focus()
    await user.keyboard('m')
    await user.click(await cell('Free: Table 2, Wed 15 Oct, 14:00'))
    expect(
      await screen.findByText(`Table 2 is taken on Wed 15 Oct, 14:00 by ${trophos} – ${osaka}.`),
    ).toBeVisible()
    expect(await placeOf(made, 0, 0)).toEqual([0, 0])
  })
})
