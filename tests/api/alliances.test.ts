import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { type Alliance, allianceRecords } from '../../src/contract/alliances.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { describeRecords } from '../support/record-suite.ts'
import { refusal } from '../support/refusal.ts'

const { list, read, create, update, remove, restore } = allianceRecords

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

describeRecords<Alliance>({
  api: () => api,
  records: allianceRecords,
  body: (name) => ({ name }),
  field: 'name',
  longest: 300,
})

describe('create', () => {
  it('gives the alliance with its members in order, one body in several alliances', async () => {
    const [coordinator, member] = [
      await make.organisation({ colour: '#0b7285', country: 'FR' }),
      await make.organisation(),
    ]
    const made = await api.call(create, {
      body: {
        name: 'Alps Bio Cluster',
        description: 'Five countries, six regions',
        starts: '2008-10-24',
        ends: '2011',
        members: [
          { organisationId: coordinator.id, role: 'coordinator', region: 'Rhône-Alpes' },
          { organisationId: member.id, from: '2008', to: '2011' },
        ],
      },
    })
    expect(made).toMatchObject({
      name: 'Alps Bio Cluster',
      starts: '2008-10-24',
      ends: '2011',
      members: [
        {
          organisationId: coordinator.id,
          organisationName: coordinator.name,
          colour: '#0b7285',
          country: 'FR',
          role: 'coordinator',
          region: 'Rhône-Alpes',
        },
        { organisationId: member.id, role: 'member', from: '2008', to: '2011' },
      ],
      markets: [],
      agreements: [],
    })
    const other = await make.alliance({ members: [{ organisationId: coordinator.id }] })
    const both = await api.call(organisationRecords.read, { params: { id: coordinator.id } })
    expect(both.alliances.map(({ id }) => id).sort()).toEqual([made.id, other.id].sort())
  })

  it('knows a name only once, and says so when one is taken out of the bin too', async () => {
    const first = await make.alliance({ name: 'BioX4Clusters' })
    expect((await refusal(make.alliance({ name: 'BIOX4clusters' }))).problem).toMatchObject({
      status: 409,
      code: 'duplicate',
      errors: [{ path: 'name', code: 'duplicate' }],
    })
    await api.call(remove, { params: { id: first.id } }, { version: first.version })
    await make.alliance({ name: 'BioX4Clusters' })
    expect((await refusal(api.call(restore, { params: { id: first.id } }))).problem).toMatchObject({
      status: 409,
      code: 'duplicate',
    })
  })

  it('refuses a period that ends first, of the alliance or of a member, and members that are none', async () => {
    const { id } = await make.organisation()
    expect((await refusal(make.alliance({ starts: '2009', ends: '2008' }))).problem).toMatchObject({
      status: 422,
      errors: [{ path: 'ends', code: 'period' }],
    })
    const members = (second: object) => ({
      members: [{ organisationId: id }, { organisationId: id, ...second }],
    })
    expect(
      (await refusal(make.alliance(members({ from: '2008-05', to: '2008-04-30' })))).problem,
    ).toMatchObject({ status: 422, errors: [{ path: 'members.1.to', code: 'period' }] })
    expect((await refusal(make.alliance(members({ organisationId: randomUUID() })))).problem).toMatchObject({
      status: 422,
      errors: [{ path: 'members.1.organisationId', code: 'unknown_reference' }],
    })
  })
})

describe('memberships of one body', () => {
  it('follow each other, and never overlap', async () => {
    const { id } = await make.organisation()
    const member = (from: string | null, to: string | null) => ({ organisationId: id, from, to })
    const made = await make.alliance({
      members: [member(null, '2007'), member('2008', '2009'), member('2011', null)],
    })
    const attempt = (members: ReturnType<typeof member>[]) =>
      refusal(api.call(update, { params: { id: made.id }, body: { members } }, { version: made.version }))
    for (const members of [
      [member(null, null), member('2008', null)],
      [member('2007', '2008-06'), member('2008', '2009')],
      [member('2008-02-29', '2008-02-29'), member('2008-02', null)],
    ])
      expect((await attempt(members)).problem).toMatchObject({
        status: 409,
        code: 'duplicate',
        errors: [{ path: 'members', code: 'overlap' }],
      })
    expect(await api.call(read, { params: { id: made.id } })).toEqual(made)
  })

  it('may exchange their periods in one change', async () => {
    const { id } = await make.organisation()
    const made = await make.alliance({
      members: [
        { organisationId: id, from: '2007', to: '2007' },
        { organisationId: id, from: '2008', to: '2008' },
      ],
    })
    const [first, second] = made.members
    const changed = await api.call(
      update,
      {
        params: { id: made.id },
        body: {
          members: [
            { id: first!.id, organisationId: id, from: '2008', to: '2008' },
            { id: second!.id, organisationId: id, from: '2007', to: '2007' },
          ],
        },
      },
      { version: made.version },
    )
    expect(changed.members.map((member) => [member.id, member.from])).toEqual([
      [first!.id, '2008'],
      [second!.id, '2007'],
    ])
  })
})

