import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelMission, type Mission, missionRecords, tickStep } from '../../src/contract/missions.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof makers>
let world: Awaited<ReturnType<typeof build>>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  world = await build()
})
afterAll(() => api.stop())

/** Missions of two clusters in two markets, before, around and after 15 September 2008. */
async function build() {
  const [lead, guest] = [
    await make.organisation({ name: 'Leaders' }),
    await make.organisation({ name: 'Guests' }),
  ]
  const [japan, brazil] = [await make.market({ name: 'Japan' }), await make.market({ name: 'Brazil' })]
  const alliance = await make.alliance()
  const agreement = await make.agreement()
  const led = [{ organisationId: lead.id, role: 'lead' as const }]
  const fair = await make.mission({
    title: 'Émile’s fair',
    kind: 'trade_fair',
    starts: '2008-10-15',
    ends: '2008-10-17',
    town: 'Yokohama',
    marketId: japan.id,
    allianceId: alliance.id,
    bodies: [{ organisationId: guest.id, role: 'participant' }, ...led],
    agreements: [{ agreementId: agreement.id }],
    stage: 'planned',
    capacity: 5,
    steps: [
      { phase: 'decision', title: 'Decide', due: '2008-09-01' },
      { phase: 'briefing', title: 'Brief', anchor: 'start', days: -14 },
    ],
  })
  await make.mission({
    title: 'a seminar',
    kind: 'seminar',
    starts: '2008',
    ends: '2010',
    marketId: japan.id,
  })
  await make.mission({ title: 'Trip', kind: 'exploratory_trip', marketId: brazil.id, bodies: led })
  await make.mission({ title: 'Signing', kind: 'signing_ceremony', starts: '2008-02-04', stage: 'preparing' })
  const off = await make.mission({ title: 'Called off', kind: 'training', starts: '2008-09-01' })
  await api.call(
    cancelMission,
    { params: { id: off.id }, body: { on: '2008-08-01', reason: 'No one came' } },
    { version: off.version },
  )
  await make.participation({ missionId: fair.id, clusterId: guest.id, state: 'accepted' })
  await make.participation({ missionId: fair.id, side: 'partner', state: 'accepted' })
  return { lead, guest, japan, brazil, alliance, agreement, fair }
}

type Query = NonNullable<Parameters<typeof api.call<typeof missionRecords.list>>[1]['query']>
const list = async (query: Query = {}) => (await api.call(missionRecords.list, { query })).items
const titles = async (query: Query) => (await list(query)).map(({ title }) => title)

const byTitle = ['a seminar', 'Called off', 'Émile’s fair', 'Signing', 'Trip']

