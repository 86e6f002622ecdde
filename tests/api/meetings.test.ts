import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Meeting,
  readMeeting,
  readSchedule,
  recordMeeting,
  removeMeeting,
  restoreMeeting,
  updateMeeting,
} from '../../src/contract/meetings.ts'
import { updateParticipation } from '../../src/contract/participations.ts'
import { Refused, startApi, type TestApi } from '../support/api.ts'
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

/** Two companies and two counterparts, all four pairs agreed, with four slots and two tables; nothing placed. */
async function four() {
  const { mission, home, partner } = await on.planned(2, 2)
  await on.agree(
    mission.id,
    home.flatMap((a) => partner.map((b) => [a, b] as const)),
  )
  await on.grid(mission.id, { slots: slotsOf('2008-10-15', 4), tables: [{ name: 'A' }, { name: 'B' }] })
  const schedule = await on.meet(mission.id)
  const between = (a: number, b: number) => {
    const found = schedule.meetings.find(({ aId, bId }) => aId === home[a] && bId === partner[b])
    if (!found) throw new Error('No such meeting')
    return found
  }
  return { mission, home, partner, schedule, between }
}

describe('a schedule', () => {
  it('is read whole', async () => {
    const { mission, schedule } = await four()
    expect(schedule).toMatchObject({
      missionId: mission.id,
      timeZone: 'Asia/Tokyo',
      open: [],
      pending: 0,
      runId: null,
    })
    expect(schedule.slots.map(({ starts, ends }) => `${starts}–${ends}`)).toEqual([
      '09:00–09:30',
      '09:30–10:00',
      '10:00–10:30',
      '10:30–11:00',
    ])
    expect(schedule.meetings).toHaveLength(4)
    expect(schedule.meetings.every(({ value, slotId }) => value === 3 && slotId === null)).toBe(true)
    expect(await on.read(mission.id)).toEqual(schedule)
    const [first] = schedule.meetings
    expect(await api.call(readMeeting, { params: { id: first?.id ?? '' } })).toEqual(first)
  })
  it('is there for missions only', async () => {
    expect(await refusal(api.call(readSchedule, { params: { id: randomUUID() } }))).toMatchObject({
      status: 404,
    })
    expect(await refusal(api.call(readMeeting, { params: { id: randomUUID() } }))).toMatchObject({
      status: 404,
    })
  })
})

