import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { undoChange } from '../../src/contract/history.ts'
import { type Meeting, recordMeeting } from '../../src/contract/meetings.ts'
import { readParticipation, updateParticipation } from '../../src/contract/participations.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { participationVerbs } from '../support/participations.ts'
import { refusal } from '../support/refusal.ts'
import { schedules, slotsOf } from '../support/schedule.ts'

let api: TestApi
let on: ReturnType<typeof schedules>
let verbs: ReturnType<typeof participationVerbs>
beforeAll(async () => {
  api = await startApi()
  on = schedules(api)
  verbs = participationVerbs(api)
})
afterAll(() => api.stop())

/** A company that meets three counterparts, one in each slot: the first freely, the second locked, the third held already. Another company meets in the first slot too. */
async function busy() {
  const { mission, home, partner } = await on.planned(2, 3)
  const { slots, tables } = await on.grid(mission.id, {
    slots: slotsOf('2008-10-15', 4),
    tables: [{ name: 'A' }, { name: 'B' }],
  })
  const pair = (a: number, b: number, slot: number, table: number) => ({
    aId: home[a] ?? '',
    bId: partner[b] ?? '',
    slotId: slots[slot]?.id ?? '',
    tableId: tables[table]?.id ?? '',
    locked: slot === 1,
  })
  const schedule = await on.meet(mission.id, [
    pair(0, 0, 0, 0),
    pair(0, 1, 1, 0),
    pair(0, 2, 2, 0),
    pair(1, 1, 0, 1),
  ])
  const [first, second, third, other] = [
    pair(0, 0, 0, 0),
    pair(0, 1, 1, 0),
    pair(0, 2, 2, 0),
    pair(1, 1, 0, 1),
  ].map(
    ({ aId, bId }) =>
      schedule.meetings.find((meeting) => meeting.aId === aId && meeting.bId === bId)?.id ?? '',
  )
  await api.call(recordMeeting, { params: { id: third ?? '' }, body: { state: 'held' } })
  const company = await api.call(readParticipation, { params: { id: home[0] ?? '' } })
  const placed = async () =>
    (await on.read(mission.id)).meetings.flatMap(({ id, slotId }) => (slotId ? [id] : [])).sort()
  return { mission, company, slots: slots.map(({ id }) => id), first, second, third, other, placed }
}
const some = (...ids: (string | undefined)[]) => ids.map(String).sort()

describe('being away', () => {
  it('where meetings stand says which, and takes them off the grid only when told', async () => {
    const { mission, company, slots, first, second, third, other, placed } = await busy()
    const { problem } = await refusal(verbs.update(company, { unavailable: slots }))
    expect(problem).toMatchObject({
      status: 409,
      code: 'unschedules_meetings',
      params: { count: 2 },
      blockers: [
        { noun: 'meetings', recordId: first, title: expect.stringContaining(' – ') },
        { noun: 'meetings', recordId: second },
      ],
    })
    expect((await verbs.read(company)).unavailable).toEqual([])
    expect(await placed()).toEqual(some(first, second, third, other))

    const response = await api.send(
      updateParticipation,
      { params: { id: company.id }, body: { unavailable: slots, unschedule: true } },
      { version: company.version },
    )
    expect(response.status).toBe(200)
    // What took place stays where it was, and so do the meetings of others.
    expect(await placed()).toEqual(some(third, other))
    const { meetings } = await on.read(mission.id)
    expect(meetings.find(({ id }: Meeting) => id === second)).toMatchObject({
      slotId: null,
      tableId: null,
      locked: false,
      state: 'planned',
    })
    // One change: its undoing puts them back with the presence.
    await api.call(undoChange, { params: { id: response.headers.get('x-change-set') ?? '' } })
    expect((await verbs.read(company)).unavailable).toEqual([])
    expect(await placed()).toEqual(some(first, second, third, other))
  })

  it('asks for nothing where no planned meeting stands, nor again for what was said before', async () => {
    const { company, slots, first, second, third, other, placed } = await busy()
    const away = await verbs.update(company, { unavailable: slots.slice(2) })
    expect(away.unavailable).toEqual(slots.slice(2))
    expect(await placed()).toEqual(some(first, second, third, other))
    const again = await verbs.update(away, { unavailable: [slots[3] ?? ''], note: 'Leaves early' })
    expect(again).toMatchObject({ unavailable: [slots[3]], note: 'Leaves early' })
    const { problem } = await refusal(verbs.update(again, { unavailable: [slots[3] ?? '', slots[1] ?? ''] }))
    expect(problem).toMatchObject({ code: 'unschedules_meetings', params: { count: 1 } })
  })

  it('of the counterpart counts as well', async () => {
    const { mission, company, first, second, third, other, slots, placed } = await busy()
    const { meetings } = await on.read(mission.id)
    const bId = meetings.find(({ id }) => id === first)?.bId ?? ''
    const counterpart = await api.call(readParticipation, { params: { id: bId } })
    expect(await refusal(verbs.update(counterpart, { unavailable: slots }))).toMatchObject({ status: 409 })
    await verbs.update(counterpart, { unavailable: slots, unschedule: true })
    expect(await placed()).toEqual(some(second, third, other))
    expect((await verbs.read(company)).unavailable).toEqual([])
  })
})
