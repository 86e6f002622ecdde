import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTask, listTasks, removeTask, type TaskInput, updateTask } from '../../src/contract/dossier.ts'
import type { CallInput } from '../../src/contract/endpoint.ts'
import { undoChange } from '../../src/contract/history.ts'
import { missionRecords } from '../../src/contract/missions.ts'
import { readOverview } from '../../src/contract/overview.ts'
import { viewCluster } from '../../src/contract/views.ts'
import type { Recurrence } from '../../src/domain/recurrence.ts'
import { problemOf, startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi({ clock: '2008-09-15' })
  make = makers(api)
})
afterAll(() => api.stop())

const add = (body: TaskInput) => api.call(createTask, { body })
const list = async (query: CallInput<typeof listTasks>['query']) =>
  (await api.call(listTasks, { query })).items
const titles = async (query: CallInput<typeof listTasks>['query']) =>
  (await list(query)).map(({ title }) => title)
const change = (task: { id: string; version: number }, body: CallInput<typeof updateTask>['body']) =>
  api.call(updateTask, { params: { id: task.id }, body }, { version: task.version })
/** The change that ticking a task off was noted as. */
async function tick(task: { id: string; version: number }, doneOn: string) {
  const response = await api.send(
    updateTask,
    { params: { id: task.id }, body: { doneOn } },
    { version: task.version },
  )
  expect(response.status).toBe(200)
  return response.headers.get('x-change-set') ?? ''
}
const monthly: Recurrence = { every: 'month', interval: 1, until: null, on: { day: 31 } }
const q = (text: string) => ({ q: text, state: 'all' as const })

describe('a task that comes again', () => {
  it('is followed by the next when it is done, and an undo takes both back', async () => {
    const person = await make.person()
    const task = await add({
      title: 'Report to the region',
      due: '2008-08-31',
      repeats: monthly,
      assigneeId: person.id,
    })
    expect(task.repeats).toEqual(monthly)
    const change = await tick(task, '2008-09-15')
    const next = (await list({ q: 'report region' }))[0]
    expect(next).toMatchObject({
      due: '2008-09-30',
      repeats: monthly,
      assignee: { id: person.id },
      doneOn: null,
    })
    await api.call(undoChange, { params: { id: change } })
    expect((await list(q('report region'))).map(({ id, doneOn }) => [id, doneOn])).toEqual([[task.id, null]])
  })

  it('is followed once, however often it is opened again; what was worked on stays', async () => {
    const task = await add({
      title: 'Weekly call',
      due: '2008-09-15',
      repeats: { every: 'week', weekdays: [1] },
    })
    await tick(task, '2008-09-15')
    const opened = await change({ id: task.id, version: 2 }, { doneOn: null })
    expect(await list(q('weekly call'))).toHaveLength(1)
    await tick(opened, '2008-09-15')
    const [next] = await list({ q: 'weekly call' })
    expect(next?.due).toBe('2008-09-22')
    await change(next ?? task, { title: 'Weekly call with Osaka' })
    await change({ id: task.id, version: 4 }, { doneOn: null })
    await tick({ id: task.id, version: 5 }, '2008-09-15')
    expect(await titles(q('weekly call'))).toEqual(['Weekly call', 'Weekly call with Osaka'])
  })

  it('ends with its series, and leaves what followed it when it is deleted', async () => {
    const repeats: Recurrence = { every: 'day', interval: 7, until: '2008-09-20' }
    const task = await add({ title: 'Two times only', due: '2008-09-08', repeats })
    await tick(task, '2008-09-08')
    const [next] = await list({ q: 'two times' })
    await api.call(removeTask, { params: { id: task.id } }, { version: 2 })
    expect(await titles(q('two times'))).toEqual(['Two times only'])
    await tick({ id: next?.id ?? '', version: 2 }, '2008-09-15')
    expect(await titles({ q: 'two times' })).toEqual([])
  })

  it.each<[string, TaskInput, string]>([
    ['no day', { title: 'x', repeats: monthly }, 'due'],
    [
      'no weekday',
      { title: 'x', due: '2008-09-15', repeats: { every: 'week', weekdays: [] } },
      'repeats.weekdays',
    ],
    [
      'an interval of nothing',
      { title: 'x', due: '2008-09-15', repeats: { every: 'day', interval: 0 } },
      'repeats.interval',
    ],
  ])('is refused with %s', async (_, body, path) => {
    const response = await api.send(createTask, { body })
    expect(await problemOf(response)).toMatchObject({ status: 422, errors: [{ path }] })
  })

  it('does not lose its day while it comes again', async () => {
    const task = await add({ title: 'x', due: '2008-09-15', repeats: monthly })
    const response = await api.send(
      updateTask,
      { params: { id: task.id }, body: { due: null } },
      { version: 1 },
    )
    expect(await problemOf(response)).toMatchObject({ status: 422, errors: [{ path: 'due' }] })
    expect((await change(task, { due: null, repeats: null })).repeats).toBeNull()
  })
})

