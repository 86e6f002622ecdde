import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateTask } from '../../src/contract/dossier.ts'
import { createExpense } from '../../src/contract/expenses.ts'
import { undoChange } from '../../src/contract/history.ts'
import { recordMeeting } from '../../src/contract/meetings.ts'
import { cancelMission, missionRecords } from '../../src/contract/missions.ts'
import {
  createOutcome,
  planFollowUp,
  readResults,
  removeOutcome,
  updateOutcome,
} from '../../src/contract/outcomes.ts'
import { readParticipation } from '../../src/contract/participations.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'
import { schedules, slotsOf } from '../support/schedule.ts'

let api: TestApi
let on: ReturnType<typeof schedules>
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  on = schedules(api)
  make = makers(api)
})
afterAll(() => api.stop())

const results = (id: string, asOf = '2008-12-31') =>
  api.call(readResults, { params: { id }, query: { asOf } })
const counts = async (id: string, asOf?: string) =>
  Object.fromEntries((await results(id, asOf)).funnel.map(({ step, count }) => [step, count]))

/** Two companies and two counterparts: four requests, three agreed, of which two in the grid on two days, both held. */
async function held() {
  const { mission, home, partner } = await on.planned(2, 2)
  const [h, k] = home as [string, string]
  const [p, q] = partner as [string, string]
  await on.agree(mission.id, [
    [h, p],
    [k, q],
    [h, q],
  ])
  await on.enter(mission.id, [
    { fromId: k, toId: p },
    { fromId: p, toId: q, wish: 'never' },
  ])
  const { slots, tables } = await on.grid(mission.id, {
    slots: [...slotsOf('2008-10-15', 1), ...slotsOf('2008-10-16', 1)],
    tables: [{ name: 'A' }],
  })
  const tableId = tables[0]?.id ?? ''
  const { meetings } = await on.meet(mission.id, [
    { aId: h, bId: p, slotId: slots[0]?.id, tableId },
    { aId: k, bId: q, slotId: slots[1]?.id, tableId },
  ])
  const of = (aId: string) => meetings.find((meeting) => meeting.aId === aId)?.id ?? ''
  const [first, second] = [of(h), of(k)]
  await api.call(recordMeeting, {
    params: { id: first },
    body: { state: 'held', rating: 'cooperation_possible' },
  })
  await api.call(recordMeeting, {
    params: { id: second },
    body: { state: 'held', rating: 'insufficient_interest' },
  })
  const participation = async (id: string) => api.call(readParticipation, { params: { id } })
  return {
    mission,
    first,
    second,
    h: await participation(h),
    k: await participation(k),
    p: await participation(p),
  }
}

describe('the results', () => {
  it('count from request to outcome what their lists hold, as of a day', async () => {
    const { mission, first, second, h, p } = await held()
    const outcome = await api.call(createOutcome, {
      params: { id: mission.id },
      body: {
        kind: 'rd_project',
        title: 'Joint assay',
        on: '2008-11',
        meetingId: first,
        companies: [h.organisation.id],
        counterpartId: p.organisation.id,
        value: { minor: 12_345_600, currency: 'EUR' },
      },
    })
    expect(await counts(mission.id)).toEqual({
      requested: 4,
      accepted: 3,
      scheduled: 2,
      held: 2,
      useful: 1,
      outcome: 1,
    })
    const whole = await results(mission.id)
    for (const { count, ids } of whole.funnel) expect(new Set(ids).size).toBe(count)
    const step = (name: string) => whole.funnel.find((one) => one.step === name)?.ids
    expect(step('held')).toEqual([first, second].sort())
    expect(step('outcome')).toEqual([first])
    expect(whole.outcomes).toEqual([outcome])
    expect(whole.values).toEqual([{ minor: 12_345_600, currency: 'EUR' }])
    expect(whole.ratings).toEqual([
      { rating: 'did_not_take_place', count: 0, ids: [] },
      { rating: 'insufficient_interest', count: 1, ids: [second] },
      { rating: 'informative', count: 0, ids: [] },
      { rating: 'cooperation_possible', count: 1, ids: [first] },
    ])
    for (const { ids, cluster: _, ...figures } of whole.byCluster)
      expect(Object.fromEntries(Object.entries(ids).map(([key, found]) => [key, found.length]))).toEqual(
        figures,
      )
    // The second meeting was a day later, the outcome of November.
    expect(await counts(mission.id, '2008-10-15')).toMatchObject({
      scheduled: 2,
      held: 1,
      useful: 1,
      outcome: 0,
    })
    expect(await counts(mission.id, '2008-09-15')).toMatchObject({ accepted: 3, scheduled: 2, held: 0 })
    // Nothing had been answered the day before.
    expect(await counts(mission.id, '2008-09-14')).toMatchObject({ requested: 4, accepted: 0 })
    // It had its place, whatever became of it there.
    await api.call(recordMeeting, { params: { id: second }, body: { state: 'cancelled', rating: null } })
    expect(await counts(mission.id)).toMatchObject({ scheduled: 2, held: 1 })
  })

  it('are told by cluster, a meeting of two companies of one cluster once', async () => {
    const mission = await make.mission({ starts: '2008-10-15', ends: '2008-10-17' })
    const cluster = await make.organisation()
    const company = () =>
      make.participation({ missionId: mission.id, clusterId: cluster.id, state: 'accepted' })
    const [a, b] = [await company(), await company()]
    await make.participation({ missionId: mission.id, clusterId: cluster.id, state: 'invited' })
    const { meetings } = await on.meet(mission.id, [{ aId: a.id, bId: b.id }])
    await api.call(recordMeeting, { params: { id: meetings[0]?.id ?? '' }, body: { state: 'held' } })
    const { byCluster } = await results(mission.id)
    expect(byCluster).toMatchObject([
      { cluster: { id: cluster.id }, companies: 2, meetings: 1, held: 1, outcomes: 0 },
    ])
  })

  it('are for missions that there are', async () => {
    expect(await refusal(results(randomUUID()))).toMatchObject({ status: 404 })
  })
})

