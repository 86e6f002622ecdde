import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { undoChange } from '../../src/contract/history.ts'
import { removeMeeting } from '../../src/contract/meetings.ts'
import { cancelMission } from '../../src/contract/missions.ts'
import { updateParticipation } from '../../src/contract/participations.ts'
import {
  enterRequests,
  listRequests,
  removeRequest,
  suggestMeetings,
  updateRequest,
} from '../../src/contract/requests.ts'
import { answers, pairsOf, type RequestFacts, wishes } from '../../src/domain/matching.ts'
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

const listed = async (mission: string, query: Record<string, unknown> = {}) =>
  (await api.call(listRequests, { query: { mission, ...query } })).items

describe('entering requests', () => {
  it('adds, changes and leaves as they are; a list sent again takes no answer back', async () => {
    const { mission, home, partner } = await on.planned(2, 2)
    const [h, k] = home as [string, string]
    const [p, q] = partner as [string, string]
    const first = [
      { fromId: h, toId: p, wish: 'must' as const, note: 'About vaccines' },
      { fromId: q, toId: k, answer: 'accepted' as const },
    ]
    expect(await on.enter(mission.id, first)).toEqual({
      entered: 2,
      changed: 0,
      unchanged: 0,
      unscheduled: 0,
    })
    const again = [
      { fromId: h, toId: p, wish: 'want' as const },
      { fromId: q, toId: k },
      { fromId: p, toId: k, expiresOn: '2008-10-01' },
    ]
    expect(await on.enter(mission.id, again)).toEqual({
      entered: 1,
      changed: 1,
      unchanged: 1,
      unscheduled: 0,
    })
    const held = new Map((await listed(mission.id)).map((one) => [`${one.from.id} ${one.to.id}`, one]))
    expect(held.get(`${h} ${p}`)).toMatchObject({
      wish: 'want',
      note: 'About vaccines',
      pair: 'pending',
      version: 2,
    })
    expect(held.get(`${q} ${k}`)).toMatchObject({
      answer: 'accepted',
      answeredOn: '2008-09-15',
      pair: 'agreed',
      from: { side: 'partner' },
      to: { side: 'home' },
    })
    expect(held.get(`${p} ${k}`)).toMatchObject({ expiresOn: '2008-10-01', pair: 'pending' })
  })

  it('takes all or none, and names every field that is wrong', async () => {
    const { mission, home, partner } = await on.planned(1, 1)
    const other = await on.planned(1, 0)
    const [h] = home as [string]
    const [p] = partner as [string]
    const rows = [
      { fromId: h, toId: p },
      { fromId: h, toId: h },
      { fromId: h, toId: other.home[0] ?? '' },
      { fromId: randomUUID(), toId: p },
      { fromId: h, toId: p },
    ]
    const { problem } = await refusal(on.enter(mission.id, rows))
    expect(problem).toMatchObject({ status: 422, code: 'invalid' })
    expect(problem.errors?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'requests.1.toId meets_itself',
      'requests.2.toId unknown_reference',
      'requests.3.fromId unknown_reference',
      'requests.4.toId given_twice',
    ])
    expect(await listed(mission.id)).toEqual([])
  })

  it('is for managers, for missions that are on', async () => {
    const { mission, home, partner } = await on.planned(1, 1)
    const input = {
      params: { id: mission.id },
      body: { requests: [{ fromId: home[0] ?? '', toId: partner[0] ?? '' }] },
    }
    expect((await api.send(enterRequests, input, { actor: null })).status).toBe(401)
    expect((await api.send(enterRequests, input, { actor: viewer })).status).toBe(403)
    expect(await refusal(api.call(enterRequests, { ...input, params: { id: randomUUID() } }))).toMatchObject({
      status: 404,
    })
    await api.call(enterRequests, input)
    const [request] = await listed(mission.id)
    await api.call(
      cancelMission,
      { params: { id: mission.id }, body: { on: '2008-09-15', reason: 'Typhoon' } },
      { version: mission.version },
    )
    const late = { code: 'mission_cancelled' }
    expect(await refusal(api.call(enterRequests, input))).toMatchObject(late)
    const params = { id: request?.id ?? '' }
    expect(await refusal(api.call(updateRequest, { params, body: {} }, { version: 1 }))).toMatchObject(late)
    expect(await refusal(api.call(removeRequest, { params }, { version: 1 }))).toMatchObject(late)
  })
})

