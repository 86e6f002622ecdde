import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementTypes } from '../../src/contract/agreements.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import {
  countIndicator,
  type IndicatorInput,
  indicatorRecords,
  type LookedAt,
  listLookedAt,
  readLeftOut,
} from '../../src/contract/indicators.ts'
import { missionRecords } from '../../src/contract/missions.ts'
import { removeParticipation } from '../../src/contract/participations.ts'
import {
  choosesThrough,
  indicatorMeasures,
  type LeftOutReason,
  measureOf,
} from '../../src/domain/indicators.ts'
import { outcomeKinds } from '../../src/domain/meeting.ts'
import { missionKinds } from '../../src/domain/mission.ts'
import { servingKinds } from '../../src/domain/served.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { companyMakers } from '../support/companies.ts'
import { everyPage } from '../support/every-page.ts'
import { makers } from '../support/make.ts'
import { randomWorkspace } from '../support/random-workspace.ts'

const { create, read, update, remove, restore, list } = indicatorRecords
const add = (api: TestApi, body: Partial<IndicatorInput> = {}) =>
  api.call(create, { body: { title: 'SMEs abroad', measure: 'smes_served', ...body } })
const recordsOf = (api: TestApi, id: string, query: { asOf?: string; counts?: boolean } = {}) =>
  everyPage<LookedAt>((cursor) =>
    api.call(listLookedAt, { params: { id }, query: { ...query, limit: 50, ...(cursor ? { cursor } : {}) } }),
  )
const reasonsOf = async (api: TestApi, id: string, asOf?: string) =>
  Object.fromEntries(
    (await api.call(readLeftOut, { params: { id }, query: asOf ? { asOf } : {} })).reasons.map(
      ({ reason, count }): [LeftOutReason, number] => [reason, count],
    ),
  )

