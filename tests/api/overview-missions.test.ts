import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelMission, type Mission, missionRecords, tickStep } from '../../src/contract/missions.ts'
import { readCluster, readOverview } from '../../src/contract/overview.ts'
import { enterRequests } from '../../src/contract/requests.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { participationVerbs } from '../support/participations.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

/** A cluster of the test's own that leads missions, which narrows the overview to them. */
async function world() {
  const cluster = await make.organisation()
  const market = await make.market()
  const mission = (fields: Parameters<typeof make.mission>[0] = {}) =>
    make.mission({
      bodies: [{ organisationId: cluster.id, role: 'lead' }],
      marketId: market.id,
      town: 'Yokohama',
      starts: '2008-10-15',
      ends: '2008-10-17',
      ...fields,
    })
  const overview = (asOf: string, scope: object = { cluster: cluster.id }) =>
    api.call(readOverview, { query: { asOf, ...scope } })
  const needs = async (asOf: string) =>
    (await overview(asOf)).needs.map(({ kind, title, on, count }) => [kind, title, on, count])
  const cancel = ({ id, version }: Mission, on: string) =>
    api.call(cancelMission, { params: { id }, body: { on, reason: 'No budget' } }, { version })
  return { cluster, market, mission, overview, needs, cancel }
}

describe('what missions need', () => {
  it('is attention as they come near, until they begin', async () => {
    const { mission, market, overview, needs } = await world()
    const made = await mission({ title: 'Near' })
    await mission({ title: 'Some time in October', starts: '2008-10', ends: null })
    expect(await needs('2008-09-14')).toEqual([])
    expect((await overview('2008-09-15')).needs).toEqual([
      {
        kind: 'mission_near',
        noun: 'missions',
        recordId: made.id,
        taskId: null,
        title: 'Near',
        detail: `Yokohama, ${market.name}`,
        on: '2008-10-15',
        count: null,
      },
    ])
    expect(await needs('2008-10-14')).toHaveLength(1)
    expect(await needs('2008-10-15')).toEqual([])
  })

  it('is the checklist: one line for all steps late or due, by the first of them', async () => {
    const { mission, needs, cancel } = await world()
    const made = await mission({
      title: 'Listed',
      starts: '2009-06-01',
      ends: null,
      steps: [
        { phase: 'decision', title: 'Decide', due: '2008-08-01' },
        { phase: 'decision', title: 'Budget', anchor: 'start', days: -250 },
        { phase: 'follow_up', title: 'Thank', anchor: 'end', days: 7 },
      ],
    })
    expect(await needs('2008-07-17')).toEqual([])
    expect(await needs('2008-07-18')).toEqual([['step_due', 'Listed', '2008-08-01', 1]])
    expect(await needs('2008-09-10')).toEqual([['step_due', 'Listed', '2008-08-01', 2]])
    const [decide] = made.steps
    const ticked = await api.call(tickStep, {
      params: { id: made.id, stepId: decide?.id ?? '' },
      body: { doneOn: '2008-09-11' },
    })
    expect(await needs('2008-09-10')).toEqual([['step_due', 'Listed', '2008-08-01', 2]])
    expect(await needs('2008-09-11')).toEqual([['step_due', 'Listed', '2008-09-24', 1]])
    await cancel(ticked, '2008-09-12')
    expect(await needs('2008-09-12')).toEqual([])
  })

  it('is an answer to companies that applied, and a free place offered to who waits', async () => {
    const { mission, needs } = await world()
    const { move } = participationVerbs(api)
    const made = await mission({
      title: 'Full',
      starts: '2009-06-01',
      ends: null,
      capacity: 1,
      applicationsClose: '2009-01-31',
    })
    const company = (state: 'applied' | 'shortlisted') =>
      make.participation({ missionId: made.id, state, since: '2008-09-01' })
    const [first, second] = [await company('applied'), await company('shortlisted')]
    await make.participation({ missionId: made.id, side: 'partner', state: 'applied', since: '2008-09-01' })
    expect(await needs('2008-08-31')).toEqual([])
    expect(await needs('2008-09-01')).toEqual([['applications_pending', 'Full', '2009-01-31', 2]])
    await move(first, 'accepted', { since: '2008-09-02' })
    await move(second, 'accepted', { since: '2008-09-02' })
    expect(await needs('2008-09-02')).toEqual([])
    const { version } = await api.call(missionRecords.read, { params: { id: made.id } })
    await api.call(missionRecords.update, { params: { id: made.id }, body: { capacity: 3 } }, { version })
    expect(await needs('2008-09-02')).toEqual([['place_free', 'Full', null, 1]])
  })

  it('is meeting requests that nobody has answered', async () => {
    const { mission, needs } = await world()
    const made = await mission({ title: 'Asked', starts: '2009-06-01', ends: null })
    const [a, b, c] = [
      await make.participation({ missionId: made.id, state: 'accepted' }),
      await make.participation({ missionId: made.id, side: 'partner', state: 'accepted' }),
      await make.participation({ missionId: made.id, side: 'partner', state: 'accepted' }),
    ]
    await api.call(enterRequests, {
      params: { id: made.id },
      body: {
        requests: [
          { fromId: a.id, toId: b.id, expiresOn: '2008-10-01' },
          { fromId: c.id, toId: a.id, wish: 'must' },
        ],
      },
    })
    expect(await needs('2008-09-15')).toEqual([['answers_pending', 'Asked', '2008-10-01', 2]])
    expect(await needs('2008-10-02')).toEqual([['answers_pending', 'Asked', null, 1]])
    await api.call(enterRequests, {
      params: { id: made.id },
      body: { requests: [{ fromId: a.id, toId: c.id }] },
    })
    expect(await needs('2008-10-02')).toEqual([])
  })
})

