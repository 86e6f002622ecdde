import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import {
  createNote,
  createTask,
  downloadDocument,
  listTasks,
  readDossier,
  updateNote,
  updateTask,
  uploadDocument,
} from '../../src/contract/dossier.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { createExpense, listExpenses } from '../../src/contract/expenses.ts'
import { listBin, listHistory, undoChange } from '../../src/contract/history.ts'
import { searchAll } from '../../src/contract/overview.ts'
import { personRecords } from '../../src/contract/people.ts'
import type { RecordNoun } from '../../src/contract/primitives.ts'
import { rightOf } from '../../src/contract/rights.ts'
import { viewCluster } from '../../src/contract/views.ts'
import { readRights, readSession } from '../../src/contract/workspace.ts'
import { type Appointment, gradeOf, type Role, roles } from '../../src/domain/rights.ts'
import type { Actor } from '../../src/server/context.ts'
import { routes } from '../../src/server/routes.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { grantMakers } from '../support/grants.ts'
import { refusal } from '../support/refusal.ts'

let api: TestApi
let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  api = await startApi()
  world = await makeWorld()
})
afterAll(() => api.stop())

/** One cluster of an alliance with a record of each noun that it holds. */
async function makeCluster(name: string) {
  const make = grantMakers(api)
  const cluster = await make.organisation({ name })
  const company = await make.organisation({
    name: `${name} Biotech`,
    kinds: ['company'],
    affiliations: [{ toId: cluster.id, role: 'member' }],
  })
  const person = await make.person({ at: cluster.id, email: 'president@example.org', phone: '+33 4' })
  const partner = await make.organisation({ name: `Friends of ${name}`, kinds: ['partner'] })
  const agreement = await make.agreement({
    title: `Understanding of ${name}`,
    parties: [
      { organisationId: cluster.id, side: 'home' },
      { organisationId: partner.id, side: 'partner' },
    ],
  })
  const mission = await make.mission({ bodies: [{ organisationId: cluster.id, role: 'lead' }] })
  const participation = await make.participation({
    missionId: mission.id,
    organisationId: company.id,
    clusterId: cluster.id,
  })
  const grant = await make.grant({ title: `Grant of ${name}`, clusterId: cluster.id })
  const expense = await make.expense({ title: `Stand of ${name}`, payerId: cluster.id })
  const records: Partial<Record<RecordNoun, string>> = {
    organisations: cluster.id,
    people: person.id,
    agreements: agreement.id,
    missions: mission.id,
    participations: participation.id,
    grants: grant.id,
    expenses: expense.id,
  }
  return { cluster, company, person, partner, agreement, mission, participation, grant, expense, records }
}

async function makeWorld() {
  const make = grantMakers(api)
  const [lyon, alsace] = [await makeCluster('Lyonbiopôle'), await makeCluster('Alsace BioValley')]
  const erai = await make.organisation({ name: 'ERAI', kinds: ['development_agency'] })
  const alliance = await make.alliance({
    members: [
      { organisationId: erai.id, role: 'coordinator' },
      { organisationId: lyon.cluster.id },
      { organisationId: alsace.cluster.id },
    ],
  })
  const joint = await make.grant({ title: 'Joint grant', allianceId: alliance.id })
  return { lyon, alsace, alliance, joint, shared: await make.organisation({ kinds: ['research'] }) }
}

const actor = (role: Role, place: Partial<Appointment> = {}): Actor => ({
  id: world.lyon.person.id,
  name: role,
  role: 'manager',
  userId: `user-${role}`,
  appointments: [{ role, organisationId: null, allianceId: null, ...place }],
})

/** Somebody of this role as it is usually given: a cluster's people for theirs, the coordinator for the alliance. */
function usual(role: Role): Actor {
  if (role === 'administrator') return actor(role)
  if (role === 'coordinator') return actor(role, { allianceId: world.alliance.id })
  if (role === 'guest') return actor(role, { organisationId: world.lyon.partner.id })
  return actor(role, { organisationId: world.lyon.cluster.id })
}

async function statusFor(endpoint: Endpoint, as: Actor, params: Record<string, string> = {}) {
  const filled = Object.fromEntries(
    [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [
      name,
      params[name as string] ?? randomUUID(),
    ]),
  )
  const body =
    endpoint.body === undefined ? {} : { body: endpoint.body === 'binary' ? new Uint8Array(1) : {} }
  const response = await api.send(
    endpoint,
    { params: filled as Record<string, string>, ...body },
    { actor: as, version: 1 },
  )
  const text = await response.text()
  const problem = response.ok ? null : (JSON.parse(text) as { code: string })
  return { status: response.status, code: problem?.code, changed: response.headers.has('x-change-set') }
}