describe('moving a meeting', () => {
  it('puts it into a slot at a table, and takes it off again', async () => {
    const { mission, schedule, between } = await four()
    const [slot] = schedule.slots
    const [table] = schedule.tables
    const place = { slotId: slot?.id ?? '', tableId: table?.id ?? '' }
    const placed = await on.move(mission.id, between(0, 0).id, { ...place, locked: true })
    expect(placed).toMatchObject({ ...place, locked: true, version: 2 })
    const off = await on.move(mission.id, placed.id, { slotId: null, locked: false })
    expect(off).toMatchObject({ slotId: null, tableId: null, locked: false })
  })

  it('names who is in the way, where, and the meeting that is', async () => {
    const { mission, schedule, between } = await four()
    const [slot, later] = schedule.slots.map(({ id }) => id)
    const [a, b] = schedule.tables.map(({ id }) => id)
    await on.move(mission.id, between(0, 0).id, { slotId: slot, tableId: a })
    const busy = await refusal(on.move(mission.id, between(0, 1).id, { slotId: slot, tableId: b }))
    expect(busy).toMatchObject({
      status: 409,
      code: 'meeting_conflict',
      problem: {
        params: {
          reason: 'double_booking',
          participantId: between(0, 0).aId,
          meetingId: between(0, 0).id,
          starts: '09:00',
        },
        errors: [{ path: 'slotId', code: 'double_booking' }],
        blockers: [{ noun: 'meetings', recordId: between(0, 0).id }],
      },
    })
    const taken = await refusal(on.move(mission.id, between(1, 1).id, { slotId: slot, tableId: a }))
    expect(taken.problem.errors).toMatchObject([
      { path: 'tableId', code: 'table_taken', params: { table: 'A', meetingId: between(0, 0).id } },
    ])
    // Nothing of what was refused is left.
    const after = await on.read(mission.id)
    expect(after.meetings.filter(({ slotId }) => slotId)).toHaveLength(1)
    await on.move(mission.id, between(1, 1).id, { slotId: later, tableId: a })
  })

  it('holds availability, closed tables, half-days, order and locks', async () => {
    const { mission, home, schedule, between } = await four()
    const [first, second, third] = schedule.slots.map(({ id }) => id) as [string, string, string]
    const [a] = schedule.tables.map(({ id }) => id) as [string]
    const grid = { tables: schedule.tables.map((table, n) => ({ ...table, closed: n === 1 ? [third] : [] })) }
    await on.grid(mission.id, grid)
    const b = schedule.tables[1]?.id
    const [person] = await api.db
      .selectFrom('participations')
      .selectAll()
      .where('id', '=', home[0] ?? '')
      .execute()
    await api.call(
      updateParticipation,
      { params: { id: person?.id ?? '' }, body: { unavailable: [second] } },
      { version: person?.version ?? 1 },
    )
    const reason = async (work: Promise<unknown>) =>
      (await refusal(work)).problem.errors?.map(({ code }) => code)
    const id = between(0, 0).id
    expect(await reason(on.move(mission.id, id, { slotId: second, tableId: a }))).toEqual(['unavailable'])
    expect(await reason(on.move(mission.id, id, { slotId: third, tableId: b }))).toEqual(['table_closed'])
    expect(await reason(on.move(mission.id, id, { slotId: first, tableId: a, bound: 'afternoon' }))).toEqual([
      'session',
    ])
    await on.move(mission.id, id, { slotId: third, tableId: a })
    expect(await reason(on.move(mission.id, between(1, 1).id, { slotId: third, tableId: b }))).toEqual([
      'table_closed',
    ])
    const after = { slotId: second, tableId: a, after: [id] }
    expect(await reason(on.move(mission.id, between(1, 1).id, after))).toEqual(['order'])
    expect(await reason(on.move(mission.id, id, { after: [id] }))).toEqual(['self'])
    await on.move(mission.id, id, { locked: true })
    expect(await reason(on.move(mission.id, id, { slotId: first, tableId: a }))).toEqual(['locked'])
    await on.move(mission.id, id, { slotId: first, tableId: a, locked: false })
    await on.move(mission.id, between(1, 1).id, after)
    expect(await reason(on.move(mission.id, id, { after: [between(1, 1).id] }))).toEqual(['order_cycle'])
  })

  it('is refused with fields for what is not of the mission', async () => {
    const [one, other] = [await four(), await four()]
    const body = { slotId: other.schedule.slots[0]?.id, tableId: one.schedule.tables[0]?.id }
    const { problem } = await refusal(on.move(one.mission.id, one.between(0, 0).id, body))
    expect(problem).toMatchObject({ status: 422, errors: [{ path: 'slotId', code: 'unknown_reference' }] })
    const half = await refusal(
      on.move(one.mission.id, one.between(0, 0).id, { slotId: one.schedule.slots[0]?.id }),
    )
    expect(half.problem.errors).toMatchObject([{ path: 'tableId', code: 'required' }])
  })

  it('of one meeting by two people: the second sees what the first did, and then what is in the way', async () => {
    const { schedule, between } = await four()
    const [slot, later] = schedule.slots.map(({ id }) => id) as [string, string]
    const [a, b] = schedule.tables.map(({ id }) => id) as [string, string]
    const { id, version } = between(0, 0)
    const put = (slotId: string, tableId: string, seen: number, meeting = id) =>
      api.call(updateMeeting, { params: { id: meeting }, body: { slotId, tableId } }, { version: seen })
    const [first, second] = await Promise.all([
      put(slot, a, version).catch((error: unknown) => error as Refused),
      put(later, b, version).catch((error: unknown) => error as Refused),
    ])
    const stale = [first, second].find((answer) => answer instanceof Refused) as Refused
    const won = [first, second].find((answer) => !(answer instanceof Refused)) as Meeting
    expect(stale).toMatchObject({ status: 412, code: 'version_stale', problem: { current: won } })
    // Where the first has put it, the second's own meeting does not fit any more.
    const mine = between(0, 1)
    const refused = await refusal(put(won.slotId ?? '', won.tableId === a ? b : a, mine.version, mine.id))
    expect(refused).toMatchObject({ status: 409, code: 'meeting_conflict' })
    expect(await api.call(readMeeting, { params: { id } })).toEqual(won)
  })
})

