import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCompanies } from '../../src/contract/companies.ts'
import {
  countIndicator,
  type Indicator,
  indicatorRecords,
  listLookedAt,
} from '../../src/contract/indicators.ts'
import { createMeetings, recordMeeting, setGrid } from '../../src/contract/meetings.ts'
import { missionRecords } from '../../src/contract/missions.ts'
import { createOutcome } from '../../src/contract/outcomes.ts'
import { updateParticipation } from '../../src/contract/participations.ts'
import {
  listServedCompanies,
  listServedRecords,
  readCompanyServed,
  readServed,
} from '../../src/contract/served.ts'
import { openingKinds } from '../../src/domain/served.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { companyMakers } from '../support/companies.ts'
import { makers } from '../support/make.ts'

let api: TestApi
/** Two clusters in an alliance, two missions of it, one of the year before; who took part, by name. */
let lyon: string
let alsace: string
let alliance: string
let japan: string
let fair: string
let trip: string
const company: Record<string, string> = {}
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const { company: add, accounts, service, award } = companyMakers(api)
  lyon = (await make.organisation({ name: 'Lyonbiopôle', kinds: ['cluster'] })).id
  alsace = (await make.organisation({ name: 'Alsace BioValley', kinds: ['cluster'] })).id
  alliance = (await make.alliance({ name: 'Corridor' })).id
  japan = (await make.market({ name: 'Japan' })).id
  const shared = { allianceId: alliance, marketId: japan }
  const before = { ...shared, kind: 'exploratory_trip', starts: '2007-06-04', ends: '2007-06-06' } as const
  trip = (await make.mission({ title: 'Trip', ...before })).id
  const now = { ...shared, kind: 'trade_fair', starts: '2008-03-10', ends: '2008-03-12' } as const
  fair = (await make.mission({ title: 'Fair', ...now })).id
  for (const [name, headcount] of [
    ['Twice', 20],
    ['Once', 5],
    ['Grown', 300],
  ] as const) {
    company[name] = (await add({ name, years: false })).id
    // The year that closed before is what a day sees: an SME in 2007 and, Grown but for, in 2008.
    for (const [closedOn, people] of [
      ['2004-12-31', 20],
      ['2005-12-31', Math.min(20, headcount)],
      ['2006-12-31', headcount],
      ['2007-12-31', headcount],
    ] as const)
      await accounts(company[name], { closedOn, headcount: people })
  }
  company.Unknown = (await add({ name: 'Unknown', years: false })).id
  company.Never = (await add({ name: 'Never' })).id
  const came = (missionId: string, name: string, clusterId: string, since: string) =>
    make.participation({
      missionId,
      organisationId: company[name] ?? '',
      clusterId,
      state: 'attended',
      since,
      reason: 'It came.',
    })
  await came(trip, 'Twice', lyon, '2007-06-04')
  await came(trip, 'Grown', lyon, '2007-06-04')
  const twice = await came(fair, 'Twice', lyon, '2008-03-10')
  await came(fair, 'Grown', lyon, '2008-03-10')
  const { id, version } = await came(fair, 'Unknown', lyon, '2008-03-10')
  await api.call(updateParticipation, { params: { id }, body: { clusterId: null } }, { version })
  await make.participation({
    missionId: fair,
    organisationId: company.Never ?? '',
    clusterId: alsace,
    state: 'applied',
    since: '2008-01-10',
  })
  await service(company.Once ?? '', { kind: 'coaching', clusterId: alsace, starts: '2008-02-04' })
  await award(company.Twice ?? '', '2008-03-10', 1_200, { participationId: twice.id })
  await meet(twice.id)
})
afterAll(() => api.stop())

/** A meeting held at the fair with somebody from Japan, and the contract that came of it. */
async function meet(aId: string) {
  const make = makers(api)
  const partner = await make.organisation({ name: 'Osaka Pharma', kinds: ['company'], country: 'JP' })
  const there = await make.participation({
    missionId: fair,
    organisationId: partner.id,
    side: 'partner',
    state: 'attended',
    since: '2008-03-10',
  })
  const { version } = await api.call(missionRecords.read, { params: { id: fair } })
  await api.call(
    setGrid,
    {
      params: { id: fair },
      body: {
        slots: [{ day: '2008-03-11', session: 'morning', starts: '09:00', ends: '09:30' }],
        tables: [{ name: '1' }],
      },
    },
    { version },
  )
  const { meetings } = await api.call(createMeetings, {
    params: { id: fair },
    body: { pairs: [{ aId, bId: there.id }] },
  })
  const id = meetings[0]?.id ?? ''
  await api.call(recordMeeting, { params: { id }, body: { state: 'held', rating: 'cooperation_possible' } })
  await api.call(createOutcome, {
    params: { id: fair },
    body: {
      kind: 'contract',
      title: 'Supply for two years',
      on: '2008-05',
      value: { minor: 9_000_000, currency: 'EUR' },
      companies: [company.Twice ?? ''],
    },
  })
}