describe('every route', () => {
  it('names a right', () => {
    expect(
      routes.filter(({ endpoint }) => rightOf(endpoint) === null).map(({ endpoint }) => endpoint.id),
    ).toEqual([])
  })

  it.each(roles)(
    'is refused to a %s without its right, and to nobody who has it',
    async (role) => {
      const wrong: string[] = []
      for (const { endpoint } of routes) {
        // These replace or empty the workspace.
        if (endpoint.id.startsWith('workspace.') && endpoint.access === 'write' && role === 'administrator')
          continue
        const right = rightOf(endpoint)
        const has = right !== null && gradeOf(role, right) !== '-'
        const { status, code } = await statusFor(endpoint, usual(role))
        if (!has && (status !== 403 || code !== 'right_missing'))
          wrong.push(`${endpoint.id} ${status} ${code}`)
        if (has && (status === 401 || status === 403 || status >= 500))
          wrong.push(`${endpoint.id} ${status} ${code}`)
      }
      expect(wrong).toEqual([])
    },
    240_000,
  )

  it.each(roles.filter((role) => role !== 'administrator' && role !== 'coordinator'))(
    'changes nothing of another cluster for a %s',
    async (role) => {
      const changed: string[] = []
      for (const { endpoint } of routes) {
        if (endpoint.access === 'read') continue
        const [, noun = ''] = endpoint.path.split('/')
        const id = noun === 'companies' ? world.alsace.company.id : world.alsace.records[noun as RecordNoun]
        if (!id) continue
        const { status, changed: did } = await statusFor(endpoint, usual(role), { id })
        if (status < 400 && did) changed.push(`${endpoint.id} ${status}`)
      }
      expect(changed).toEqual([])
    },
  )
})

/** A write with input that would do, were it one's own. */
const writes = (of: (typeof world)['lyon']): [string, Endpoint, object][] => {
  const one = (id: string) => routes.find(({ endpoint }) => endpoint.id === id)?.endpoint as Endpoint
  const at = (noun: RecordNoun, more: object = {}) => ({
    params: { id: of.records[noun] as string },
    ...more,
  })
  return [
    ['changes an agreement', one('agreements.update'), at('agreements', { body: { title: 'Ours' } })],
    [
      'abandons an agreement',
      one('agreements.abandon'),
      at('agreements', { body: { on: '2008-09-01', reason: 'No' } }),
    ],
    ['changes a mission', one('missions.update'), at('missions', { body: { title: 'Ours' } })],
    ['takes companies along', one('participations.update'), at('participations', { body: { note: 'Ours' } })],
    ['changes a grant', one('grants.update'), at('grants', { body: { title: 'Ours' } })],
    ['changes an expense', one('expenses.update'), at('expenses', { body: { title: 'Ours' } })],
    ['approves an expense', one('expenses.approve'), at('expenses', { body: { approved: true } })],
    ['changes a cluster', one('organisations.update'), at('organisations', { body: { focus: 'Ours' } })],
    ['changes a person', one('people.update'), at('people', { body: { phone: '+1' } })],
    [
      'changes a company',
      one('organisations.update'),
      { params: { id: of.company.id }, body: { focus: 'Ours' } },
    ],
    ['writes a note', createNote, { body: { noun: 'grants', recordId: of.records.grants, body: 'Ours' } }],
    [
      'attaches a document',
      uploadDocument,
      {
        query: { noun: 'expenses', recordId: of.records.expenses, filename: 'a.pdf' },
        body: new Uint8Array(3),
      },
    ],
    ['deletes an expense', one('expenses.remove'), at('expenses')],
  ]
}