describe('the timeline', () => {
  it('has missions beside agreements, those whose dates are known roughly too', async () => {
    const { mission, overview, cancel } = await world()
    await mission({ title: 'Fair' })
    await mission({ title: 'Seminars', starts: '2008', ends: '2010', kind: 'seminar' })
    await mission({ title: 'Only an end', starts: null, ends: '2009-12' })
    await mission({ title: 'Long ago', starts: '2006-12-31', ends: null })
    await mission({ title: 'Undated', starts: null, ends: null })
    await cancel(await mission({ title: 'Off', starts: '2008-03-01', ends: null }), '2008-02-01')
    const shown = (await overview('2008-09-15')).timeline.map(
      (entry) => `${entry.noun} ${entry.title} ${'status' in entry ? entry.status : ''}`,
    )
    expect(shown).toEqual([
      'missions Seminars idea',
      'missions Off cancelled',
      'missions Fair idea',
      'missions Only an end idea',
    ])
    expect((await overview('2008-10-16')).timeline).toContainEqual(
      expect.objectContaining({ title: 'Fair', status: 'running', kind: 'business_mission' }),
    )
  })
})

describe('a cluster', () => {
  it('has the missions that it leads and joins, and those its companies go on', async () => {
    const { cluster, market, mission } = await world()
    const alliance = await make.alliance()
    const led = await mission({ title: 'Led', allianceId: alliance.id })
    await make.participation({ missionId: led.id, clusterId: cluster.id, state: 'accepted' })
    await make.participation({ missionId: led.id, clusterId: cluster.id, state: 'applied' })
    const other = await make.mission({ title: 'Of others', starts: '2009' })
    await make.participation({
      missionId: other.id,
      clusterId: cluster.id,
      state: 'accepted',
      since: '2009-01-01',
    })
    await make.mission({ title: 'Not theirs' })
    const on = async (asOf: string, scope: object = {}) =>
      (await api.call(readCluster, { params: { id: cluster.id }, query: { asOf, ...scope } })).missions
    expect(await on('2008-09-15')).toEqual([
      {
        id: led.id,
        title: 'Led',
        kind: 'business_mission',
        status: 'idea',
        starts: '2008-10-15',
        ends: '2008-10-17',
        town: 'Yokohama',
        country: null,
        market: { id: market.id, name: market.name },
        alliance: { id: alliance.id, name: alliance.name },
        roles: ['lead'],
        companies: 1,
      },
      expect.objectContaining({ title: 'Of others', roles: [], companies: 0 }),
    ])
    expect((await on('2009-01-01')).map(({ companies }) => companies)).toEqual([1, 1])
    expect(await on('2008-09-15', { alliance: alliance.id })).toHaveLength(1)
    expect(await on('2008-09-15', { market: market.id })).toHaveLength(1)
  })
})