const summary = (query: object = {}) => api.call(readServed, { query })
const names = async (query: object) =>
  (await api.call(listServedCompanies, { query })).items.map(({ name }) => name)
const total = async (query: object) => (await api.call(listServedRecords, { query })).total

describe('the figures', () => {
  it('count each company once, and as an SME where it was one on the day', async () => {
    expect(await summary()).toMatchObject({
      asOf: '2008-09-15',
      companies: 4,
      smes: 3,
      missions: 5,
      services: 1,
      aids: 1,
      euros: 120_000,
      meetings: 1,
      useful: 1,
      outcomes: 1,
      often: { from: 3, companies: 1 },
      never: 1,
      ratings: [{ rating: 'cooperation_possible', count: 1 }],
      byStatus: [
        { status: 'micro', companies: 1 },
        { status: 'small', companies: 2 },
        { status: 'large', companies: 1 },
        { status: 'unknown', companies: 1 },
      ],
      byCluster: [
        { key: { id: alsace }, companies: 1, smes: 1, missions: 0, services: 1 },
        { key: { id: lyon }, companies: 2, smes: 2, missions: 4 },
        { key: null, companies: 1, smes: 0, missions: 1 },
      ],
      byMarket: [
        { key: { id: japan }, companies: 3, smes: 2 },
        { key: null, companies: 1, services: 1 },
      ],
      byAlliance: [{ key: { id: alliance }, companies: 3 }, { key: null }],
      byYear: [
        { year: 2008, companies: 4, smes: 2, missions: 3, meetings: 1, outcomes: 1 },
        { year: 2007, companies: 2, smes: 2, missions: 2, meetings: 0 },
      ],
    })
  })

  it('are those of the day, and of the scope', async () => {
    expect(await summary({ asOf: '2007-12-31' })).toMatchObject({ companies: 2, smes: 2, outcomes: 0 })
    expect(await summary({ asOf: '2007-06-03' })).toMatchObject({ companies: 0, never: 5, byYear: [] })
    expect(await summary({ cluster: lyon })).toMatchObject({ companies: 2, services: 0 })
    expect(await summary({ market: japan })).toMatchObject({ companies: 3, services: 0 })
    expect(await summary({ alliance })).toMatchObject({ companies: 3 })
  })

  it('open each to its records', async () => {
    const { companies, missions, meetings, useful, ratings, outcomes, byStatus, byYear, byCluster } =
      await summary()
    expect(await total({ kind: 'mission' })).toBe(missions)
    expect(await total({ kind: 'meeting' })).toBe(meetings)
    expect(await total({ kind: 'meeting', useful: 'true' })).toBe(useful)
    for (const { rating, count } of ratings) expect(await total({ kind: 'meeting', rating })).toBe(count)
    expect(await total({ kind: 'meeting', useful: 'false' })).toBe(meetings - useful)
    for (const one of byStatus) expect(await names({ status: one.status })).toHaveLength(one.companies)
    expect(await total({ kind: 'outcome' })).toBe(outcomes)
    expect(await names({})).toHaveLength(companies)
    expect(await names({ status: 'micro,small,medium' })).toEqual(['Grown', 'Once', 'Twice'])
    for (const { year, companies } of byYear) expect(await names({ year })).toHaveLength(companies)
    for (const { key, companies } of byCluster)
      expect(await names({ from: key?.id ?? 'none' })).toHaveLength(companies)
    expect(await names({ atLeast: 3 })).toEqual(['Twice'])
    expect(await names({ target: 'none' })).toEqual(['Once'])
    expect(await names({ through: alliance, year: 2007 })).toEqual(['Grown', 'Twice'])
    const { total: never } = await api.call(listCompanies, { query: { served: 'false' } })
    expect(never).toBe(1)
  })
})