describe('a task that is put off', () => {
  it('is out of the list, the overview and the figures until its day', async () => {
    const cluster = await make.organisation({ name: 'Cap Digital' })
    const task = await add({ title: 'Ring Osaka', due: '2008-09-12', clusterId: cluster.id })
    const counted = async (asOf: string) => {
      const scope = { cluster: cluster.id, asOf }
      const { needs } = await api.call(readOverview, { query: scope })
      const { figures } = await api.call(viewCluster, { params: { id: cluster.id }, query: { asOf } })
      const open = await titles(scope)
      expect([needs.length, figures.tasks.count]).toEqual([open.length, open.length])
      return open.length
    }
    await change(task, { snooze: { from: '2008-09-15', until: '2008-10-01' } })
    expect([await counted('2008-09-14'), await counted('2008-09-15'), await counted('2008-09-30')]).toEqual([
      1, 0, 0,
    ])
    expect(await counted('2008-10-01')).toBe(1)
    expect(await titles({ cluster: cluster.id, state: 'snoozed', asOf: '2008-09-20' })).toEqual([
      'Ring Osaka',
    ])
    const awake = await change({ id: task.id, version: 2 }, { snooze: null })
    expect(awake.snooze).toBeNull()
    expect(await counted('2008-09-20')).toBe(1)
  })

  it('waits for its mission, whose day may move', async () => {
    const mission = await make.mission({ starts: '2008-10-15', ends: '2008-10-17' })
    const task = await add({ title: 'Pack the stand', noun: 'missions', recordId: mission.id })
    const put = await change(task, { snooze: { from: '2008-09-15', toStart: true } })
    expect(put.snooze).toEqual({ from: '2008-09-15', until: '2008-10-15', toStart: true })
    const move = (starts: string | null, version: number) =>
      api.call(
        missionRecords.update,
        { params: { id: mission.id }, body: { starts, ends: starts } },
        { version },
      )
    const moved = await move('2008-11', mission.version)
    expect(await titles({ q: 'pack the stand', asOf: '2008-10-31' })).toEqual([])
    expect(await titles({ q: 'pack the stand', asOf: '2008-11-01' })).toEqual(['Pack the stand'])
    // Without a day there is nothing to wait for; and it can still be ticked off.
    await move(null, moved.version)
    expect(await titles({ q: 'pack the stand' })).toEqual(['Pack the stand'])
    await tick({ id: task.id, version: put.version }, '2008-09-16')
  })

  it('wakes when it is about another record', async () => {
    const mission = await make.mission({ starts: '2008-10-15' })
    const market = await make.market()
    const task = await add({
      title: 'Moved about',
      noun: 'missions',
      recordId: mission.id,
      snooze: { from: '2008-09-15', toStart: true },
    })
    const now = await change(task, { noun: 'markets', recordId: market.id })
    expect(now.snooze).toBeNull()
  })

  it.each([
    ['until no day', { from: '2008-09-15' }, 'snooze.until'],
    ['until the same day', { from: '2008-09-15', until: '2008-09-15' }, 'snooze.until'],
    ['for a mission that it is not about', { from: '2008-09-15', toStart: true }, 'snooze.toStart'],
  ])('is refused %s', async (_, snooze, path) => {
    const task = await add({ title: 'x' })
    const response = await api.send(updateTask, { params: { id: task.id }, body: { snooze } }, { version: 1 })
    expect(await problemOf(response)).toMatchObject({ status: 422, errors: [{ path }] })
  })

  it('belongs to a cluster’s list by what it is about', async () => {
    const cluster = await make.organisation()
    const agreement = await make.agreement({ parties: [{ organisationId: cluster.id, side: 'home' }] })
    await add({ title: 'About its agreement', noun: 'agreements', recordId: agreement.id })
    await add({ title: 'Its own', clusterId: cluster.id })
    await add({ title: 'Of nobody' })
    expect((await titles({ team: cluster.id })).sort()).toEqual(['About its agreement', 'Its own'])
  })
})
