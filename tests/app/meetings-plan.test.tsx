import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMeetings, setGrid, updateMeeting } from '../../src/contract/meetings.ts'
import { updateParticipation } from '../../src/contract/participations.ts'
import { enterRequests } from '../../src/contract/requests.ts'
import { listRuns } from '../../src/contract/runs.ts'
import { type JobMessage, setScheduleRunner } from '../../src/data/schedule-runner.ts'
import { runScheduleJob } from '../../src/data/schedule-work.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { type MeetingWorld, meetingWorld } from '../support/meeting-world.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
/** Ends the work that is held back, where a test holds it. */
let hold: Promise<void> | null = null

beforeAll(async () => {
  api = await startApi()
  // What the worker does, done here: a moment later, as it would answer.
  setScheduleRunner((job, listen) => {
    let stopped = false
    const short = { ...job, seconds: 1 }
    const tell = async (message: JobMessage) => {
      if (message.kind === 'done') await hold
      if (!stopped) listen(message)
    }
    queueMicrotask(() =>
      runScheduleJob(
        short,
        (message) => void tell(message),
        () => performance.now(),
      ),
    )
    return {
      stop: () => {
        stopped = true
      },
    }
  })
})
afterAll(() => api.stop())

let worlds = 0
interface Plan extends MeetingWorld {
  n: number
}
/** Two slots at one table; Nicox is to meet Kobe and Osaka, Trophos Kobe: one of the three finds no place. */
async function tight(): Promise<Plan> {
  const n = ++worlds
  const made = await meetingWorld(api, {
    home: [`Nicox ${n}`, `Trophos ${n}`],
    partner: [`Kobe ${n}`, `Osaka ${n}`],
    starts: ['09:00', '09:30'],
    tables: 1,
    agreed: [
      [0, 0],
      [0, 1],
      [1, 0],
    ],
  })
  return { ...made, n }
}
const address = ({ mission }: MeetingWorld, view = 'schedule') =>
  `/missions/${mission.id}/meetings?view=${view}`
const placed = async (made: MeetingWorld) =>
  (await made.schedule()).meetings.filter(({ slotId }) => slotId !== null)
const runs = async ({ mission }: MeetingWorld) =>
  (await api.call(listRuns, { params: { id: mission.id } })).items

describe('the meter', () => {
  it('says exactly what does not fit, in a sentence', async () => {
    const made = await tight()
    const { user } = await openScreen(api, address(made))
    await user.click(await screen.findByRole('button', { name: /^Will it fit\?.*Does not fit/ }))
    // It opens in a moment.
    await waitFor(() => expect(screen.getByText('Exact:')).toBeVisible())
    expect(
      screen.getByText('3 meetings need a place, and the open tables have 2 over all slots: 1 too few.'),
    ).toBeVisible()
  })
})