describe('the companies', () => {
  it('come with what they took part in and got, in any order, page by page', async () => {
    const { items } = await api.call(listServedCompanies, { query: { sort: '-records' } })
    expect(items[0]).toMatchObject({
      name: 'Twice',
      status: 'small',
      missions: 2,
      services: 0,
      aids: 1,
      euros: 120_000,
      meetings: 1,
      useful: 1,
      outcomes: 1,
      first: '2007-06-04',
      last: '2008-03-10',
    })
    for (const sort of ['name', '-records', 'last', '-outcomes', '-aid'] as const) {
      const all = await names({ sort })
      const paged: string[] = []
      let cursor: string | undefined
      do {
        const page = await api.call(listServedCompanies, { query: { sort, limit: 1, cursor } })
        paged.push(...page.items.map(({ name }) => name))
        cursor = page.next ?? undefined
      } while (cursor)
      expect(paged).toEqual(all)
    }
    expect(await names({ q: 'grow' })).toEqual(['Grown'])
  })

  it('have records, the newest first, with the status of their day', async () => {
    const { items } = await api.call(listServedRecords, { query: { company: company.Grown } })
    expect(items).toMatchObject([
      { kind: 'mission', on: '2008-03-10', status: 'large', mission: { name: 'Fair' } },
      { kind: 'mission', on: '2007-06-04', status: 'small', mission: { name: 'Trip' } },
    ])
    const { items: outcomes } = await api.call(listServedRecords, { query: { kind: 'outcome' } })
    expect(outcomes).toMatchObject([
      { title: 'Supply for two years', value: { minor: 9_000_000 }, company: { name: 'Twice' } },
    ])
  })

  it('tell each of its own way', async () => {
    const params = { id: company.Twice ?? '' }
    const served = await api.call(readCompanyServed, { params })
    expect(served).toMatchObject({
      missions: [
        {
          mission: { id: fair },
          state: 'attended',
          scheduled: 1,
          held: 1,
          ratings: [{ rating: 'cooperation_possible', count: 1 }],
        },
        { mission: { id: trip }, held: 0, ratings: [] },
      ],
      outcomes: [{ title: 'Supply for two years', mission: { id: fair } }],
      services: [],
      aid: { count: 1, euros: 120_000 },
      journey: [
        { step: 'explored', on: '2007-06-04' },
        { step: 'mission', on: '2008-03-10' },
        { step: 'contract', on: '2008-05' },
      ],
    })
    const then = await api.call(readCompanyServed, { params, query: { asOf: '2007-12-31' } })
    expect(then).toMatchObject({ outcomes: [], aid: { count: 0 }, journey: [{ step: 'explored' }] })
    expect((await api.send(readCompanyServed, { params: { id: randomUUID() } })).status).toBe(404)
  })

  it('from abroad who came to be met were not served by it', async () => {
    const { items } = await api.call(listCompanies, { query: { country: 'JP' } })
    expect(items).toMatchObject([{ name: 'Osaka Pharma', servedOn: null, participations: 1 }])
  })
})

describe('a target of SMEs', () => {
  const reached = async () => {
    const { id } = indicator
    const counted = await api.call(listLookedAt, { params: { id } })
    const left = await api.call(listLookedAt, { params: { id }, query: { counts: 'false' } })
    return { counted: counted.items, left: left.items }
  }
  let indicator: Indicator
  beforeAll(async () => {
    indicator = await api.call(indicatorRecords.create, {
      body: {
        title: 'SMEs to which business abroad was opened',
        measure: 'smes_served',
        kinds: [...openingKinds],
        through: ['mission'],
        allianceId: alliance,
        target: 16,
      },
    })
  })

  it('counts each SME that came once, and says of the others why they do not count', async () => {
    const { counted, left } = await reached()
    expect(counted.map(({ company, on }) => [company?.name, on]).sort()).toEqual([
      ['Grown', '2007-06-04'],
      ['Twice', '2007-06-04'],
    ])
    const reasons = left.map(({ company, reason }) => [company?.name, reason])
    expect(reasons).toContainEqual(['Never', 'not_yet'])
    expect(reasons).toContainEqual(['Unknown', 'status_unknown'])
    expect(reasons).toContainEqual(['Twice', 'counted_once'])
    expect(await api.call(countIndicator, { params: { id: indicator.id } })).toMatchObject({
      actual: 2,
      reachedBp: 1250,
    })
  })

  it('counts again when something changes', async () => {
    const { accounts } = companyMakers(api)
    for (const closedOn of ['2007-12-31', '2006-12-31'])
      await accounts(company.Unknown ?? '', { closedOn, headcount: 3 })
    const { counted } = await reached()
    expect(counted.map(({ company: of }) => of?.name).sort()).toEqual(['Grown', 'Twice', 'Unknown'])
  })
})

it('is open to viewers, and to nobody unknown', async () => {
  for (const endpoint of [readServed, listServedCompanies, listServedRecords]) {
    expect((await api.send(endpoint, {}, { actor: viewer })).status).toBe(200)
    expect((await api.send(endpoint, {}, { actor: null })).status).toBe(401)
  }
  for (const query of [{ from: 'x' }, { year: 'soon' }, { kind: 'gift' }])
    expect((await api.send(listServedRecords, { query })).status).toBe(422)
  const other = { params: { id: company.Twice ?? '' } }
  expect((await api.send(readCompanyServed, other, { actor: null })).status).toBe(401)
})
