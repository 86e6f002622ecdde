import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Schedule } from '../../src/contract/meetings.ts'
import type { Mission } from '../../src/contract/missions.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { type MissionPatch, missionVerbs } from '../support/missions.ts'
import { refusal } from '../support/refusal.ts'
import { schedules, slotsOf } from '../support/schedule.ts'

let api: TestApi
let on: ReturnType<typeof schedules>
let verbs: ReturnType<typeof missionVerbs>
beforeAll(async () => {
  api = await startApi()
  on = schedules(api)
  verbs = missionVerbs(api)
})
afterAll(() => api.stop())

type Slots = Pick<Schedule['slots'][number], 'day' | 'starts' | 'ends' | 'session'>[]

async function missionWith(slots: Slots, fields: Partial<MissionPatch> = {}): Promise<Mission> {
  const { id } = await makers(api).mission({
    kind: 'trade_fair',
    starts: '2008-10-14',
    ends: '2008-10-17',
    timeZone: 'Asia/Tokyo',
    ...fields,
  })
  await on.grid(id, { slots })
  return verbs.read({ id })
}

async function complaints(mission: Mission, body: MissionPatch) {
  const { problem } = await refusal(verbs.update(mission, body))
  expect(problem).toMatchObject({ status: 422, code: 'invalid' })
  expect(await verbs.read(mission)).toEqual(mission)
  return problem.errors?.map(({ path, code, params }) => ({ path, code, params }))
}

describe('the dates of a mission with slots', () => {
  it('leave none outside, whichever end is moved', async () => {
    const mission = await missionWith([...slotsOf('2008-10-15', 2), ...slotsOf('2008-10-17', 1)])
    const early = { count: 2, day: '2008-10-15', time: '09:00' }
    const late = { count: 1, day: '2008-10-17', time: '09:00' }
    expect(await complaints(mission, { starts: '2008-10-16' })).toEqual([
      { path: 'starts', code: 'slots_outside', params: early },
    ])
    expect(await complaints(mission, { ends: '2008-10-16' })).toEqual([
      { path: 'ends', code: 'slots_outside', params: late },
    ])
    expect(await complaints(mission, { starts: '2008-10-16', ends: '2008-10-16' })).toEqual([
      { path: 'starts', code: 'slots_outside', params: early },
      { path: 'ends', code: 'slots_outside', params: late },
    ])
    // Without a last day it lasts one day: said where it was changed.
    expect(await complaints(mission, { ends: null })).toEqual([
      { path: 'ends', code: 'slots_outside', params: { count: 3, day: '2008-10-15', time: '09:00' } },
    ])
  })

  it('may change where all slots stay inside, and freely without slots or days', async () => {
    const mission = await missionWith(slotsOf('2008-10-15', 2))
    const short = await verbs.update(mission, { starts: '2008-10-15', ends: '2008-10-15' })
    const vague = await verbs.update(short, { starts: '2008-10', ends: null })
    expect(vague).toMatchObject({ starts: '2008-10', ends: null })
    expect(await verbs.update(vague, { starts: null })).toMatchObject({ starts: null })
    const empty = await missionWith([])
    expect(await verbs.update(empty, { starts: '2009-10-14', ends: '2009-10-17' })).toMatchObject({
      starts: '2009-10-14',
    })
  })

  it('say nothing of slots that were outside before', async () => {
    const mission = await missionWith([...slotsOf('2008-10-15', 1), ...slotsOf('2008-10-17', 1)])
    // As workspaces from before this rule hold it.
    await api.db
      .updateTable('slots')
      .set({ day: '2008-10-20' })
      .where('mission_id', '=', mission.id)
      .where('day', '=', '2008-10-17')
      .execute()
    const held = await verbs.read(mission)
    expect(await verbs.update(held, { ends: '2008-10-16' })).toMatchObject({ ends: '2008-10-16' })
  })
})

describe('the time zone of a mission with slots', () => {
  const spring: Slots = [{ day: '2008-03-30', starts: '02:00', ends: '02:45', session: 'morning' }]
  const dates = { starts: '2008-03-29', ends: '2008-03-31' }

  it('leaves none where its clocks are put forward', async () => {
    const mission = await missionWith(spring, dates)
    expect(await complaints(mission, { timeZone: 'Europe/Paris' })).toEqual([
      { path: 'timeZone', code: 'slots_clock', params: { count: 1, day: '2008-03-30', time: '02:00' } },
    ])
    expect(await verbs.update(mission, { timeZone: 'Asia/Seoul' })).toMatchObject({ timeZone: 'Asia/Seoul' })
    const unknown = await missionWith(spring, { ...dates, timeZone: null })
    expect(await complaints(unknown, { timeZone: 'Europe/Paris' })).toHaveLength(1)
  })
})