describe('a manager of one cluster', () => {
  const manager = () => usual('manager')

  it('is refused what is of another, whatever the verb, and nothing is written', async () => {
    for (const [what, endpoint, input] of writes(world.alsace)) {
      const version = await versionIn(endpoint, input)
      const response = await api.send(endpoint, input, { actor: manager(), version })
      expect([what, response.status, (await response.json()).code]).toEqual([what, 403, 'other_holder'])
    }
  })

  it('does the same with what is of the own cluster', async () => {
    for (const [what, endpoint, input] of writes(world.lyon)) {
      const version = await versionIn(endpoint, input)
      const response = await api.send(endpoint, input, { actor: manager(), version })
      expect([what, response.status < 300 || (await response.json())]).toEqual([what, true])
    }
  })

  it('can’t take a record over, nor give one away', async () => {
    const { lyon, alsace } = world
    const make = grantMakers(api)
    const theirs = await make.expense({ payerId: alsace.cluster.id })
    const ours = await make.expense({ payerId: lyon.cluster.id })
    const update = routes.find(({ endpoint }) => endpoint.id === 'expenses.update')?.endpoint as Endpoint
    for (const [id, payerId] of [
      [theirs.id, lyon.cluster.id],
      [ours.id, alsace.cluster.id],
    ] as const) {
      const moved = await api.send(
        update,
        { params: { id }, body: { payerId } },
        { actor: manager(), version: 1 },
      )
      expect(moved.status).toBe(403)
    }
    const entered = await refusal(
      api.call(
        createExpense,
        {
          body: {
            title: 'For them',
            amount: { minor: 100, currency: 'EUR' },
            paidOn: '2008-01-02',
            payerId: alsace.cluster.id,
          },
        },
        { actor: manager() },
      ),
    )
    expect(entered).toMatchObject({ status: 403, code: 'other_holder' })
  })

  it('undoes own changes, not those of others, nor what their role could not have done', async () => {
    const { lyon, alsace } = world
    const make = grantMakers(api)
    const update = routes.find(({ endpoint }) => endpoint.id === 'expenses.approve')?.endpoint as Endpoint
    const approved = async (payerId: string) => {
      const expense = await make.expense({ payerId })
      const done = await api.send(
        update,
        { params: { id: expense.id }, body: { approved: true } },
        { version: 1, actor: usual('administrator') },
      )
      return done.headers.get('x-change-set') as string
    }
    const [theirs, ours] = [await approved(alsace.cluster.id), await approved(lyon.cluster.id)]
    expect(
      await refusal(api.call(undoChange, { params: { id: theirs } }, { actor: manager() })),
    ).toMatchObject({
      code: 'other_holder',
    })
    expect(
      await refusal(api.call(undoChange, { params: { id: ours } }, { actor: usual('assistant') })),
    ).toMatchObject({
      code: 'right_missing',
    })
    await api.call(undoChange, { params: { id: ours } }, { actor: manager() })
  })

  it('changes what is of no cluster in particular', async () => {
    const update = routes.find(({ endpoint }) => endpoint.id === 'organisations.update')?.endpoint as Endpoint
    const response = await api.send(
      update,
      { params: { id: world.shared.id }, body: { focus: 'Genomes' } },
      { actor: manager(), version: 1 },
    )
    expect(response.status).toBe(200)
  })

  it('leaves the alliance’s grant to who coordinates it', async () => {
    const update = routes.find(({ endpoint }) => endpoint.id === 'grants.update')?.endpoint as Endpoint
    const send = (as: Actor) =>
      api.send(
        update,
        { params: { id: world.joint.id }, body: { summary: 'Ours' } },
        { actor: as, version: 1 },
      )
    expect((await send(manager())).status).toBe(403)
    expect((await send(usual('coordinator'))).status).toBe(200)
  })
})

async function versionIn(endpoint: Endpoint, input: object): Promise<number | undefined> {
  const { id } = (input as { params?: { id: string } }).params ?? {}
  return id === undefined ? undefined : versionOf(endpoint.path.split('/')[1] as RecordNoun, id)
}

const versionOf = async (noun: RecordNoun, id: string): Promise<number> => {
  const reader = routes.find(({ endpoint }) => endpoint.id === `${noun}.read`)?.endpoint as Endpoint
  const response = await api.send(reader, { params: { id } })
  return ((await response.json()) as { version: number }).version
}