describe('what belongs to an alliance', () => {
  it('is its target markets with the lead of the day, and its agreements with their status', async () => {
    const [early, late] = [await make.organisation(), await make.organisation()]
    const alliance = await make.alliance()
    const leads = [
      { allianceId: alliance.id, organisationId: early.id, to: '2008-06' },
      { allianceId: alliance.id, organisationId: late.id, from: '2008-07' },
    ]
    const japan = await make.market({ name: 'A Japan', leads })
    const canada = await make.market({ name: 'B Canada', leads: [{ allianceId: alliance.id }] })
    const agreement = await make.agreement({
      allianceId: alliance.id,
      stage: 'drafting',
      stageSince: '2008-01-01',
    })
    const on = async (asOf: string) => {
      const { markets, agreements } = await api.call(read, { params: { id: alliance.id }, query: { asOf } })
      return { markets: markets.map(({ market, lead }) => [market.id, lead?.id]), agreements }
    }
    expect(await on('2008-06-30')).toEqual({
      markets: [
        [japan.id, early.id],
        [canada.id, undefined],
      ],
      agreements: [{ id: agreement.id, title: agreement.title, status: 'drafting' }],
    })
    expect((await on('2008-07-01')).markets[0]).toEqual([japan.id, late.id])
    expect((await on('2007-12-31')).agreements[0]!.status).toBe('prospect')
    const row = (await api.call(list, { query: { q: alliance.name } })).items.find(
      ({ id }) => id === alliance.id,
    )
    expect(row).toMatchObject({ marketCount: 2, agreementCount: 1 })
  })

  it('keeps it out of the bin: living agreements and markets', async () => {
    const alliance = await make.alliance()
    const agreement = await make.agreement({ allianceId: alliance.id })
    const market = await make.market({ leads: [{ allianceId: alliance.id }] })
    const attempt = () =>
      refusal(api.call(remove, { params: { id: alliance.id } }, { version: alliance.version }))
    expect((await attempt()).problem).toMatchObject({
      status: 409,
      code: 'in_use',
      blockers: [
        { noun: 'agreements', recordId: agreement.id },
        { noun: 'markets', recordId: market.id },
      ],
    })
    await api.call(agreementRecords.remove, { params: { id: agreement.id } }, { version: agreement.version })
    expect((await attempt()).problem.blockers).toHaveLength(1)
  })
})

describe('list', () => {
  it('shows who is a member on the day, and narrows to the scope', async () => {
    const [founder, late] = [await make.organisation(), await make.organisation()]
    const alliance = await make.alliance({
      members: [
        { organisationId: founder.id, from: '2007-12-04' },
        { organisationId: late.id, from: '2009' },
      ],
    })
    const market = await make.market({ leads: [{ allianceId: alliance.id }] })
    const other = await make.alliance()
    const on = async (query: object) =>
      (await api.call(list, { query })).items.map(({ id, members }) => [
        id,
        members.map((member) => member.id),
      ])
    expect(await on({ cluster: founder.id, asOf: '2008-01-01' })).toEqual([[alliance.id, [founder.id]]])
    expect(await on({ cluster: late.id, asOf: '2009-01-01' })).toEqual([[alliance.id, [founder.id, late.id]]])
    expect(await on({ market: market.id, asOf: '2007-01-01' })).toEqual([[alliance.id, []]])
    expect((await on({ alliance: other.id })).map(([id]) => id)).toEqual([other.id])
    expect(await on({ alliance: other.id, market: market.id })).toEqual([])
  })
})
