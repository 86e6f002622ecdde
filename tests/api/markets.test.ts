import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords, signAgreement } from '../../src/contract/agreements.ts'
import { type Market, marketRecords } from '../../src/contract/markets.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { describeRecords } from '../support/record-suite.ts'
import { refusal } from '../support/refusal.ts'

const { list, read, create, update, remove, restore } = marketRecords

let api: TestApi
let make: ReturnType<typeof makers>
let made = 0
/** A country that no other test uses: ZA, ZB, … and on from Z to A. */
function country(): string {
  const number = made++
  return String.fromCharCode(90 - Math.floor(number / 26)) + String.fromCharCode(65 + (number % 26))
}
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

describeRecords<Market>({
  api: () => api,
  records: marketRecords,
  body: (name) => ({ name, country: country() }),
  field: 'name',
  longest: 300,
})

describe('create and update', () => {
  it('gives the market with its regions and leads', async () => {
    const alliance = await make.alliance()
    const lead = await make.organisation()
    const body = {
      name: 'Japan',
      country: country(),
      timeZone: 'Asia/Tokyo',
      practice: 'Cards with both hands.\nGolden Week.',
      regions: [
        { name: 'Kansai', detail: 'Osaka, Hyogo, Kyoto', latitude: 34.7, longitude: 135.5 },
        { name: 'Kantō' },
      ],
      leads: [{ allianceId: alliance.id, organisationId: lead.id, from: '2007-12' }],
    }
    const japan = await api.call(create, { body })
    expect(japan).toMatchObject({
      ...body,
      leads: [{ ...body.leads[0], allianceName: alliance.name, organisationName: lead.name, to: null }],
      regions: [
        { ...body.regions[0], timeZone: null },
        { name: 'Kantō', detail: null },
      ],
      agreements: [],
      partners: [],
    })
    const [kansai, kanto] = japan.regions
    const changed = await api.call(
      update,
      {
        params: { id: japan.id },
        body: { regions: [kanto!, { ...kansai!, timeZone: 'Asia/Tokyo' }], leads: [] },
      },
      { version: japan.version },
    )
    expect(changed.regions.map(({ id }) => id)).toEqual([kanto!.id, kansai!.id])
    expect(changed).toMatchObject({ leads: [], practice: body.practice })
  })

  it('knows a country only once, and says so when one is taken out of the bin too', async () => {
    const first = await make.market({ country: country() })
    const twice = () => make.market({ country: first.country })
    expect((await refusal(twice())).problem).toMatchObject({
      status: 409,
      code: 'duplicate',
      errors: [{ path: 'country', code: 'duplicate' }],
    })
    await api.call(remove, { params: { id: first.id } }, { version: first.version })
    await twice()
    expect((await refusal(api.call(restore, { params: { id: first.id } }))).problem).toMatchObject({
      status: 409,
      code: 'duplicate',
    })
  })

  it('refuses what is no country, zone, place, alliance or body', async () => {
    const alliance = await make.alliance()
    const attempt = async (body: object) =>
      (await refusal(make.market({ country: country(), ...body }))).problem.errors?.map(({ path }) => path)
    expect(await attempt({ country: 'Japan' })).toEqual(['country'])
    expect(await attempt({ timeZone: 'Mars/Olympus' })).toEqual(['timeZone'])
    expect(await attempt({ regions: [{ name: 'A', latitude: 91 }] })).toEqual(['regions.0.latitude'])
    expect(await attempt({ leads: [{ allianceId: randomUUID() }] })).toEqual(['leads.0.allianceId'])
    expect(await attempt({ leads: [{ allianceId: alliance.id, organisationId: randomUUID() }] })).toEqual([
      'leads.0.organisationId',
    ])
    expect(await attempt({ leads: [{ allianceId: alliance.id, from: '2009', to: '2008-12' }] })).toEqual([
      'leads.0.to',
    ])
  })

  it('has one lead per alliance at a time', async () => {
    const [one, other] = [await make.alliance(), await make.alliance()]
    await make.market({
      country: country(),
      leads: [
        { allianceId: one.id, to: '2007' },
        { allianceId: one.id, from: '2008' },
        { allianceId: other.id },
      ],
    })
    const twice = await refusal(
      make.market({
        country: country(),
        leads: [
          { allianceId: one.id, to: '2008' },
          { allianceId: one.id, from: '2008-06' },
        ],
      }),
    )
    expect(twice.problem).toMatchObject({
      status: 409,
      code: 'duplicate',
      errors: [{ path: 'leads', code: 'overlap' }],
    })
  })

  it('keeps a region that an agreement names, one in the bin among them', async () => {
    const market = await make.market({
      country: country(),
      regions: [{ name: 'Boston' }, { name: 'San Diego' }],
    })
    const [boston, sanDiego] = market.regions
    const agreement = await make.agreement({ marketId: market.id, regionId: boston!.id })
    const without = (region: typeof boston) =>
      api.call(
        update,
        { params: { id: market.id }, body: { regions: [region!] } },
        { version: market.version },
      )
    expect((await refusal(without(sanDiego))).problem).toMatchObject({
      status: 409,
      code: 'in_use',
      blockers: [{ noun: 'agreements', recordId: agreement.id }],
    })
    await api.call(agreementRecords.remove, { params: { id: agreement.id } }, { version: agreement.version })
    expect((await refusal(without(sanDiego))).problem.code).toBe('in_use')
    expect((await without(boston)).regions).toMatchObject([{ id: boston!.id }])
  })
})

