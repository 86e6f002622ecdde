import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { undoChange } from '../../src/contract/history.ts'
import { readSchedule, recordMeeting, type Schedule, setGrid } from '../../src/contract/meetings.ts'
import { cancelMission } from '../../src/contract/missions.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'
import { schedules, slotsOf } from '../support/schedule.ts'

let api: TestApi
let on: ReturnType<typeof schedules>
beforeAll(async () => {
  api = await startApi()
  on = schedules(api)
})
afterAll(() => api.stop())

const slot = (day: string, starts: string, ends: string, session: 'morning' | 'afternoon' = 'morning') => ({
  day,
  starts,
  ends,
  session,
})

/** The complaints about slots, as "path code". */
async function complaints(
  missionId: string,
  slots: Parameters<typeof on.grid>[1]['slots'],
): Promise<string[]> {
  const { problem } = await refusal(on.grid(missionId, { slots }))
  expect(problem).toMatchObject({ status: 422, code: 'invalid' })
  return (problem.errors ?? []).map(({ path, code }) => `${path} ${code}`)
}

/** A mission that lasts a year, in a zone. */
const inZone = (timeZone: string) =>
  makers(api).mission({ kind: 'trade_fair', starts: '2008-01-01', ends: '2008-12-31', timeZone })

describe('slots', () => {
  it('are set, kept by id, and go', async () => {
    const { mission } = await on.planned(0, 0)
    const made = await on.grid(mission.id, { slots: slotsOf('2008-10-15', 3) })
    const [first, , third] = made.slots
    const kept = await on.grid(mission.id, {
      slots: [slot('2008-10-14', '09:00', '09:30'), { ...third, ends: '10:45' }].slice(
        1,
      ) as Schedule['slots'],
    })
    expect(kept.slots).toEqual([{ ...third, ends: '10:45' }])
    expect(kept.version).toBe(made.version + 1)
    expect(kept.slots).not.toContainEqual(first)
  })

  it('may follow each other, but neither overlap nor be empty, nor leave the mission', async () => {
    const { mission } = await on.planned(0, 0)
    expect(
      await complaints(mission.id, [
        slot('2008-10-15', '09:00', '09:30'),
        slot('2008-10-15', '09:30', '10:00'),
        slot('2008-10-15', '09:45', '10:15'),
        slot('2008-10-16', '09:00', '09:00'),
        slot('2008-10-16', '11:00', '10:00'),
        slot('2008-10-14', '09:00', '09:30'),
        slot('2008-10-18', '09:00', '09:30'),
      ]),
    ).toEqual([
      'slots.3.ends slot_empty',
      'slots.4.ends slot_empty',
      'slots.5.day outside_mission',
      'slots.6.day outside_mission',
      'slots.2.starts slot_overlap',
    ])
    expect(
      await complaints(mission.id, [
        slot('2008-10-15', '13:00', '13:30', 'afternoon'),
        slot('2008-10-15', '14:00', '14:30'),
      ]),
    ).toEqual(['slots.1.session session_order'])
    expect((await on.read(mission.id)).slots).toEqual([])
  })

  it('need times that the clocks of the place show, once', async () => {
    const paris = await inZone('Europe/Paris')
    const march = '2008-03-30'
    const october = '2008-10-26'
    expect(
      await complaints(paris.id, [
        slot(march, '01:30', '02:30'),
        slot(march, '02:45', '03:15'),
        slot(october, '01:45', '02:15'),
        slot(march, '01:00', '01:30'),
        slot(march, '03:30', '04:00'),
      ]),
    ).toEqual(['slots.0.ends time_skipped', 'slots.1.starts time_skipped', 'slots.2.ends time_repeated'])
    expect(await complaints(paris.id, [slot(march, '01:30', '03:30')])).toEqual(['slots.0.ends clock_change'])
    const boston = await inZone('America/New_York')
    expect(await complaints(boston.id, [slot('2008-11-02', '01:15', '02:00')])).toEqual([
      'slots.0.starts time_repeated',
    ])
    // Japan changes no clocks, and Boston's do not matter there.
    const tokyo = await inZone('Asia/Tokyo')
    expect((await on.grid(tokyo.id, { slots: [slot('2008-11-02', '01:15', '02:00')] })).slots).toHaveLength(1)
  })
})

describe('tables', () => {
  it('are closed in slots of the mission, and named once', async () => {
    const { mission } = await on.planned(0, 0)
    const other = await on.planned(0, 0)
    const { slots } = await on.grid(mission.id, { slots: slotsOf('2008-10-15', 2) })
    const foreign = (await on.grid(other.mission.id, { slots: slotsOf('2008-10-15', 1) })).slots
    const closed = [slots[1]?.id ?? '']
    const made = await on.grid(mission.id, {
      tables: [
        { name: 'A', closed },
        { name: 'B', place: 'Hall 2' },
      ],
    })
    expect(made.tables).toMatchObject([
      { name: 'A', closed, place: null },
      { name: 'B', closed: [], place: 'Hall 2' },
    ])
    const { problem } = await refusal(
      on.grid(mission.id, { tables: [{ name: 'A' }, { name: 'a', closed: [foreign[0]?.id ?? ''] }] }),
    )
    expect(problem.errors?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'tables.1.name duplicate',
      'tables.1.closed.0 unknown_reference',
    ])
    // A slot that goes takes its closures along.
    const left = await on.grid(mission.id, { slots: slots.slice(0, 1), tables: made.tables })
    expect(left.tables.map((table) => table.closed)).toEqual([[], []])
    expect((await on.grid(mission.id, { slots: [], tables: [] })).tables).toEqual([])
  })
})