describe('an indicator', () => {
  let api: TestApi
  const company: Record<string, string> = {}
  let alliance: string
  let japan: string
  let lyon: string
  let fair: string
  beforeAll(async () => {
    api = await startApi()
    const make = makers(api)
    const { company: makeCompany, accounts } = companyMakers(api)
    lyon = (await make.organisation({ name: 'Lyonbiopôle' })).id
    alliance = (await make.alliance({ name: 'Corridor' })).id
    japan = (await make.market({ name: 'Japan' })).id
    const canada = (await make.market({ name: 'Canada' })).id
    const about = { allianceId: alliance, kind: 'trade_fair' } as const
    const mission = async (
      title: string,
      marketId: string,
      starts: string,
      kind: 'trade_fair' | 'training' = 'trade_fair',
    ) => (await make.mission({ ...about, kind, title, marketId, starts, ends: starts })).id
    fair = await mission('Fair', japan, '2008-03-10')
    const before = await mission('Before', japan, '2006-03-10')
    const other = await mission('Other market', canada, '2008-04-10')
    const training = await mission('Training', japan, '2008-05-10', 'training')
    for (const name of ['Twice', 'Once', 'Large', 'Unknown', 'Away', 'Binned', 'Gone', 'Waiting']) {
      const { id } = await makeCompany({ name, years: false })
      company[name] = id
      if (name === 'Unknown') continue
      const headcount = name === 'Large' ? 900 : 20
      for (const closedOn of ['2004-12-31', '2005-12-31', '2006-12-31', '2007-12-31'])
        await accounts(id, {
          closedOn,
          headcount,
          ...(name === 'Large' ? { turnover: 90_000_000_000, balanceSheet: 90_000_000_000 } : {}),
        })
    }
    const take = (
      missionId: string,
      name: string,
      state: 'attended' | 'applied' | 'withdrawn',
      since: string,
    ) =>
      make.participation({
        missionId,
        organisationId: company[name] ?? '',
        clusterId: lyon,
        state,
        since,
        reason: 'So it was.',
      })
    await take(before, 'Twice', 'attended', '2006-03-10')
    for (const name of ['Twice', 'Once', 'Large', 'Unknown']) await take(fair, name, 'attended', '2008-03-10')
    await take(other, 'Twice', 'attended', '2008-04-10')
    await take(other, 'Away', 'attended', '2008-04-10')
    await take(training, 'Once', 'attended', '2008-05-10')
    await take(fair, 'Gone', 'withdrawn', '2008-03-01')
    await take(fair, 'Waiting', 'applied', '2008-03-01')
    const { id, version } = await take(fair, 'Binned', 'attended', '2008-03-10')
    await api.call(removeParticipation, { params: { id } }, { version })
  })
  afterAll(() => api.stop())

  it('counts each SME once, in its period, market and kinds, and says of the rest why not', async () => {
    const { id } = await add(api, {
      allianceId: alliance,
      marketId: japan,
      kinds: ['trade_fair'],
      through: ['mission'],
      starts: '2007',
      ends: '2008',
      target: 16,
    })
    expect(await api.call(countIndicator, { params: { id } })).toEqual({
      asOf: '2008-09-15',
      count: 2,
      sums: [],
      actual: 2,
      target: 16,
      reachedBp: 1250,
    })
    const counted = await recordsOf(api, id)
    expect(counted.map(({ title }) => title).sort()).toEqual(['Once', 'Twice'])
    expect(counted[0]).toMatchObject({
      part: 'participations',
      noun: 'participations',
      mission: { id: fair, name: 'Fair' },
      on: '2008-03-10',
      reason: null,
    })
    const left = await recordsOf(api, id, { counts: false })
    expect(left.map(({ title, on, reason }) => `${title} ${on} ${reason}`).sort()).toEqual(
      [
        'Away 2008-04-10 other_market',
        'Binned 2008-03-10 in_bin',
        'Gone 2008-09-15 never_came',
        'Large 2008-03-10 not_an_sme',
        'Once 2008-05-10 other_kind',
        'Twice 2006-03-10 outside_period',
        'Twice 2008-04-10 other_market',
        'Unknown 2008-03-10 status_unknown',
        'Waiting 2008-09-15 not_yet',
      ].sort(),
    )
    expect(await reasonsOf(api, id)).toMatchObject({ other_market: 2, not_an_sme: 1 })
    const some = {
      params: { id },
      query: { counts: false, reason: 'in_bin,not_yet', sort: 'title' },
    } as const
    expect((await api.call(listLookedAt, some)).items.map(({ title }) => title)).toEqual([
      'Binned',
      'Waiting',
    ])
    // As seen from before the fair nobody was there yet, and who gave up has not failed to come.
    const before = await recordsOf(api, id, { asOf: '2008-03-09', counts: false })
    const ofGone = (rows: LookedAt[]) => rows.find(({ title }) => title === 'Gone')?.reason
    expect([ofGone(before), ofGone(left)]).toEqual(['not_coming', 'never_came'])
    expect(await api.call(countIndicator, { params: { id }, query: { asOf: '2008-03-09' } })).toMatchObject({
      count: 0,
    })
  })

  it('counts the same participation for several who ask, each once', async () => {
    const [ec, dge] = [
      await add(api, { allianceId: alliance, vocabulary: 'ec' }),
      await add(api, { title: 'Places', allianceId: alliance, vocabulary: 'dge', measure: 'participations' }),
    ]
    expect((await api.call(countIndicator, { params: { id: ec.id } })).count).toBe(3)
    expect((await api.call(countIndicator, { params: { id: dge.id } })).count).toBe(8)
    expect(await reasonsOf(api, ec.id)).toMatchObject({ counted_once: 3 })
    const { items } = await api.call(list, { query: { vocabulary: 'ec', alliance } })
    expect(items.map(({ id }) => id)).toContain(ec.id)
    expect(items.map(({ id }) => id)).not.toContain(dge.id)
    expect((await api.call(list, { query: { alliance: randomUUID() } })).total).toBe(0)
  })

  it('is changed, deleted, restored and undone like any record', async () => {
    const made = await add(api, { title: 'MoUs', measure: 'agreements_signed', kinds: ['mou'], target: 3 })
    const params = { id: made.id }
    const changed = await api.call(update, { params, body: { target: 4 } }, { version: made.version })
    expect(changed).toMatchObject({ target: 4, kinds: ['mou'], version: made.version + 1 })
    const [newest] = (await api.call(listHistory, { query: { noun: 'indicators', recordId: made.id } })).items
    expect(newest).toMatchObject({ verb: 'indicators.update', title: 'MoUs' })
    await api.call(undoChange, { params: { id: newest?.id ?? '' } })
    const back = await api.call(read, { params })
    expect(back.target).toBe(3)
    const binned = await api.call(remove, { params }, { version: back.version })
    expect(binned.deletedAt).not.toBeNull()
    expect((await api.call(list, { query: { q: 'MoUs' } })).total).toBe(0)
    await api.call(restore, { params })
    expect((await api.call(list, { query: { q: 'mous' } })).total).toBe(1)
  })

  it('refuses what no rule can be, and who may not', async () => {
    const wrong = async (body: Record<string, unknown>) =>
      problemOf(await api.send(create, { body: { title: 'X', measure: 'smes_served', ...body } }))
    expect(await wrong({ measure: 'fun' })).toMatchObject({ status: 422, errors: [{ path: 'measure' }] })
    expect(await wrong({ kinds: ['mou'] })).toMatchObject({ status: 422, errors: [{ path: 'kinds.0' }] })
    expect(await wrong({ currency: 'EUR' })).toMatchObject({ status: 422, errors: [{ path: 'currency' }] })
    expect(await wrong({ measure: 'aid_awarded', target: 5 })).toMatchObject({
      status: 422,
      errors: [{ path: 'currency' }],
    })
    expect(await wrong({ measure: 'services', through: ['aid'] })).toMatchObject({
      status: 422,
      errors: [{ path: 'through' }],
    })
    expect(await wrong({ starts: '2009', ends: '2008' })).toMatchObject({
      status: 422,
      errors: [{ path: 'ends' }],
    })
    expect(await wrong({ allianceId: randomUUID() })).toMatchObject({
      status: 422,
      errors: [{ path: 'allianceId', code: 'unknown_reference' }],
    })
    const made = await add(api, { allianceId: alliance })
    const params = { id: made.id }
    expect(
      (await api.send(update, { params, body: { kinds: ['mou'] } }, { version: made.version })).status,
    ).toBe(422)
    expect((await api.send(update, { params, body: { target: 2 } }, { version: 9 })).status).toBe(412)
    const body = { title: 'X', measure: 'smes_served' }
    expect((await api.send(create, { body }, { actor: viewer })).status).toBe(403)
    for (const endpoint of [countIndicator, listLookedAt, readLeftOut, read]) {
      expect((await api.send(endpoint, { params }, { actor: null })).status).toBe(401)
      expect((await api.send(endpoint, { params }, { actor: viewer })).status).toBe(200)
      expect((await api.send(endpoint, { params: { id: randomUUID() } })).status).toBe(404)
    }
    const { version } = await api.call(missionRecords.read, { params: { id: fair } })
    expect(version).toBeGreaterThan(0)
  })

  it('of a market are its own, and those in all markets of who looks after it', async () => {
    const make = makers(api)
    const lead = await make.organisation({ name: 'Lead', kinds: ['cluster'] })
    const corridor = await make.alliance({ name: 'Corridor of the market' })
    const elsewhere = await make.alliance({ name: 'Elsewhere' })
    const market = await make.market({
      name: 'Korea',
      leads: [{ allianceId: corridor.id, organisationId: lead.id }],
    })
    const { id: away } = await make.market({ name: 'Brazil' })
    const of = (title: string, body: object) => add(api, { title, ...body })
    await of('own', { marketId: market.id, allianceId: elsewhere.id })
    await of('of the alliance', { allianceId: corridor.id })
    await of('of the lead', { clusterId: lead.id })
    await of('of the alliance away', { allianceId: corridor.id, marketId: away })
    await of('of another', { allianceId: elsewhere.id })
    const { items } = await api.call(indicatorRecords.list, { query: { market: market.id } })
    expect(items.map(({ title }) => title)).toEqual(['of the alliance', 'of the lead', 'own'])
  })
})