describe('answering', () => {
  it('is dated, can be taken back, and needs the version that was seen', async () => {
    const { mission, home, partner } = await on.planned(1, 1)
    await on.enter(mission.id, [{ fromId: home[0] ?? '', toId: partner[0] ?? '' }])
    const [request] = await listed(mission.id)
    const params = { id: request?.id ?? '' }
    const accepted = await api.call(updateRequest, { params, body: { answer: 'accepted' } }, { version: 1 })
    const { unscheduled, ...asRead } = accepted
    expect(unscheduled).toBe(0)
    expect(accepted).toMatchObject({
      answer: 'accepted',
      answeredOn: '2008-09-15',
      pair: 'agreed',
      version: 2,
    })
    const stale = await refusal(
      api.call(updateRequest, { params, body: { answer: 'declined' } }, { version: 1 }),
    )
    expect(stale.problem).toMatchObject({ status: 412, current: asRead })
    const back = await api.call(updateRequest, { params, body: { answer: 'pending' } }, { version: 2 })
    expect(back).toMatchObject({ answer: 'pending', answeredOn: null, pair: 'pending' })
    await api.call(removeRequest, { params }, { version: 3 })
    expect(await refusal(api.call(removeRequest, { params }, { version: 3 }))).toMatchObject({ status: 404 })
  })

  it('with a veto or a refusal takes the meeting off the grid; undone, it is back', async () => {
    const { mission, home, partner } = await on.planned(1, 1)
    const [h] = home as [string]
    const [p] = partner as [string]
    await on.agree(mission.id, [[h, p]])
    const { slots, tables } = await on.grid(mission.id, {
      slots: slotsOf('2008-10-15', 1),
      tables: [{ name: 'A' }],
    })
    const place = { slotId: slots[0]?.id ?? '', tableId: tables[0]?.id ?? '' }
    await on.meet(mission.id, [{ aId: h, bId: p, ...place }])
    const body = { requests: [{ fromId: p, toId: h, wish: 'never' as const }] }
    const response = await api.send(enterRequests, { params: { id: mission.id }, body })
    expect(await response.json()).toEqual({ entered: 1, changed: 0, unchanged: 0, unscheduled: 1 })
    const vetoed = (await on.read(mission.id)).meetings[0]
    expect(vetoed).toMatchObject({ slotId: null, value: 0 })
    const { problem } = await refusal(on.move(mission.id, vetoed?.id ?? '', place))
    expect(problem).toMatchObject({ code: 'meeting_conflict', errors: [{ code: 'not_agreed' }] })
    await api.call(undoChange, { params: { id: response.headers.get('x-change-set') ?? '' } })
    expect((await on.read(mission.id)).meetings[0]).toMatchObject({ ...place, value: 3 })
  })

  it('one by one says so too: refused, or asked for no more', async () => {
    const { mission, home, partner } = await on.planned(1, 1)
    const [h, p] = [home[0] ?? '', partner[0] ?? '']
    await on.agree(mission.id, [[h, p]])
    const grid = { slots: slotsOf('2008-10-15', 1), tables: [{ name: 'A' }] }
    const { slots, tables } = await on.grid(mission.id, grid)
    const place = { slotId: slots[0]?.id ?? '', tableId: tables[0]?.id ?? '' }
    const { meetings } = await on.meet(mission.id, [{ aId: h, bId: p, ...place }])
    const [request] = await listed(mission.id)
    const params = { id: request?.id ?? '' }
    const answer = (given: 'declined' | 'accepted', version: number) =>
      api.call(updateRequest, { params, body: { answer: given } }, { version })
    expect(await answer('declined', 1)).toMatchObject({ answer: 'declined', unscheduled: 1 })
    expect(await answer('accepted', 2)).toMatchObject({ unscheduled: 0 })
    await on.move(mission.id, meetings[0]?.id ?? '', place)
    // Without any request nothing speaks against it.
    expect(await api.call(removeRequest, { params }, { version: 3 })).toEqual({ unscheduled: 0 })
    await on.enter(mission.id, [{ fromId: h, toId: p, wish: 'never' }])
    expect((await on.read(mission.id)).meetings[0]).toMatchObject({ slotId: null })
  })
})