describe('what goes with meetings in it', () => {
  async function placed() {
    const { mission, home, partner } = await on.planned(1, 2)
    const { slots, tables } = await on.grid(mission.id, {
      slots: slotsOf('2008-10-15', 2),
      tables: [{ name: 'A' }, { name: 'B' }],
    })
    const schedule = await on.meet(
      mission.id,
      partner.map((bId, n) => ({
        aId: home[0] ?? '',
        bId,
        slotId: slots[n]?.id ?? '',
        tableId: tables[0]?.id ?? '',
        locked: n === 1,
      })),
    )
    return { mission, schedule, slots, tables }
  }

  it('says what it would take off the grid, and does so only when told', async () => {
    const { mission, schedule, slots, tables } = await placed()
    for (const grid of [{ slots: slots.slice(1) }, { slots: [] }, { tables: tables.slice(1) }]) {
      const { problem } = await refusal(on.grid(mission.id, grid))
      const count = grid.slots?.length === 1 ? 1 : 2
      expect(problem).toMatchObject({ status: 409, code: 'unschedules_meetings', params: { count } })
      expect(problem.blockers).toHaveLength(count)
      expect(problem.blockers?.[0]).toMatchObject({ noun: 'meetings', title: expect.stringContaining(' – ') })
    }
    const closed = tables.map((table) => ({ ...table, closed: [slots[0]?.id ?? ''] }))
    expect((await refusal(on.grid(mission.id, { tables: closed }))).problem.params).toEqual({ count: 1 })
    expect(await on.read(mission.id)).toEqual(schedule)

    const response = await api.send(
      setGrid,
      { params: { id: mission.id }, body: { slots: [], unschedule: true } },
      { version: schedule.version },
    )
    const after = (await response.json()) as Schedule
    expect(after.meetings.map(({ slotId, tableId, locked }) => [slotId, tableId, locked])).toEqual([
      [null, null, false],
      [null, null, false],
    ])
    // One change, and its undoing puts slots and meetings back.
    await api.call(undoChange, { params: { id: response.headers.get('x-change-set') ?? '' } })
    const back = await on.read(mission.id)
    const bare = ({ slots: s, meetings }: Schedule) => [
      s,
      meetings.map(({ version: _, updatedAt: __, ...meeting }) => meeting),
    ]
    expect(bare(back)).toEqual(bare(schedule))
  })

  it('keeps a slot in which a meeting has been held', async () => {
    const { mission, schedule } = await placed()
    const first = schedule.meetings.find(({ slotId }) => slotId === schedule.slots[0]?.id)
    await api.call(recordMeeting, { params: { id: first?.id ?? '' }, body: { state: 'held' } })
    const { problem } = await refusal(on.grid(mission.id, { slots: [], unschedule: true }))
    expect(problem).toMatchObject({ status: 409, code: 'meeting_recorded', params: { count: 1 } })
  })

  it('does not put a meeting out of its half-day by moving its slot', async () => {
    const { mission, schedule, slots } = await placed()
    const locked = schedule.meetings.find((meeting) => meeting.locked)
    await on.move(mission.id, locked?.id ?? '', { bound: 'morning' })
    const later = slots.map((one, n) => (n === 1 ? { ...one, session: 'afternoon' as const } : one))
    const { problem } = await refusal(on.grid(mission.id, { slots: later }))
    expect(problem).toMatchObject({ code: 'meeting_conflict', errors: [{ path: 'slots', code: 'session' }] })
  })
})

describe('who may set the grid', () => {
  it('a manager who has seen the mission as it is, while it is on', async () => {
    const { mission } = await on.planned(0, 0)
    const input = { params: { id: mission.id }, body: { slots: slotsOf('2008-10-15', 1) } }
    expect((await api.send(setGrid, input, { actor: null, version: 1 })).status).toBe(401)
    expect((await api.send(setGrid, input, { actor: viewer, version: 1 })).status).toBe(403)
    expect((await api.send(setGrid, input)).status).toBe(428)
    const { version } = await api.call(setGrid, input, { version: mission.version })
    const stale = await refusal(api.call(setGrid, input, { version: mission.version }))
    expect(stale.problem).toMatchObject({ status: 412, current: await on.read(mission.id) })
    const cancelled = await api.call(
      cancelMission,
      { params: { id: mission.id }, body: { on: '2008-09-15', reason: 'Typhoon' } },
      { version },
    )
    const late = await refusal(api.call(setGrid, input, { version: cancelled.version }))
    expect(late).toMatchObject({ status: 409, code: 'mission_cancelled' })
    expect((await api.send(readSchedule, { params: { id: mission.id } }, { actor: viewer })).status).toBe(200)
  })
})