describe('an outcome', () => {
  it('is changed and deleted by who has seen it as it is; undo brings it back', async () => {
    const { mission, h, k } = await held()
    const made = await api.call(createOutcome, {
      params: { id: mission.id },
      body: { kind: 'lead', title: 'Talks', companies: [h.organisation.id] },
    })
    const params = { id: made.id }
    const body = {
      companies: [k.organisation.id],
      value: { minor: 5, currency: 'JPY' },
      confirmedOn: '2008-11-01',
    }
    const changed = await api.call(updateOutcome, { params, body }, { version: 1 })
    expect(changed).toMatchObject({
      version: 2,
      title: 'Talks',
      companies: [{ id: k.organisation.id }],
      value: body.value,
    })
    expect(await refusal(api.call(updateOutcome, { params, body }, { version: 1 }))).toMatchObject({
      status: 412,
      problem: { current: changed },
    })
    const gone = await api.send(removeOutcome, { params }, { version: 2 })
    expect(gone.status).toBe(204)
    expect((await results(mission.id)).outcomes).toEqual([])
    await api.call(undoChange, { params: { id: gone.headers.get('x-change-set') ?? '' } })
    const [back] = (await results(mission.id)).outcomes
    expect(back).toMatchObject({ id: made.id, companies: changed.companies, value: changed.value })
  })

  it('refers to what is there, and to meetings of its own mission', async () => {
    const [one, other] = [await held(), await held()]
    const body = {
      kind: 'nda' as const,
      title: 'Secret',
      companies: [one.h.organisation.id, randomUUID()],
    }
    const create = (more: object) =>
      refusal(api.call(createOutcome, { params: { id: one.mission.id }, body: { ...body, ...more } }))
    expect((await create({})).problem.errors).toMatchObject([
      { path: 'companies.1', code: 'unknown_reference' },
    ])
    expect((await create({ companies: [], meetingId: other.first })).problem.errors).toMatchObject([
      { path: 'meetingId', code: 'unknown_reference' },
    ])
    expect((await create({ companies: [], value: { minor: 1.5, currency: 'EUR' } })).status).toBe(422)
    const input = { params: { id: one.mission.id }, body: { kind: 'lead', title: 'x' } }
    expect((await api.send(createOutcome, input, { actor: null })).status).toBe(401)
    expect((await api.send(createOutcome, input, { actor: viewer })).status).toBe(403)
    expect((await api.send(createOutcome, { ...input, params: { id: randomUUID() } })).status).toBe(404)
  })
})