describe('the automatic schedule', () => {
  it('shows what it would do and why one is left out, and does it in one change that can be undone', async () => {
    const made = await tight()
    const { user } = await openScreen(api, address(made))
    await user.click(await screen.findByRole('button', { name: 'Schedule automatically' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Automatic schedule' }))
    expect(await dialog.findByText('2 of 3')).toBeVisible()
    expect(dialog.getByText('1 meeting found no place')).toBeVisible()
    expect(dialog.getByText('2 new on the grid')).toBeVisible()
    expect(dialog.getAllByText(/^(Nicox|Kobe) .* has other meetings in 1 of the 2 slots/)).not.toEqual([])
    expect(await placed(made)).toHaveLength(0)

    await user.click(dialog.getByRole('button', { name: 'Put it on the grid' }))
    expect(await screen.findByText('Schedule applied: 2 of 3 meetings placed.')).toBeVisible()
    expect(await placed(made)).toHaveLength(2)
    const [run] = await runs(made)
    expect(run).toMatchObject({ kind: 'automatic', figures: { placed: 2, wanted: 3, moved: 0 } })
    expect(run?.unplaced).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await placed(made)).toHaveLength(0))
  })

  it('makes the meetings of pairs that agreed meanwhile', async () => {
    const made = await tight()
    const body = {
      requests: [
        {
          fromId: made.home[1]?.id ?? '',
          toId: made.partner[1]?.id ?? '',
          wish: 'must' as const,
          answer: 'accepted' as const,
        },
      ],
    }
    await api.call(enterRequests, { params: { id: made.mission.id }, body })
    const { user } = await openScreen(api, address(made))
    await user.click(await screen.findByRole('button', { name: 'Schedule automatically' }))
    await user.click(await screen.findByRole('button', { name: 'Put it on the grid' }))
    await waitFor(async () => expect(await placed(made)).toHaveLength(2))
    const { meetings, open } = await made.schedule()
    expect(open).toEqual([])
    expect(meetings.find(({ value }) => value === 6)?.slotId).not.toBeNull()
  })

  it('places a meeting made by hand of two who asked for nothing', async () => {
    const made = await meetingWorld(api, {
      home: ['Genfit'],
      partner: ['Nara'],
      starts: ['09:00'],
      tables: 1,
    })
    const pair = { aId: made.home[0]?.id ?? '', bId: made.partner[0]?.id ?? '' }
    await api.call(createMeetings, { params: { id: made.mission.id }, body: { pairs: [pair] } })
    const { user } = await openScreen(api, address(made))
    const tray = within(await screen.findByRole('region', { name: 'Without a place' }))
    expect(tray.getByRole('button', { name: 'Genfit – Nara' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Schedule automatically' }))
    expect(await screen.findByText('1 of 1')).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Put it on the grid' }))
    await waitFor(async () => expect(await placed(made)).toHaveLength(1))
  })

  it('means the slots that it was worked out of, whatever came before them meanwhile', async () => {
    const made = await tight()
    const { user } = await openScreen(api, address(made))
    await user.click(await screen.findByRole('button', { name: 'Schedule automatically' }))
    const apply = await screen.findByRole('button', { name: 'Put it on the grid' })
    // A colleague lets the day begin earlier: every slot counts one further.
    const { slots, version } = await made.schedule()
    const early = { day: '2008-10-15', starts: '08:30', ends: '09:00', session: 'morning' as const }
    await api.call(
      setGrid,
      { params: { id: made.mission.id }, body: { slots: [early, ...slots] } },
      { version },
    )
    await user.click(apply)
    expect(await screen.findByText('Somebody else changed this meanwhile')).toBeVisible()
    expect(await placed(made)).toEqual([])
    const changes = within(screen.getByRole('table', { name: '2 changes to the grid' }))
    expect(changes.queryByText(/08:30/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Apply it all the same' }))
    await waitFor(async () => expect(await placed(made)).toHaveLength(2))
    expect(new Set((await placed(made)).map(({ slotId }) => slotId))).toEqual(
      new Set(slots.map(({ id }) => id)),
    )
  })

  it('reverses nobody’s move: it says so first', async () => {
    const made = await tight()
    const { user } = await openScreen(api, address(made))
    await user.click(await screen.findByRole('button', { name: 'Schedule automatically' }))
    const apply = await screen.findByRole('button', { name: 'Put it on the grid' })
    const { slots, tables, meetings } = await made.schedule()
    const moved = meetings.find(({ aId }) => aId === made.home[1]?.id)
    const body = { slotId: slots[1]?.id, tableId: tables[0]?.id }
    await api.call(updateMeeting, { params: { id: moved?.id ?? '' }, body }, { version: moved?.version })
    await user.click(apply)
    expect(await screen.findByText('Somebody else changed this meanwhile')).toBeVisible()
    expect((await placed(made)).map(({ id }) => id)).toEqual([moved?.id])
    await user.click(screen.getByRole('button', { name: 'Apply it all the same' }))
    await waitFor(async () => expect(await placed(made)).toHaveLength(2))
  })

  it('keeps the best so far when it is stopped', async () => {
    const made = await tight()
    let release = () => {}
    hold = new Promise((resolve) => {
      release = resolve
    })
    const { user } = await openScreen(api, address(made))
    await user.click(await screen.findByRole('button', { name: 'Schedule automatically' }))
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Stop and keep the best so far' })).toBeEnabled(),
    )
    await user.click(screen.getByRole('button', { name: 'Stop and keep the best so far' }))
    release()
    hold = null
    expect(await screen.findByText('Stopped; this is the best found until then.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Put it on the grid' }))
    await waitFor(async () => expect(await placed(made)).toHaveLength(2))
  })
})

describe('planning anew', () => {
  it('shows what moves, and moves nothing else', async () => {
    const made = await meetingWorld(api, {
      title: 'Changed on the day',
      home: ['Adocia', 'Poxel', 'Flamel'],
      partner: ['Sakai', 'Himeji'],
      starts: ['09:00', '09:30'],
      tables: 2,
      agreed: [
        [0, 0],
        [1, 0],
        [2, 1],
      ],
    })
    const { slots, tables, meetings } = await made.schedule()
    const put = async (home: number, slot: number, table: number) => {
      const one = meetings.find(({ aId }) => aId === made.home[home]?.id)
      const body = { slotId: slots[slot]?.id, tableId: tables[table]?.id }
      await api.call(updateMeeting, { params: { id: one?.id ?? '' }, body }, { version: one?.version })
    }
    await put(0, 0, 0)
    await put(2, 0, 1)
    // Poxel has to leave early: it meets Sakai at nine or not at all.
    const poxel = made.home[1]
    await api.call(
      updateParticipation,
      { params: { id: poxel?.id ?? '' }, body: { unavailable: [slots[1]?.id ?? ''] } },
      { version: poxel?.version },
    )
    const { user } = await openScreen(api, address(made))
    await user.click(await screen.findByRole('button', { name: 'Re-plan with few changes' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Re-plan with the fewest changes' }))
    expect(await dialog.findByRole('button', { name: 'Put it on the grid' })).toBeVisible()
    const changes = within(dialog.getByRole('table', { name: '2 changes to the grid' }))
    expect(
      changes.getByRole('row', { name: /^Adocia – Sakai Wed 15 Oct, 09:00 .* Wed 15 Oct, 09:30/ }),
    ).toBeVisible()
    expect(changes.getByRole('row', { name: /^Poxel – Sakai — Wed 15 Oct, 09:00/ })).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Put it on the grid' }))
    await waitFor(async () => expect(await placed(made)).toHaveLength(3))
    const flamel = (await placed(made)).find(({ aId }) => aId === made.home[2]?.id)
    expect([flamel?.slotId, flamel?.tableId]).toEqual([slots[0]?.id, tables[1]?.id])
    expect((await runs(made))[0]).toMatchObject({ kind: 'replan', figures: { placed: 3, moved: 1 } })
  })
})

describe('the tray', () => {
  it('says why a meeting has no place, naming who and what binds', async () => {
    const made = await tight()
    const { n } = made
    const { slots, tables, meetings } = await made.schedule()
    const at = async (home: number, partner: number, slot: number) => {
      const one = meetings.find(
        ({ aId, bId }) => aId === made.home[home]?.id && bId === made.partner[partner]?.id,
      )
      const body = { slotId: slots[slot]?.id, tableId: tables[0]?.id }
      await api.call(updateMeeting, { params: { id: one?.id ?? '' }, body }, { version: one?.version })
    }
    await at(0, 0, 0)
    await at(0, 1, 1)
    await openScreen(api, address(made))
    const tray = within(await screen.findByRole('region', { name: 'Without a place' }))
    expect(tray.getByRole('button', { name: `Trophos ${n} – Kobe ${n}` })).toBeVisible()
    expect(
      tray.getByText(
        `Kobe ${n} has other meetings in 1 of the 2 slots that suit both: Nicox ${n} – Kobe ${n}.`,
      ),
    ).toBeVisible()
    expect(tray.getByText(/^No table is free on Wed 15 Oct, 09:30\./)).toBeVisible()
    expect(tray.getByRole('link', { name: 'Add a table' })).toBeVisible()
  })
})

describe('earlier schedules', () => {
  it('are compared with the grid and restored', async () => {
    const made = await tight()
    const { user } = await openScreen(api, address(made))
    await user.click(await screen.findByRole('button', { name: 'Schedule automatically' }))
    await user.click(await screen.findByRole('button', { name: 'Put it on the grid' }))
    await waitFor(async () => expect(await placed(made)).toHaveLength(2))
    const before = await placed(made)
    const [moved] = before
    await api.call(
      updateMeeting,
      { params: { id: moved?.id ?? '' }, body: { slotId: null, tableId: null } },
      { version: moved?.version },
    )
    await openScreen(api, address(made, 'runs'))
    await user.click(await screen.findByRole('checkbox', { name: /^Compare/ }))
    expect(await screen.findByText('loses its place')).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^Restore/ }))
    expect(await screen.findByText('Earlier schedule restored.')).toBeVisible()
    const after = await placed(made)
    const places = (list: typeof after) =>
      list.map(({ id, slotId, tableId }) => `${id} ${slotId} ${tableId}`).sort()
    expect(places(after)).toEqual(places(before))
    expect((await runs(made))[0]?.kind).toBe('restored')
  })

  it('says what could not be put back, and reverses no colleague’s move unasked', async () => {
    const made = await tight()
    const { n } = made
    const { user } = await openScreen(api, address(made))
    await user.click(await screen.findByRole('button', { name: 'Schedule automatically' }))
    await user.click(await screen.findByRole('button', { name: 'Put it on the grid' }))
    await waitFor(async () => expect(await placed(made)).toHaveLength(2))
    await openScreen(api, address(made, 'runs'))
    const restore = await screen.findByRole('button', { name: /^Restore/ })
    // A colleague leaves one of the two without its place, and finds its counterpart away then.
    const [kept, moved] = await placed(made)
    await api.call(
      updateMeeting,
      { params: { id: moved?.id ?? '' }, body: { slotId: null, tableId: null } },
      { version: moved?.version },
    )
    const away = made.partner.find(({ id }) => id === moved?.bId)
    await api.call(
      updateParticipation,
      { params: { id: away?.id ?? '' }, body: { unavailable: [moved?.slotId ?? ''] } },
      { version: away?.version },
    )
    await user.click(restore)
    expect(await screen.findByText(/Restoring would undo that\./)).toBeVisible()
    expect((await placed(made)).map(({ id }) => id)).toEqual([kept?.id])
    await user.click(screen.getByRole('button', { name: 'Restore all the same' }))
    const left = within(await screen.findByRole('status', { name: '1 meeting is not where it was' }))
    expect(left.getByText(new RegExp(`^${away?.organisation.name} can’t come on Wed 15 Oct`))).toBeVisible()
    expect(left.getByText(new RegExp(` ${n} – .* ${n}$`))).toBeVisible()
    expect((await runs(made))[0]).toMatchObject({ kind: 'restored', figures: { placed: 1, bound: null } })
  })
})