describe('what is read', () => {
  it('is contact data for those only who need it', async () => {
    const { person } = world.alsace
    const read = (role: Role) =>
      api.call(personRecords.read, { params: { id: person.id } }, { actor: usual(role) })
    expect(await read('assistant')).toMatchObject({ email: 'president@example.org' })
    expect(await read('viewer')).toMatchObject({ email: null, phone: null })
    const { items } = await api.call(
      personRecords.list,
      { query: { q: person.familyName } },
      { actor: usual('finance') },
    )
    expect(items).toMatchObject([{ email: null }])
    const file = routes.find(({ endpoint }) => endpoint.id === 'people.file')?.endpoint as Endpoint
    expect((await api.send(file, { params: { id: person.id } }, { actor: usual('assistant') })).status).toBe(
      403,
    )
  })

  it('is budgets for none who may not see them, wherever they are told', async () => {
    const { alsace } = world
    const viewer = usual('viewer')
    const note = { noun: 'grants' as const, recordId: alsace.grant.id }
    const query = { noun: 'expenses' as const, recordId: alsace.expense.id, filename: 'bill.pdf' }
    const bill = await api.call(uploadDocument, { query, body: new Uint8Array([1]) })
    await api.call(createNote, { body: { ...note, body: 'Confidential' } })
    expect(await refusal(api.call(listExpenses, {}, { actor: viewer }))).toMatchObject({
      code: 'right_missing',
    })
    expect(await refusal(api.call(readDossier, { query: note }, { actor: viewer }))).toMatchObject({
      status: 403,
    })
    expect(
      await refusal(api.call(downloadDocument, { params: { id: bill.id } }, { actor: viewer })),
    ).toMatchObject({ status: 403 })
    const hits = await api.call(searchAll, { query: { q: 'Alsace', limit: 50 } }, { actor: viewer })
    expect(hits.items.filter(({ noun }) => noun === 'grants' || noun === 'expenses')).toEqual([])
    const view = await api.call(viewCluster, { params: { id: alsace.cluster.id } }, { actor: viewer })
    expect(view).toMatchObject({ budget: [], money: { paid: [] } })
    const told = await api.call(
      viewCluster,
      { params: { id: alsace.cluster.id } },
      { actor: usual('finance') },
    )
    expect(told.money.paid).not.toEqual([])
  })

  it('is nothing more to who names a stale version of what hangs on a record that they may not read', async () => {
    const about = { noun: 'people' as const, recordId: world.lyon.person.id }
    const note = await api.call(createNote, { body: { ...about, body: 'Between us' } })
    const task = await api.call(createTask, { body: { ...about, title: 'Call in confidence' } })
    for (const [endpoint, id, body] of [
      [updateNote, note.id, { body: 'x' }],
      [updateTask, task.id, { title: 'x' }],
    ] as const) {
      const stale = async (role: Role) =>
        (await refusal(api.call(endpoint, { params: { id }, body }, { actor: usual(role), version: 9 })))
          .problem
      const held = await stale('finance')
      expect(held).toMatchObject({ status: 412 })
      expect(held.current).toBeUndefined()
      expect((await stale('manager')).current).toMatchObject({ id })
    }
  })

  it('is history without what the reader may not see', async () => {
    const whole = await api.call(listHistory, { query: { limit: 100 } }, { actor: usual('manager') })
    expect(whole.items.some(({ noun }) => noun === 'people')).toBe(true)
    const narrow = await api.call(listHistory, { query: { limit: 100 } }, { actor: usual('finance') })
    expect(JSON.stringify(narrow)).not.toContain('president@example.org')
    const own = { query: { noun: 'people' as const, recordId: world.lyon.person.id } }
    expect(await refusal(api.call(listHistory, own, { actor: usual('finance') }))).toMatchObject({
      status: 403,
    })
    const bin = await api.call(listBin, {}, { actor: usual('finance') })
    expect(bin.items.filter(({ noun }) => noun === 'people')).toEqual([])
    await api.call(listTasks, {}, { actor: usual('viewer') })
  })

  it('is for a guest what their own body has part in, whatever scope they ask for', async () => {
    const { lyon, alsace } = world
    const guest = usual('guest')
    const list = async (query = {}) => {
      const { items } = await api.call(agreementRecords.list, { query }, { actor: guest })
      return items.map(({ id }) => id)
    }
    expect(await list()).toEqual([lyon.agreement.id])
    expect(await list({ cluster: alsace.cluster.id })).toEqual([lyon.agreement.id])
    await api.call(agreementRecords.read, { params: { id: lyon.agreement.id } }, { actor: guest })
    expect(
      await refusal(
        api.call(agreementRecords.read, { params: { id: alsace.agreement.id } }, { actor: guest }),
      ),
    ).toMatchObject({ status: 404 })
  })
})

describe('what one may do', () => {
  it('is told with the session and of each record', async () => {
    const { rights } = await api.call(readSession, {}, { actor: usual('assistant') })
    expect(rights).toContain('expenses.write')
    expect(rights).not.toContain('expenses.approve')
    const on = async (recordId: string) =>
      (await api.call(readRights, { query: { noun: 'expenses', recordId } }, { actor: usual('manager') }))
        .rights
    expect(await on(world.lyon.expense.id)).toContain('expenses.approve')
    expect(await on(world.alsace.expense.id)).not.toContain('expenses.approve')
    expect(await on(world.alsace.expense.id)).toContain('budgets.read')
  })

  it('is everything where nobody signs in', async () => {
    expect(await api.call(readSession, {})).not.toHaveProperty('rights')
  })
})
