import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMeeting, readSchedule } from '../../src/contract/meetings.ts'
import { startApi, type TestApi } from '../support/api.ts'
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
