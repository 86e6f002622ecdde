import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { abandonAgreement, agreementRecords, signAgreement } from '../../src/contract/agreements.ts'
import { createTask, updateTask } from '../../src/contract/dossier.ts'
import { marketRecords } from '../../src/contract/markets.ts'
import { overviewEndpoints, readCluster, readOverview } from '../../src/contract/overview.ts'
import { agreementStatuses } from '../../src/domain/agreement.ts'
import { problemOf, startApi, type TestApi, testDay, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

type Agreement = Awaited<ReturnType<typeof make.agreement>>

/** A cluster of the test's own, which narrows the overview to what the test makes. */
async function world() {
  const [cluster, partner] = [
    await make.organisation(),
    await make.organisation({ name: `Partner ${randomUUID()}` }),
  ]
  const parties = [
    { organisationId: cluster.id, side: 'home' as const },
    { organisationId: partner.id, side: 'partner' as const },
  ]
  const market = await make.market()
  const agreement = (fields: Parameters<typeof make.agreement>[0]) =>
    make.agreement({ parties, marketId: market.id, ...fields })
  const overview = (asOf: string, scope: object = { cluster: cluster.id }) =>
    api.call(readOverview, { query: { asOf, ...scope } })
  const needs = async (asOf: string, scope?: object) =>
    (await overview(asOf, scope)).needs.map(({ kind, title, on }) => `${kind} ${title} ${on}`)
  return { cluster, partner, market, agreement, overview, needs }
}

/** Signs for the first `count` parties. */
const sign = ({ id, version, parties }: Agreement, signedOn: string, count = parties.length) =>
  api.call(
    signAgreement,
    {
      params: { id },
      body: { signatures: parties.slice(0, count).map((party) => ({ partyId: party.id, signedOn })) },
    },
    { version },
  )

describe('what needs attention', () => {
  it('is a target near, then a target passed, until it is signed', async () => {
    const { agreement, needs } = await world()
    const made = await agreement({ title: 'Boston', targetSignature: '2008-06' })
    expect(await needs('2008-04-30')).toEqual([])
    expect(await needs('2008-05-01')).toEqual(['target_near Boston 2008-06-30'])
    expect(await needs('2008-06-30')).toEqual(['target_near Boston 2008-06-30'])
    expect(await needs('2008-07-01')).toEqual(['overdue_signature Boston 2008-06-30'])
    await sign(made, '2008-08-01')
    expect(await needs('2008-07-31')).toEqual(['overdue_signature Boston 2008-06-30'])
    expect(await needs('2008-08-01')).toEqual([])
  })

  it('is a signature that others have given', async () => {
    const { agreement, overview, needs, partner } = await world()
    const half = await sign(await agreement({ title: 'Half' }), '2008-02-04', 1)
    expect(await needs('2008-02-03')).toEqual([])
    expect(await needs('2008-02-04')).toEqual(['signature_missing Half 2008-02-04'])
    expect((await overview('2008-09-15')).needs[0]).toEqual({
      kind: 'signature_missing',
      noun: 'agreements',
      recordId: half.id,
      taskId: null,
      title: 'Half',
      detail: partner.name,
      on: '2008-02-04',
      count: null,
    })
    await api.call(
      abandonAgreement,
      { params: { id: half.id }, body: { on: '2008-03-01', reason: 'No more' } },
      { version: half.version },
    )
    expect(await needs('2008-02-29')).toEqual(['signature_missing Half 2008-02-04'])
    expect(await needs('2008-03-01')).toEqual([])
  })

  it('is an agreement about to end, in its own notice window', async () => {
    const { agreement, needs } = await world()
    const made = await agreement({ title: 'Ending', starts: '2008', ends: '2008', noticeDays: 30 })
    await sign(made, '2008-01-10')
    expect(await needs('2008-11-30')).toEqual([])
    expect(await needs('2008-12-01')).toEqual(['expiring Ending 2008-12-31'])
    expect(await needs('2009-01-01')).toEqual([])
  })

  it('is an obligation due that is neither fulfilled, dropped, nor of an agreement that has ended', async () => {
    const { agreement, needs } = await world()
    const obligation = (description: string, progress = 0) => ({ description, due: '2008-10', progress })
    const made = await agreement({
      title: 'Obliging',
      actions: [
        { title: 'Seminars', obligations: [obligation('Find a hall', 90), obligation('Done', 100)] },
        { title: 'Dropped', state: 'dropped', obligations: [obligation('Not any more')] },
      ],
    })
    expect(await needs('2008-09-30')).toEqual([])
    expect(await needs('2008-10-01')).toEqual(['obligation_due Find a hall 2008-10-31'])
    expect(await needs('2009-06-01')).toEqual(['obligation_due Find a hall 2008-10-31'])
    await api.call(
      abandonAgreement,
      { params: { id: made.id }, body: { on: '2009-07-01', reason: 'No more' } },
      { version: made.version },
    )
    expect(await needs('2009-07-01')).toEqual([])
  })

  it('is an open task due, of the cluster or about what is in scope', async () => {
    const { cluster, market, agreement, needs, overview } = await world()
    const made = await agreement({ title: 'With tasks' })
    const mine = await api.call(createTask, {
      body: { title: 'Mine', due: '2008-09-29', clusterId: cluster.id },
    })
    await api.call(createTask, {
      body: { title: 'About it', due: '2008-09-01', noun: 'agreements', recordId: made.id },
    })
    await api.call(createTask, { body: { title: 'Some day', clusterId: cluster.id } })
    await api.call(createTask, { body: { title: 'Elsewhere', due: '2008-09-01' } })
    expect(await needs('2008-09-14')).toEqual(['task_due About it 2008-09-01'])
    expect(await needs('2008-09-15')).toEqual(['task_due About it 2008-09-01', 'task_due Mine 2008-09-29'])
    expect(await needs('2008-09-15', { market: market.id })).toEqual(['task_due About it 2008-09-01'])
    expect((await overview('2008-09-15')).needs[0]).toMatchObject({
      noun: 'agreements',
      recordId: made.id,
      taskId: expect.any(String),
      detail: 'With tasks',
    })
    await api.call(
      updateTask,
      { params: { id: mine.id }, body: { doneOn: '2008-09-20' } },
      { version: mine.version },
    )
    expect(await needs('2008-09-19')).toContain('task_due Mine 2008-09-29')
    expect(await needs('2008-09-20')).not.toContain('task_due Mine 2008-09-29')
  })

  it('comes most urgent first, fifty at most, all counted', async () => {
    const { cluster, needs, overview } = await world()
    for (let n = 0; n < 52; n++)
      await api.call(createTask, {
        body: { title: `Task ${n}`, due: `2008-0${9 - (n % 9)}-10`, clusterId: cluster.id },
      })
    const { needs: listed, needCount } = await overview(testDay)
    expect([listed.length, needCount]).toEqual([50, 52])
    const days = listed.map(({ on }) => on)
    expect(days).toEqual([...days].sort())
    expect((await needs(testDay))[0]).toContain('2008-01-10')
  })

  it('leaves out what is in the bin, and takes the day from the workspace’s clock', async () => {
    const { cluster, agreement, needs } = await world()
    const made = await agreement({ title: 'Binned', targetSignature: '2008' })
    expect(await needs('2009-01-01')).toHaveLength(1)
    await api.call(agreementRecords.remove, { params: { id: made.id } }, { version: made.version })
    expect(await needs('2009-01-01')).toEqual([])
    expect(await api.call(readOverview, { query: { cluster: cluster.id } })).toMatchObject({ asOf: testDay })
  })
})

describe('the pipeline', () => {
  it('has every status in order, its counts and its first five', async () => {
    const { agreement, overview, market } = await world()
    for (const day of ['07', '03', '09', '01', '05', '11'])
      await agreement({ title: `Prospect ${day}`, targetSignature: `2008-${day}` })
    await agreement({ title: 'Without date' })
    await agreement({ title: 'Drafted', stage: 'drafting', stageSince: '2008-09-01' })
    await sign(await agreement({ title: 'Running', starts: '2008', ends: '2010' }), '2008-02-04')
    const { pipeline } = await overview(testDay)
    expect(pipeline.map(({ status }) => status)).toEqual(agreementStatuses)
    const of = (status: string) => pipeline.find((entry) => entry.status === status)!
    expect(of('prospect')).toMatchObject({ count: 7, overdueCount: 4 })
    expect(of('prospect').agreements.map(({ title, date, overdue }) => [title, date, overdue])).toEqual([
      ['Prospect 01', '2008-01-31', true],
      ['Prospect 03', '2008-03-31', true],
      ['Prospect 05', '2008-05-31', true],
      ['Prospect 07', '2008-07-31', true],
      ['Prospect 09', '2008-09-30', false],
    ])
    expect(of('drafting')).toMatchObject({ count: 1, overdueCount: 0 })
    expect(of('active').agreements).toMatchObject([
      { title: 'Running', market: market.name, date: '2010-12-31', overdue: false },
    ])
    expect(of('terminated')).toEqual({ status: 'terminated', count: 0, overdueCount: 0, agreements: [] })
    const before = await overview('2008-02-03')
    expect(before.pipeline.map(({ count }) => count).slice(0, 5)).toEqual([9, 0, 0, 0, 0])
  })
})

describe('the timeline', () => {
  it('has what touches the year, the one before and the one after', async () => {
    const { agreement, overview } = await world()
    await sign(await agreement({ title: 'Signed long ago', starts: '2004', ends: '2006' }), '2004-02-01')
    await sign(await agreement({ title: 'Until 2007', starts: '2004', ends: '2007' }), '2004-02-01')
    await sign(await agreement({ title: 'Without end', starts: '2001' }), '2001-02-01')
    await agreement({ title: 'Target 2009', targetSignature: '2009-12-31' })
    await agreement({ title: 'Target 2010', targetSignature: '2010' })
    await agreement({ title: 'Dateless' })
    const late = await sign(await agreement({ title: 'Signed later' }), '2008-09-14')
    const on = async (day: string) => (await overview(day)).timeline.map(({ title }) => title)
    expect(await on('2008-09-13')).toEqual(['Without end', 'Until 2007', 'Target 2009'])
    expect(await on('2008-09-14')).toEqual(['Without end', 'Until 2007', 'Signed later', 'Target 2009'])
    const [shown] = (await overview('2008-09-14')).timeline.filter(({ id }) => id === late.id)
    expect(shown).toMatchObject({
      noun: 'agreements',
      status: 'active',
      signedOn: '2008-09-14',
      starts: null,
    })
    expect((await overview('2001-01-31')).timeline).toMatchObject([{ title: 'Without end', signedOn: null }])
  })
})

describe('a cluster', () => {
  it('has its roles, leads and agreements as of the day', async () => {
    const { cluster, partner, market, agreement } = await world()
    const other = await make.organisation()
    const alliance = await make.alliance({
      name: `A ${randomUUID()}`,
      starts: '2007-12-04',
      members: [{ organisationId: cluster.id, role: 'coordinator', region: 'Alsace' }],
    })
    const later = await make.alliance({
      name: `B ${randomUUID()}`,
      starts: '2008-10-24',
      members: [{ organisationId: cluster.id }],
    })
    await api.call(
      marketRecords.update,
      {
        params: { id: market.id },
        body: {
          leads: [
            { allianceId: alliance.id, organisationId: cluster.id, from: '2008' },
            { allianceId: later.id, organisationId: other.id },
          ],
        },
      },
      { version: market.version },
    )
    const signed = await agreement({ title: 'Party to', allianceId: alliance.id, starts: '2008' })
    await sign(signed, '2008-02-04')
    await agreement({
      title: 'Negotiated',
      negotiatorId: cluster.id,
      parties: [
        { organisationId: other.id, side: 'home' },
        { organisationId: partner.id, side: 'partner' },
      ],
    })
    const on = (asOf: string, scope: object = {}) =>
      api.call(readCluster, { params: { id: cluster.id }, query: { asOf, ...scope } })
    expect(await on('2008-09-15')).toEqual({
      asOf: '2008-09-15',
      roles: [
        {
          alliance: { id: alliance.id, name: alliance.name },
          role: 'coordinator',
          region: 'Alsace',
          from: null,
          to: null,
          current: true,
        },
        {
          alliance: { id: later.id, name: later.name },
          role: 'member',
          region: null,
          from: null,
          to: null,
          current: false,
        },
      ],
      leads: [
        { market: { id: market.id, name: market.name }, alliance: { id: alliance.id, name: alliance.name } },
      ],
      agreements: [
        expect.objectContaining({
          title: 'Negotiated',
          negotiated: true,
          isParty: false,
          side: null,
          homeParties: 1,
        }),
        {
          id: signed.id,
          title: 'Party to',
          status: 'active',
          overdue: false,
          market: { id: market.id, name: market.name },
          alliance: { id: alliance.id, name: alliance.name },
          negotiated: false,
          isParty: true,
          side: 'home',
          homeParties: 0,
          signedOn: '2008-02-04',
          starts: '2008',
          ends: null,
          targetSignature: null,
        },
      ],
      missions: [],
    })
    const early = await on('2007-06-01')
    expect(early).toMatchObject({ leads: [], agreements: [{}, { status: 'prospect', signedOn: null }] })
    expect(early.roles.map(({ current }) => current)).toEqual([false, false])
    expect((await on('2008-11-01')).roles.map(({ current }) => current)).toEqual([true, true])
    expect((await on('2008-09-15', { alliance: alliance.id })).agreements).toHaveLength(1)
    expect((await on('2008-09-15', { market: randomUUID() })).agreements).toEqual([])
  })

  it('is a 404 where there is none', async () => {
    expect(await refusal(api.call(readCluster, { params: { id: randomUUID() } }))).toMatchObject({
      status: 404,
      code: 'not_found',
    })
  })
})

describe('who may', () => {
  it.each(overviewEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s: everyone known, nobody unknown',
    async (_, endpoint) => {
      const { cluster } = await world()
      const input = { params: { id: cluster.id }, query: { q: 'a' } }
      const unknown = await api.send(endpoint, input, { actor: null })
      expect(await problemOf(unknown)).toMatchObject({ status: 401, code: 'not_signed_in' })
      expect((await api.send(endpoint, input, { actor: viewer })).status).toBe(200)
    },
  )

  it('refuses days that are none', async () => {
    for (const asOf of ['2008-02-30', '2008', 'today'])
      expect((await api.send(readOverview, { query: { asOf } })).status).toBe(422)
    expect((await api.call(readOverview, { query: { asOf: '0001-01-01' } })).needs).toEqual([])
    expect((await api.send(readOverview, { query: { asOf: '9999-12-31' } })).status).toBe(200)
  })
})