/** A market with an agreement signed on 4 Feb 2008 for 2008 to 2010, and one still in negotiation. */
async function kansai() {
  const [home, partner] = [await make.organisation(), await make.organisation({ town: 'Osaka' })]
  const alliance = await make.alliance({ members: [{ organisationId: home.id }] })
  const market = await make.market({
    country: country(),
    leads: [{ allianceId: alliance.id, organisationId: home.id, from: '2007-12-04' }],
  })
  const parties = [
    { organisationId: home.id, side: 'home' as const },
    { organisationId: partner.id, side: 'partner' as const },
  ]
  const signed = await make.agreement({
    title: 'A signed',
    marketId: market.id,
    allianceId: alliance.id,
    negotiatorId: home.id,
    starts: '2008',
    ends: '2010',
    parties,
  })
  await api.call(
    signAgreement,
    {
      params: { id: signed.id },
      body: { signatures: signed.parties.map(({ id }) => ({ partyId: id, signedOn: '2008-02-04' })) },
    },
    { version: signed.version },
  )
  const open = await make.agreement({ title: 'B open', marketId: market.id, targetSignature: '2008-06' })
  return { market, alliance, home, partner, signed, open }
}

describe('what belongs to a market', () => {
  it('is its agreements as they stand on the day, and its partners', async () => {
    const { market, alliance, home, partner, signed, open } = await kansai()
    const local = await make.organisation({
      name: 'A local partner',
      kinds: ['partner'],
      country: market.country,
    })
    const page = await api.call(read, { params: { id: market.id }, query: { asOf: '2008-09-15' } })
    expect(page.agreements).toMatchObject([
      {
        id: signed.id,
        status: 'active',
        negotiator: { id: home.id },
        alliance: { id: alliance.id },
        starts: '2008',
        ends: '2010',
      },
      { id: open.id, status: 'prospect', negotiator: null, alliance: null, targetSignature: '2008-06' },
    ])
    expect(page.partners.map(({ id }) => id)).toContain(local.id)
    expect(page.partners).toContainEqual({ id: partner.id, name: partner.name, town: 'Osaka' })
    const early = await api.call(read, { params: { id: market.id }, query: { asOf: '2008-01-01' } })
    expect(early.agreements.map(({ status }) => status)).toEqual(['prospect', 'prospect'])
    const scoped = await api.call(read, { params: { id: market.id }, query: { alliance: alliance.id } })
    expect(scoped.agreements.map(({ id }) => id)).toEqual([signed.id])
  })

  it('keeps it out of the bin', async () => {
    const { market } = await kansai()
    const { problem } = await refusal(
      api.call(remove, { params: { id: market.id } }, { version: market.version }),
    )
    expect(problem).toMatchObject({ status: 409, code: 'in_use', params: { count: 2 } })
  })
})

describe('list', () => {
  it('counts agreements as of the day and in the scope, and shows who leads then', async () => {
    const { market, alliance, home } = await kansai()
    const row = async (query: object) =>
      (await api.call(list, { query: { limit: 200, ...query } })).items.find(({ id }) => id === market.id)
    expect(await row({ asOf: '2008-09-15' })).toMatchObject({
      leads: [{ alliance: { id: alliance.id }, organisation: { id: home.id } }],
      openCount: 1,
      inForceCount: 1,
      agreementCount: 2,
    })
    expect(await row({ asOf: '2007-12-03' })).toMatchObject({ leads: [], openCount: 2, inForceCount: 0 })
    expect(await row({ asOf: '2010-12-31' })).toMatchObject({ inForceCount: 1 })
    expect(await row({ asOf: '2011-01-01' })).toMatchObject({ openCount: 1, inForceCount: 0 })
    expect(await row({ asOf: '2008-09-15', alliance: alliance.id })).toMatchObject({
      openCount: 0,
      inForceCount: 1,
      agreementCount: 1,
    })
    expect(await row({ cluster: home.id })).toMatchObject({ agreementCount: 1 })
    expect(await row({ alliance: randomUUID() })).toBeUndefined()
    const [first] = (await api.call(list, { query: { sort: '-agreementCount' } })).items
    expect(first!.agreementCount).toBeGreaterThan(0)
  })

  it('narrows to one market', async () => {
    const { market } = await kansai()
    const { items, total } = await api.call(list, { query: { market: market.id } })
    expect([items.map(({ id }) => id), total]).toEqual([[market.id], 1])
  })
})
