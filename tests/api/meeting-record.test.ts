import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMeeting, recordMeeting } from '../../src/contract/meetings.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { refusal } from '../support/refusal.ts'
import { schedules, slotsOf } from '../support/schedule.ts'

let api: TestApi
let on: ReturnType<typeof schedules>
beforeAll(async () => {
  api = await startApi()
  on = schedules(api)
})
afterAll(() => api.stop())

/** A meeting at a place, and another company that would like that place. */
async function placed() {
  const { mission, home, partner } = await on.planned(2, 1)
  const { slots, tables } = await on.grid(mission.id, {
    slots: slotsOf('2008-10-15', 1),
    tables: [{ name: 'A' }],
  })
  const place = { slotId: slots[0]?.id ?? '', tableId: tables[0]?.id ?? '' }
  const [first, second] = home.map((aId) => ({ aId, bId: partner[0] ?? '' })) as [
    { aId: string; bId: string },
    { aId: string; bId: string },
  ]
  const { meetings } = await on.meet(mission.id, [{ ...first, ...place }, second])
  const of = (aId: string) => meetings.find((meeting) => meeting.aId === aId)?.id ?? ''
  return { mission, place, id: of(first.aId), other: of(second.aId) }
}

const record = (
  id: string,
  body: Parameters<typeof api.call<typeof recordMeeting>>[1]['body'],
  key?: string,
) => api.call(recordMeeting, { params: { id }, body }, key ? { key } : {})
const changes = async (id: string) =>
  (await sql<{ n: number }>`select count(*)::int as n from changes where row_id = ${id}`.execute(api.db))
    .rows[0]?.n

describe('recording a meeting', () => {
  it('needs no version, says only what it says, and done twice is done once', async () => {
    const { id } = await placed()
    const first = await record(id, { state: 'held', rating: 'informative', remark: 'They ask for data' })
    expect(first).toMatchObject({
      state: 'held',
      rating: 'informative',
      remark: 'They ask for data',
      version: 2,
    })
    const noted = await changes(id)
    expect(await record(id, { state: 'held', rating: 'informative' })).toEqual(first)
    expect(await changes(id)).toBe(noted)
    expect(await record(id, { movedTo: 'Lobby' })).toMatchObject({
      remark: 'They ask for data',
      movedTo: 'Lobby',
    })
    const corrected = await record(id, { rating: 'cooperation_possible', remark: null })
    expect(corrected).toMatchObject({
      state: 'held',
      rating: 'cooperation_possible',
      remark: null,
      movedTo: 'Lobby',
    })
  })

  it('sent again with its key answers the same, whatever was recorded meanwhile', async () => {
    const { id } = await placed()
    const key = randomUUID()
    const first = await record(id, { state: 'no_show' }, key)
    const later = await record(id, { state: 'held' })
    expect(await record(id, { state: 'no_show' }, key)).toEqual(first)
    expect(await api.call(readMeeting, { params: { id } })).toEqual(later)
  })

  it('does not contradict itself', async () => {
    const { id } = await placed()
    expect(await record(id, { rating: 'informative' })).toMatchObject({ state: 'held' })
    expect(await record(id, { state: 'no_show' })).toMatchObject({ state: 'no_show', rating: null })
    expect(await record(id, { rating: 'did_not_take_place' })).toMatchObject({ state: 'no_show' })
    const both = await refusal(record(id, { state: 'held', rating: 'did_not_take_place' }))
    expect(both.problem).toMatchObject({
      status: 422,
      errors: [{ path: 'rating', code: 'rating_contradicts' }],
    })
    expect(await record(id, { state: 'planned' })).toMatchObject({ state: 'planned', rating: null })
  })

  it('as cancelled gives its place away; back, it has one only where it is still free', async () => {
    const { mission, place, id, other } = await placed()
    await record(id, { state: 'cancelled' })
    await record(id, { state: 'planned' })
    expect(await api.call(readMeeting, { params: { id } })).toMatchObject(place)
    await record(id, { state: 'cancelled' })
    expect(await on.move(mission.id, other, place)).toMatchObject(place)
    expect(await record(id, { state: 'held' })).toMatchObject({ state: 'held', slotId: null, tableId: null })
  })

  it('keeps it where it was', async () => {
    const { mission, id } = await placed()
    await record(id, { state: 'held' })
    expect(await refusal(on.move(mission.id, id, { slotId: null }))).toMatchObject({
      status: 409,
      code: 'meeting_recorded',
    })
  })

  it('is for managers, of meetings that there are', async () => {
    const { id } = await placed()
    const send = (params: { id: string }, actor?: typeof viewer | null) =>
      api.send(recordMeeting, { params, body: { state: 'held' } }, actor === undefined ? {} : { actor })
    expect((await send({ id }, null)).status).toBe(401)
    expect((await send({ id }, viewer)).status).toBe(403)
    expect((await send({ id: randomUUID() })).status).toBe(404)
    expect((await api.send(recordMeeting, { params: { id }, body: { state: 'lost' } })).status).toBe(422)
  })
})