describe('in any workspace', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof randomWorkspace>>
  beforeAll(async () => {
    api = await startApi()
    world = await randomWorkspace(api, 3)
  }, 600_000)
  afterAll(() => api.stop())

  it('every number is the length of its list, and nothing is both counted and left out', async () => {
    const { luck, clusters, alliances, markets } = world
    const orNull = (of: readonly { id: string }[]) => (luck.chance(0.5) ? luck.one(of).id : null)
    const kinds = { agreement: agreementTypes, mission: missionKinds, outcome: outcomeKinds } as const
    let some = 0
    for (let round = 0; round < 48; round++) {
      const measure = indicatorMeasures[round % indicatorMeasures.length] ?? 'smes_served'
      const { kinds: of, counts } = measureOf(measure)
      const [starts, ends] = [luck.day(), luck.day()].sort() as [string, string]
      const { id } = await add(api, {
        title: measure,
        measure,
        allianceId: luck.chance(0.2) ? luck.one(alliances).id : null,
        clusterId: luck.chance(0.2) ? luck.one(clusters).id : null,
        marketId: luck.chance(0.3) ? orNull(markets) : null,
        kinds: of && luck.chance(0.25) ? luck.some<string>(kinds[of], 5) : [],
        through: choosesThrough(measure) && luck.chance(0.4) ? luck.some(servingKinds, 2) : [],
        ...(luck.chance(0.3) ? { starts, ends } : {}),
      })
      const asOf = luck.chance(0.5) ? luck.day() : '2012-01-01'
      const told = await api.call(countIndicator, { params: { id }, query: { asOf } })
      const counted = await recordsOf(api, id, { asOf })
      const left = await recordsOf(api, id, { asOf, counts: false })
      expect({ measure, count: counted.length }).toEqual({ measure, count: told.count })
      const sums = new Map<string, number>()
      if (counts === 'money')
        for (const { value } of counted)
          if (value) sums.set(value.currency, (sums.get(value.currency) ?? 0) + value.minor)
      expect(told.sums).toEqual([...sums].sort().map(([currency, minor]) => ({ currency, minor })))
      const ids = new Set(counted.map((record) => record.id))
      expect(ids.size).toBe(counted.length)
      expect(left.filter((record) => ids.has(record.id))).toEqual([])
      const reasons = await reasonsOf(api, id, asOf)
      expect(Object.values(reasons).reduce((sum, count) => sum + (count ?? 0), 0)).toBe(left.length)
      some += counted.length
    }
    expect(some).toBeGreaterThan(20)
  })
})