describe('following up', () => {
  it('asks each company after 3, 6 and 12 months, once', async () => {
    const { mission, h } = await held()
    const plan = () => api.call(planFollowUp, { params: { id: mission.id } })
    expect(await plan()).toEqual({ added: 6, already: 0 })
    expect(await plan()).toEqual({ added: 0, already: 6 })
    const { followUp } = await results(mission.id)
    const mine = followUp.filter(({ participationId }) => participationId === h.id)
    expect(mine.map(({ months, due, doneOn }) => [months, due, doneOn])).toEqual([
      [3, '2009-01-17', null],
      [6, '2009-04-17', null],
      [12, '2009-10-17', null],
    ])
    const done = { doneOn: '2009-01-20' }
    await api.call(updateTask, { params: { id: mine[0]?.taskId ?? '' }, body: done }, { version: 1 })
    const doneBy = async (day: string) =>
      (await results(mission.id, day)).followUp.filter(({ doneOn }) => doneOn !== null).length
    expect([await doneBy('2009-01-19'), await doneBy('2009-01-20')]).toEqual([0, 1])
  })

  it('is said once: planning ticks the step that asks for it, and steps of older checklists that repeat it go', async () => {
    const { mission } = await held()
    const step = (key: string, more: object = {}) => ({ phase: 'follow_up' as const, key, ...more })
    const { version } = await api.call(missionRecords.read, { params: { id: mission.id } })
    const steps = [
      step('planFollowUp'),
      step('followUp3', { doneOn: '2008-09-01' }),
      step('followUp6'),
      step('followUp12'),
      { phase: 'follow_up' as const, title: 'Thank the hosts' },
    ]
    await api.call(missionRecords.update, { params: { id: mission.id }, body: { steps } }, { version })
    const stepsOf = async () =>
      (await api.call(missionRecords.read, { params: { id: mission.id } })).steps.map(
        ({ key, title, doneOn }) => [key ?? title, doneOn],
      )
    const before = await stepsOf()
    const planned = await api.send(planFollowUp, { params: { id: mission.id } })
    expect(await stepsOf()).toEqual([
      ['planFollowUp', '2008-09-15'],
      ['followUp3', '2008-09-01'],
      ['Thank the hosts', null],
    ])
    await api.call(undoChange, { params: { id: planned.headers.get('x-change-set') ?? '' } })
    expect(await stepsOf()).toEqual(before)
  })

  it('can be undone, and planned again', async () => {
    const { mission } = await held()
    const planned = await api.send(planFollowUp, { params: { id: mission.id } })
    await api.call(undoChange, { params: { id: planned.headers.get('x-change-set') ?? '' } })
    expect((await results(mission.id)).followUp).toEqual([])
    expect(await api.call(planFollowUp, { params: { id: mission.id } })).toEqual({ added: 6, already: 0 })
  })

  it('needs a day to count from, and a mission that was on', async () => {
    const undated = await make.mission()
    const plan = (id: string) => refusal(api.call(planFollowUp, { params: { id } }))
    expect(await plan(undated.id)).toMatchObject({ status: 409, code: 'mission_undated' })
    const reason = { on: '2008-09-15', reason: 'Typhoon' }
    await api.call(cancelMission, { params: { id: undated.id }, body: reason }, { version: 1 })
    expect(await plan(undated.id)).toMatchObject({ status: 409, code: 'mission_cancelled' })
    expect(await plan(randomUUID())).toMatchObject({ status: 404 })
  })
})

describe('what a mission cost', () => {
  it('is what was paid by the day, per currency, without the VAT that is got back', async () => {
    const { mission } = await on.planned(1, 1)
    const spend = (title: string, minor: number, more: object) =>
      api.call(createExpense, {
        body: { title, amount: { minor, currency: 'EUR' }, missionId: mission.id, ...more },
      })
    await spend('Stand', 120_000, { paidOn: '2008-10-01', vatMinor: 20_000, vatRecoverable: true })
    await spend('Flights', 60_050, { paidOn: '2008-10-02', vatMinor: 50, vatRecoverable: false })
    await spend('Interpreter', 30_000, { paidOn: '2008-10-17', amount: { minor: 30_000, currency: 'JPY' } })
    await spend('Hotel, ordered', 99_900, { committedOn: '2008-10-01' })
    const costs = async (day: string) => (await results(mission.id, day)).costs
    expect(await costs('2008-09-30')).toEqual({ sums: [], count: 0 })
    expect(await costs('2008-10-02')).toEqual({ sums: [{ currency: 'EUR', minor: 160_050 }], count: 2 })
    expect(await costs('2008-12-31')).toEqual({
      sums: [
        { currency: 'EUR', minor: 160_050 },
        { currency: 'JPY', minor: 30_000 },
      ],
      count: 3,
    })
  })
})