describe('making meetings', () => {
  it('makes one of every agreed pair, once, and of two who asked nothing', async () => {
    const { mission, home, partner } = await on.planned(2, 2)
    const [h, k] = home as [string, string]
    const [p, q] = partner as [string, string]
    await on.agree(mission.id, [[p, h]])
    await on.enter(mission.id, [{ fromId: k, toId: p, wish: 'must' }])
    const before = await on.read(mission.id)
    expect(before).toMatchObject({ open: [{ aId: h, bId: p, value: 3 }], pending: 1 })
    const made = await on.meet(mission.id)
    expect(made.meetings.map(({ aId, bId }) => [aId, bId])).toEqual([[h, p]])
    expect(made.open).toEqual([])
    const again = await on.meet(mission.id, [
      { aId: p, bId: h },
      { aId: q, bId: k },
      { aId: k, bId: q },
    ])
    expect(new Set(again.meetings.map(({ aId, bId, value }) => `${aId} ${bId} ${value}`))).toEqual(
      new Set([`${h} ${p} 3`, `${k} ${q} 0`]),
    )
    const { problem } = await refusal(
      on.meet(mission.id, [
        { aId: k, bId: p },
        { aId: h, bId: h },
        { aId: h, bId: randomUUID() },
      ]),
    )
    expect(problem.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['pairs.0.bId', 'pair_pending'],
      ['pairs.1.bId', 'meets_itself'],
      ['pairs.2.bId', 'unknown_reference'],
    ])
  })

  it('says whether the two may meet: whoever asked for nothing may, whoever was not answered may not', async () => {
    const { mission, home, partner } = await on.planned(1, 1)
    const [h, p] = [home[0] ?? '', partner[0] ?? '']
    const { meetings } = await on.meet(mission.id, [{ aId: h, bId: p }])
    expect(meetings).toMatchObject([{ value: 0, mayMeet: true }])
    const both = async () => [
      (await on.read(mission.id)).meetings[0],
      await api.call(readMeeting, { params: { id: meetings[0]?.id ?? '' } }),
    ]
    await on.enter(mission.id, [{ fromId: h, toId: p }])
    for (const one of await both()) expect(one).toMatchObject({ value: 0, mayMeet: false })
    await on.enter(mission.id, [{ fromId: p, toId: h }])
    for (const one of await both()) expect(one).toMatchObject({ value: 6, mayMeet: true })
  })

  it('at a place, unless that is taken', async () => {
    const { mission, home, partner } = await on.planned(2, 2)
    const { slots, tables } = await on.grid(mission.id, {
      slots: slotsOf('2008-10-16', 1),
      tables: [{ name: 'A' }],
    })
    const place = { slotId: slots[0]?.id ?? '', tableId: tables[0]?.id ?? '' }
    const pairs = [0, 1].map((n) => ({ aId: home[n] ?? '', bId: partner[n] ?? '', ...place }))
    const both = await refusal(on.meet(mission.id, pairs))
    expect(both.problem).toMatchObject({ code: 'meeting_conflict', errors: [{ code: 'table_taken' }] })
    expect((await on.read(mission.id)).meetings).toEqual([])
    const made = await on.meet(mission.id, [{ ...pairs[0], locked: true } as (typeof pairs)[number]])
    expect(made.meetings).toMatchObject([{ ...place, locked: true }])
  })

  it('is for those who take part', async () => {
    const { mission, home } = await on.planned(1, 0)
    const invited = await makers(api).participation({ missionId: mission.id, side: 'partner' })
    const { problem } = await refusal(on.meet(mission.id, [{ aId: home[0] ?? '', bId: invited.id }]))
    expect(problem.errors).toMatchObject([{ path: 'pairs.0.bId', code: 'not_taking_part' }])
  })
})

describe('the bin', () => {
  it('takes a meeting and gives it back, off the grid where its place is taken', async () => {
    const { mission, schedule, between } = await four()
    const place = { slotId: schedule.slots[0]?.id, tableId: schedule.tables[0]?.id }
    const placed = await on.move(mission.id, between(0, 0).id, place)
    const params = { id: placed.id }
    const binned = await api.call(removeMeeting, { params }, { version: placed.version })
    expect(binned.deletedAt).not.toBeNull()
    expect((await on.read(mission.id)).meetings.map(({ id }) => id)).not.toContain(placed.id)
    expect(await api.call(restoreMeeting, { params })).toMatchObject({ ...place, deletedAt: null })
    const { version } = await api.call(readMeeting, { params })
    await api.call(removeMeeting, { params }, { version })
    await on.move(mission.id, between(1, 0).id, place)
    expect(await api.call(restoreMeeting, { params })).toMatchObject({
      slotId: null,
      tableId: null,
      deletedAt: null,
    })
  })

  it('does not take what is recorded, nor give back a second meeting of two', async () => {
    const { mission, between } = await four()
    const { id } = between(0, 0)
    const { version } = await api.call(recordMeeting, { params: { id }, body: { state: 'held' } })
    expect(await refusal(api.call(removeMeeting, { params: { id } }, { version }))).toMatchObject({
      status: 409,
      code: 'meeting_recorded',
    })
    const other = between(1, 1)
    await api.call(removeMeeting, { params: { id: other.id } }, { version: other.version })
    await on.meet(mission.id)
    expect(await refusal(api.call(restoreMeeting, { params: { id: other.id } }))).toMatchObject({
      code: 'duplicate',
    })
  })
})