describe('a list of missions', () => {
  it('has a row with what a table shows', async () => {
    const { fair, alliance, japan, lead } = world
    const [row] = await list({ q: 'emile' })
    expect(row).toEqual({
      id: fair.id,
      version: 1,
      title: 'Émile’s fair',
      kind: 'trade_fair',
      status: 'planned',
      stage: 'planned',
      starts: '2008-10-15',
      ends: '2008-10-17',
      timeZone: null,
      town: 'Yokohama',
      country: null,
      latitude: null,
      longitude: null,
      alliance: { id: alliance.id, name: alliance.name },
      market: { id: japan.id, name: 'Japan' },
      lead: { id: lead.id, name: 'Leaders' },
      capacity: 5,
      placed: 1,
      waitlisted: 0,
      meetings: 0,
      stepsDone: 0,
      stepCount: 2,
      stepsLate: 1,
      cancelledOn: null,
      closedOn: null,
      sample: false,
      updatedAt: expect.any(String),
    })
  })

  it('counts steps as of the day', async () => {
    const { fair } = world
    const step = fair.steps[0] as Mission['steps'][number]
    await api.call(tickStep, { params: { id: fair.id, stepId: step.id }, body: { doneOn: '2008-09-10' } })
    const steps = async (asOf: string) => {
      const [row] = await list({ q: 'emile', asOf })
      return [row?.stepsDone, row?.stepsLate]
    }
    expect(await steps('2008-09-09')).toEqual([0, 1])
    expect(await steps('2008-09-10')).toEqual([1, 0])
    expect(await steps('2008-10-02')).toEqual([1, 1])
    await api.call(tickStep, { params: { id: fair.id, stepId: step.id }, body: { doneOn: null } })
  })

  it('is sorted by each of its columns, what is unknown last either way', async () => {
    expect(await titles({})).toEqual(byTitle)
    expect(await titles({ sort: '-title' })).toEqual([...byTitle].reverse())
    expect(await titles({ sort: 'starts' })).toEqual([
      'a seminar',
      'Signing',
      'Called off',
      'Émile’s fair',
      'Trip',
    ])
    expect(await titles({ sort: '-starts' })).toEqual([
      'Émile’s fair',
      'Called off',
      'Signing',
      'a seminar',
      'Trip',
    ])
    const statuses = (await list({ sort: 'status' })).map(({ status }) => status)
    expect(statuses).toEqual(['idea', 'idea', 'planned', 'follow_up', 'cancelled'])
    expect((await titles({ sort: 'kind' }))[0]).toBe('Émile’s fair')
    expect((await titles({ sort: 'market' }))[0]).toBe('Trip')
    expect((await titles({ sort: '-market' }))[2]).toBe('Trip')
    expect((await list({ sort: '-updatedAt' })).length).toBe(5)
  })

  it('gives the same by pages', async () => {
    for (const sort of ['title', '-starts', 'status', '-kind', 'market', '-updatedAt'] as const) {
      const whole = await titles({ sort })
      const paged: string[] = []
      let cursor: string | undefined
      do {
        const page = await api.call(missionRecords.list, { query: { sort, limit: 2, cursor } })
        expect(page.total).toBe(5)
        paged.push(...page.items.map(({ title }) => title))
        cursor = page.next ?? undefined
      } while (cursor)
      expect(paged).toEqual(whole)
    }
  })

  it('is filtered by status as of the day, kind, body, agreement and days', async () => {
    expect(await titles({ status: 'planned,cancelled' })).toEqual(['Called off', 'Émile’s fair'])
    expect(await titles({ status: 'running', asOf: '2008-10-16' })).toEqual(['Émile’s fair'])
    expect(await titles({ kind: 'seminar,training' })).toEqual(['a seminar', 'Called off'])
    expect(await titles({ body: world.lead.id })).toEqual(['Émile’s fair', 'Trip'])
    expect(await titles({ body: world.guest.id })).toEqual(['Émile’s fair'])
    expect(await titles({ agreement: world.agreement.id })).toEqual(['Émile’s fair'])
    expect(await titles({ from: '2008-10-17', to: '2008-10-31' })).toEqual(['a seminar', 'Émile’s fair'])
    expect(await titles({ from: '2008-10-18', to: '2008-10-31' })).toEqual(['a seminar'])
    expect(await titles({ to: '2008-02-04' })).toEqual(['a seminar', 'Signing'])
    expect(await titles({ from: '2010-12-31' })).toEqual(['a seminar'])
    expect(await titles({ from: '2011-01-01' })).toEqual([])
  })

  it('is searched by title, town, market and bodies', async () => {
    for (const q of ['fair', 'yokohama', 'leaders', 'émile'])
      expect([q, (await titles({ q })).includes('Émile’s fair')]).toEqual([q, true])
    expect(await titles({ q: 'brazil' })).toEqual(['Trip'])
  })

  it('is narrowed to the scope: by alliance, market, and the clusters in it', async () => {
    expect(await titles({ alliance: world.alliance.id })).toEqual(['Émile’s fair'])
    expect(await titles({ market: world.japan.id })).toEqual(['a seminar', 'Émile’s fair'])
    expect(await titles({ cluster: world.lead.id })).toEqual(['Émile’s fair', 'Trip'])
    expect(await titles({ cluster: world.lead.id, market: world.brazil.id })).toEqual(['Trip'])
    expect(await titles({ cluster: randomUUID() })).toEqual([])
    const joined = await make.mission({ title: 'Joined by a company' })
    await make.participation({ missionId: joined.id, clusterId: world.guest.id, state: 'applied' })
    expect(await titles({ cluster: world.guest.id })).toEqual(['Émile’s fair', 'Joined by a company'])
  })
})
