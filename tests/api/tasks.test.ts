import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createTask,
  listTasks,
  readDossier,
  removeTask,
  type TaskInput,
  updateTask,
} from '../../src/contract/dossier.ts'
import type { CallInput } from '../../src/contract/endpoint.ts'
import { readOverview } from '../../src/contract/overview.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

const add = (body: TaskInput) => api.call(createTask, { body })
const titles = async (query: CallInput<typeof listTasks>['query']) =>
  (await api.call(listTasks, { query })).items.map(({ title }) => title)

describe('a task', () => {
  it('is about a record, for somebody, by a day', async () => {
    const agreement = await make.agreement({ title: 'Kansai' })
    const cluster = await make.organisation({ name: 'Cancer-Bio-Santé' })
    const assignee = await make.person({ givenName: 'Ada', familyName: 'Lovelace' })
    const task = await add({
      title: 'Prepare the renewal',
      noun: 'agreements',
      recordId: agreement.id,
      due: '2010-06-30',
      assigneeId: assignee.id,
      clusterId: cluster.id,
    })
    expect(task).toMatchObject({
      version: 1,
      about: { noun: 'agreements', recordId: agreement.id, title: 'Kansai' },
      assignee: { id: assignee.id, name: 'Ada Lovelace' },
      cluster: { id: cluster.id, name: 'Cancer-Bio-Santé' },
      due: '2010-06-30',
      doneOn: null,
    })
    const { tasks } = await api.call(readDossier, { query: { noun: 'agreements', recordId: agreement.id } })
    expect(tasks).toEqual([task])
  })

  it('is ticked off, changed and deleted under the version that was seen', async () => {
    const { id } = await add({ title: 'Call Osaka', due: '2008-10-01' })
    const done = await api.call(
      updateTask,
      { params: { id }, body: { doneOn: '2008-09-15' } },
      { version: 1 },
    )
    expect(done).toMatchObject({ version: 2, doneOn: '2008-09-15', due: '2008-10-01', title: 'Call Osaka' })
    const stale = await refusal(
      api.call(updateTask, { params: { id }, body: { title: 'x' } }, { version: 1 }),
    )
    expect(stale.problem).toMatchObject({ status: 412, current: { id, version: 2 } })
    await api.call(removeTask, { params: { id } }, { version: 2 })
    expect((await refusal(api.call(removeTask, { params: { id } }, { version: 2 }))).status).toBe(404)
  })

  it.each([
    ['half a record', { noun: 'agreements' as const }, 'recordId'],
    ['a record that is not there', { noun: 'markets' as const, recordId: randomUUID() }, 'recordId'],
    ['nobody', { assigneeId: randomUUID() }, 'assigneeId'],
    ['no cluster', { clusterId: randomUUID() }, 'clusterId'],
    ['no day', { due: '2008-02-30' }, 'due'],
  ])('is refused for %s', async (_, fields, path) => {
    const response = await api.send(createTask, { body: { title: 'x', ...fields } })
    expect(await problemOf(response)).toMatchObject({ status: 422, errors: [{ path }] })
  })

  it('is refused to viewers and nobody', async () => {
    expect((await refusal(api.call(createTask, { body: { title: 'x' } }, { actor: viewer }))).status).toBe(
      403,
    )
    expect((await refusal(api.call(listTasks, {}, { actor: null }))).status).toBe(401)
  })
})

describe('the list of tasks', () => {
  it('shows the open ones by due day, and as of a day', async () => {
    const assignee = (await make.person()).id
    await add({ title: 'no day', assigneeId: assignee })
    await add({ title: 'later', due: '2008-12-01', assigneeId: assignee })
    await add({ title: 'sooner', due: '2008-10-01', assigneeId: assignee })
    await add({ title: 'done', due: '2008-08-01', doneOn: '2008-08-20', assigneeId: assignee })
    expect(await titles({ assignee })).toEqual(['sooner', 'later', 'no day'])
    expect(await titles({ assignee, sort: '-due' })).toEqual(['no day', 'later', 'sooner'])
    expect(await titles({ assignee, state: 'done' })).toEqual(['done'])
    expect(await titles({ assignee, state: 'all', limit: 1 })).toEqual(['done'])
    expect(await titles({ assignee, asOf: '2008-08-10' })).toEqual(['done', 'sooner', 'later', 'no day'])
  })

  it('holds what was done later as open, as the overview does', async () => {
    const cluster = await make.organisation()
    const task = { due: '2008-08-01', clusterId: cluster.id }
    await add({ ...task, title: 'done since', doneOn: '2008-08-20' })
    await add({ ...task, title: 'done before', doneOn: '2008-08-05' })
    const scope = { cluster: cluster.id, asOf: '2008-08-10' }
    expect(await titles(scope)).toEqual(['done since'])
    const { needs } = await api.call(readOverview, { query: scope })
    expect(needs.map(({ kind, title }) => [kind, title])).toEqual([['task_due', 'done since']])
  })

  it('is narrowed by scope and text, and paged', async () => {
    const cluster = await make.organisation()
    const partner = await make.organisation()
    const market = await make.market()
    const alliance = await make.alliance({ members: [{ organisationId: cluster.id }] })
    const agreement = await make.agreement({
      allianceId: alliance.id,
      marketId: market.id,
      parties: [
        { organisationId: cluster.id, side: 'home' },
        { organisationId: partner.id, side: 'partner' },
      ],
    })
    await add({
      title: 'Send the déclaration',
      noun: 'agreements',
      recordId: agreement.id,
      due: '2008-10-01',
    })
    await add({ title: 'Brief', noun: 'markets', recordId: market.id, due: '2008-10-02' })
    await add({ title: 'For the cluster', clusterId: cluster.id, due: '2008-10-03' })
    expect(await titles({ market: market.id })).toEqual(['Send the déclaration', 'Brief'])
    expect(await titles({ cluster: cluster.id })).toEqual(['Send the déclaration', 'For the cluster'])
    expect(await titles({ alliance: alliance.id })).toEqual(['Send the déclaration', 'For the cluster'])
    expect(await titles({ q: 'declaration' })).toEqual(['Send the déclaration'])
    const first = await api.call(listTasks, { query: { alliance: alliance.id, limit: 1 } })
    expect(first.total).toBe(2)
    const second = await api.call(listTasks, {
      query: { alliance: alliance.id, limit: 1, cursor: first.next ?? '' },
    })
    expect(second.items[0]?.title).toBe('For the cluster')
    expect(second.next).toBeNull()
  })
})
