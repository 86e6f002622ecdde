import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  cancelMission,
  closeMission,
  moveMission,
  reopenMission,
  tickStep,
} from '../../src/contract/missions.ts'
import { type CallOptions, problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { missionVerbs } from '../support/missions.ts'

let api: TestApi
let make: ReturnType<typeof makers>
let verbs: ReturnType<typeof missionVerbs>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  verbs = missionVerbs(api)
})
afterAll(() => api.stop())

describe('who may', () => {
  it.each([
    [moveMission.id, moveMission, { stage: 'planned' }],
    [cancelMission.id, cancelMission, { on: '2008-09-15', reason: 'Why' }],
    [closeMission.id, closeMission, { on: '2008-09-15' }],
    [reopenMission.id, reopenMission, undefined],
    [tickStep.id, tickStep, { doneOn: null }],
  ] as const)('%s: nobody unknown, no viewer; 404 where there is none', async (_, endpoint, body) => {
    const { id } = await make.mission()
    const input = (of: string) => ({ params: { id: of, stepId: randomUUID() }, body })
    const answer = async (of: string, options: CallOptions) =>
      problemOf(await api.send(endpoint, input(of), { version: 1, ...options }))
    expect(await answer(id, { actor: null })).toMatchObject({ status: 401 })
    expect(await answer(id, { actor: viewer })).toMatchObject({ status: 403 })
    expect(await answer(randomUUID(), {})).toMatchObject({ status: 404 })
  })
})

describe('stages', () => {
  it('are moved along from a day on; a day has one, and the same again is no move', async () => {
    const made = await make.mission({ stageSince: '2008-01-01' })
    const planned = await verbs.move(made, 'planned', '2008-02-04')
    const preparing = await verbs.move(planned, 'preparing', '2008-02-04')
    expect(preparing.stages.map(({ stage, since }) => `${stage} ${since}`)).toEqual([
      'idea 2008-01-01',
      'preparing 2008-02-04',
    ])
    expect(await verbs.move(preparing, 'preparing', '2008-03-01')).toEqual(preparing)
    const back = await verbs.move(preparing, 'idea', '2008-02-04')
    expect(back.stages.map(({ stage }) => stage)).toEqual(['idea'])
    expect(await verbs.move(back, 'planned')).toMatchObject({ status: 'planned', stage: 'planned' })
  })

  it('don’t begin before the present one', async () => {
    const made = await make.mission({ stageSince: '2008-01-01' })
    const planned = await verbs.move(made, 'planned', '2008-03-01')
    await expect(verbs.move(planned, 'preparing', '2008-02-04')).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'since', code: 'before_last', params: { since: '2008-03-01' } }] },
    })
  })
})

describe('the end of a mission', () => {
  it('is a cancellation with its reason, from which nothing moves but reopening', async () => {
    const made = await make.mission({ starts: '2008-10-15' })
    const cancelled = await verbs.cancel(made, '2008-09-01')
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      cancelledOn: '2008-09-01',
      cancelledReason: 'No budget',
    })
    expect(await verbs.read(made, '2008-08-31')).toMatchObject({ status: 'idea' })
    const refused = { status: 409, code: 'mission_cancelled', problem: { params: { on: '2008-09-01' } } }
    await expect(verbs.move(cancelled, 'planned')).rejects.toMatchObject(refused)
    await expect(verbs.cancel(cancelled, '2008-09-02')).rejects.toMatchObject(refused)
    await expect(verbs.close(cancelled, '2008-09-02')).rejects.toMatchObject(refused)
    expect(await verbs.reopen(cancelled)).toMatchObject({
      status: 'idea',
      cancelledOn: null,
      cancelledReason: null,
    })
  })

  it('is a close once all is followed up', async () => {
    const made = await make.mission({ starts: '2008-02-04' })
    expect(made.status).toBe('follow_up')
    const closed = await verbs.close(made, '2008-09-15')
    expect(closed).toMatchObject({ status: 'closed', closedOn: '2008-09-15' })
    for (const again of [
      () => verbs.close(closed, '2008-09-15'),
      () => verbs.cancel(closed, '2008-09-15'),
      () => verbs.move(closed, 'planned'),
    ])
      await expect(again()).rejects.toMatchObject({ status: 409, code: 'mission_closed' })
    const open = await verbs.reopen(closed)
    expect(open.status).toBe('follow_up')
    await expect(verbs.reopen(open)).rejects.toMatchObject({ status: 409, code: 'mission_not_ended' })
  })

  it('asks for a reason', async () => {
    const { id } = await make.mission()
    const body = { on: '2008-09-01', reason: ' ' }
    const answer = await api.send(cancelMission, { params: { id }, body }, { version: 1 })
    expect(await problemOf(answer)).toMatchObject({ status: 422, errors: [{ path: 'reason' }] })
  })
})

describe('the checklist', () => {
  it('is ticked off without a version; ticked again it changes nothing', async () => {
    const made = await make.mission({ steps: [{ phase: 'decision', title: 'Decide' }] })
    const [step] = made.steps
    const ticked = await verbs.tick(made, step?.id ?? '', '2008-09-14')
    expect(ticked).toMatchObject({ steps: [{ doneOn: '2008-09-14' }], version: made.version + 1 })
    expect(await verbs.tick(made, step?.id ?? '', '2008-09-14')).toEqual(ticked)
    expect((await verbs.tick(made, step?.id ?? '', null)).steps).toMatchObject([{ doneOn: null }])
  })

  it('is one of the mission’s own, and rests in the bin', async () => {
    const made = await make.mission({ steps: [{ phase: 'decision', title: 'Decide' }] })
    const other = await make.mission()
    const id = made.steps[0]?.id ?? ''
    await expect(verbs.tick(other, id, '2008-09-14')).rejects.toMatchObject({ status: 404 })
    await verbs.remove(made)
    await expect(verbs.tick(made, id, '2008-09-14')).rejects.toMatchObject({
      status: 409,
      code: 'record_in_bin',
    })
  })
})