describe('the list', () => {
  it('pages, sorts, searches and filters by mission, participant, wish and what a pair amounts to', async () => {
    const { mission, home, partner } = await on.planned(2, 2)
    const all = home.flatMap((fromId) => partner.map((toId) => ({ fromId, toId })))
    await on.enter(mission.id, all)
    await on.enter(mission.id, [{ fromId: partner[0] ?? '', toId: home[0] ?? '', wish: 'never' }])
    const query = { mission: mission.id, limit: 2 }
    const first = await api.call(listRequests, { query })
    const second = await api.call(listRequests, { query: { ...query, cursor: first.next ?? '' } })
    const third = await api.call(listRequests, { query: { ...query, cursor: second.next ?? '' } })
    expect([first.total, first.items.length, second.items.length, third.items.length, third.next]).toEqual([
      5,
      2,
      2,
      1,
      null,
    ])
    const pages = [...first.items, ...second.items, ...third.items]
    expect(pages).toEqual(await listed(mission.id))
    expect([...pages].reverse()).toEqual(await listed(mission.id, { sort: '-from' }))
    expect((await listed(mission.id, { sort: 'wish' })).map(({ wish }) => wish).at(-1)).toBe('never')
    expect((await listed(mission.id, { pair: 'vetoed' })).map(({ wish }) => wish).sort()).toEqual([
      'never',
      'want',
    ])
    expect(await listed(mission.id, { wish: ['want'], participation: home[1] })).toHaveLength(2)
    const name = pages[0]?.from.name ?? ''
    expect((await listed(mission.id, { q: name.toUpperCase() })).length).toBeGreaterThan(0)
    expect(await listed(mission.id, { q: '100%_\\' })).toEqual([])
  })
})

describe('suggestions', () => {
  it('speak for what the two have in common, unless they were asked already', async () => {
    const make = makers(api)
    const mission = await make.mission()
    const company = (side: 'home' | 'partner', words: object) =>
      make.participation({ missionId: mission.id, side, state: 'accepted', ...words })
    const a = await company('home', { themes: ['Oncology'], offers: ['Biomarkers'] })
    const b = await company('partner', { themes: ['oncology'], seeks: ['biomarkers'] })
    const c = await company('partner', { themes: ['ONCOLOGY'] })
    await company('partner', { themes: ['Robotics'] })
    const suggest = async () => (await api.call(suggestMeetings, { params: { id: mission.id } })).items
    expect((await suggest()).map((one) => [one.a.id, one.b.id, one.shared, one.matched, one.score])).toEqual([
      [a.id, b.id, ['Oncology'], ['Biomarkers'], 4],
      [a.id, c.id, ['Oncology'], [], 1],
    ])
    await on.enter(mission.id, [{ fromId: b.id, toId: a.id }])
    expect((await suggest()).map((one) => one.b.id)).toEqual([c.id])
    // Two who meet, without having asked: a request would take their meeting off the grid.
    const { meetings } = await on.meet(mission.id, [{ aId: a.id, bId: c.id }])
    expect(await suggest()).toEqual([])
    const { id, version } = meetings[0] as (typeof meetings)[number]
    await api.call(removeMeeting, { params: { id } }, { version })
    expect((await suggest()).map((one) => one.b.id)).toEqual([c.id])
    await api.call(
      updateParticipation,
      { params: { id: c.id }, body: { themes: [] } },
      { version: c.version },
    )
    expect(await suggest()).toEqual([])
  })
})

describe('what requests amount to', () => {
  it('is the same in SQL and in the domain, whatever was asked and answered', async () => {
    const { mission, home, partner } = await on.planned(2, 2)
    const people = [...home, ...partner]
    const facts = fc.record({
      from: fc.nat(3),
      to: fc.nat(3),
      wish: fc.constantFrom(...wishes),
      answer: fc.constantFrom(...answers),
      expiresOn: fc.option(fc.constantFrom('2008-09-14', '2008-09-15', '2008-09-16')),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(facts, { maxLength: 10 }), async (given) => {
        const rows = new Map<string, RequestFacts>()
        for (const { from, to, ...fact } of given) {
          const [fromId, toId] = [people[from] ?? '', people[to] ?? '']
          if (from !== to) rows.set(`${fromId} ${toId}`, { fromId, toId, ...fact })
        }
        const requests = [...rows.values()]
        await api.db.deleteFrom('requests').where('mission_id', '=', mission.id).execute()
        if (requests.length > 0) await on.enter(mission.id, requests)
        const { rows: found } = await sql`
          select a_id as "aId", b_id as "bId", state, value from pairs_on('2008-09-15', ${mission.id})`.execute(
          api.db,
        )
        const sorted = (pairs: unknown[]) => pairs.map((pair) => JSON.stringify(pair)).sort()
        expect(sorted(found)).toEqual(sorted(pairsOf(requests, '2008-09-15')))
      }),
      { numRuns: 25 },
    )
  })
})
