import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { allianceRecords } from '../../src/contract/alliances.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { manager, problemOf, startApi, type TestApi, testDay } from '../support/api.ts'
import { makers } from '../support/make.ts'

const { create, read, remove, restore, list } = agreementRecords

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

describe('create', () => {
  it('gives the agreement with all it was given, and its address in lists', async () => {
    const [home, partner, organiser] = [
      await make.organisation({ colour: '#0b7285' }),
      await make.organisation(),
      await make.organisation(),
    ]
    const alliance = await make.alliance({ members: [{ organisationId: home.id }] })
    const market = await make.market({ regions: [{ name: 'Kansai' }] })
    const region = market.regions[0]!
    const witness = await make.person()
    const made = await api.call(create, {
      body: {
        title: '  Kansai  ',
        type: 'partnership',
        summary: 'First partnership',
        allianceId: alliance.id.toUpperCase(),
        marketId: market.id,
        regionId: region.id,
        negotiatorId: home.id,
        starts: '2008',
        ends: '2010-06',
        noticeDays: 90,
        targetSignature: '2008-02-04',
        language: 'fr',
        reference: 'LSC-1',
        stage: 'drafting',
        stageSince: '2008-01-10',
        parties: [
          { organisationId: home.id, side: 'home' },
          { organisationId: partner.id, side: 'partner', required: false },
        ],
        actions: [
          {
            title: 'Seminars',
            due: '2009',
            obligations: [
              { description: 'Find a hall', side: 'partner', ownerPersonId: witness.id, progress: 10 },
            ],
          },
        ],
        attendees: [
          { role: 'witness', personId: witness.id },
          { role: 'organiser', organisationId: organiser.id },
        ],
      },
    })
    expect(made).toMatchObject({
      version: expect.any(Number),
      title: 'Kansai',
      type: 'partnership',
      status: 'drafting',
      stage: 'drafting',
      overdue: true,
      asOf: '2008-09-15',
      alliance: { id: alliance.id, name: alliance.name },
      market: { id: market.id },
      region: { id: region.id, name: 'Kansai' },
      negotiator: { id: home.id },
      starts: '2008',
      ends: '2010-06',
      noticeDays: 90,
      targetSignature: '2008-02-04',
      language: 'fr',
      reference: 'LSC-1',
      signedOn: null,
      stages: [{ stage: 'drafting', since: '2008-01-10' }],
      parties: [
        { organisation: { id: home.id }, colour: '#0b7285', side: 'home', required: true, signedOn: null },
        { organisation: { id: partner.id }, colour: null, side: 'partner', required: false },
      ],
      signatures: [],
      attendees: [
        { role: 'witness', person: { id: witness.id }, organisation: null },
        { role: 'organiser', person: null, organisation: { id: organiser.id } },
      ],
      actions: [
        {
          title: 'Seminars',
          state: 'planned',
          due: '2009',
          obligations: [
            { description: 'Find a hall', side: 'partner', ownerPerson: { id: witness.id }, progress: 10 },
          ],
        },
      ],
      renews: null,
      renewedBy: null,
      lastSignOfLife: '2008-01-10',
      deletedAt: null,
    })
    expect(await api.call(read, { params: { id: made.id } })).toEqual(made)
    const found = await api.call(list, { query: { q: 'LSC-1' } })
    expect(found.items.map((row) => row.id)).toEqual([made.id])
  })

  it('begins as a prospect of the workspace’s day, with nothing else known', async () => {
    const made = await api.call(create, { body: { title: 'Canada', type: 'mou' } })
    expect(made).toMatchObject({
      status: 'prospect',
      noticeDays: 180,
      parties: [],
      stages: [{ stage: 'prospect', since: '2008-09-15' }],
    })
  })

  it('is seen as of the day asked for', async () => {
    const made = await make.agreement({
      stage: 'negotiation',
      stageSince: '2008-03-01',
      targetSignature: '2008-06',
    })
    const on = (asOf: string) => api.call(read, { params: { id: made.id }, query: { asOf } })
    expect(await on('2008-02-29')).toMatchObject({ status: 'prospect', overdue: false, lastSignOfLife: null })
    expect(await on('2008-06-30')).toMatchObject({
      status: 'negotiation',
      overdue: false,
      lastSignOfLife: '2008-03-01',
    })
    expect(await on('2008-07-01')).toMatchObject({ asOf: '2008-07-01', overdue: true })
  })

  it('says of each field what is wrong with it', async () => {
    const response = await api.send(create, {
      body: {
        title: ' ',
        type: 'treaty',
        starts: '2008-13',
        parties: [{ organisationId: 'x', side: 'left' }],
      },
    })
    const problem = await problemOf(response)
    expect(problem).toMatchObject({ status: 422, code: 'invalid' })
    expect(problem.errors?.map((error) => [error.path, error.code])).toEqual([
      ['title', 'required'],
      ['type', 'invalid_value'],
      ['starts', 'partial_date'],
      ['parties.0.organisationId', 'invalid_format'],
      ['parties.0.side', 'invalid_value'],
    ])
  })

  it('names every field that it does not know, at any depth, rather than losing it', async () => {
    const response = await api.send(create, {
      body: {
        title: 'Misspelt',
        type: 'mou',
        sumary: 'What nobody would ever read again',
        parties: [{ organisationId: randomUUID(), side: 'home', requred: false }],
        actions: [{ title: 'A', obligations: [{ description: 'B', dueOn: '2009' }] }],
      },
    })
    const problem = await problemOf(response)
    expect(problem).toMatchObject({ status: 422, code: 'invalid' })
    expect(problem.errors?.map((error) => `${error.path} ${error.code}`).toSorted()).toEqual([
      'actions.0.obligations.0.dueOn unknown_field',
      'parties.0.requred unknown_field',
      'sumary unknown_field',
    ])
  })

  it('names every reference that leads nowhere, records in the bin among them', async () => {
    const binned = await make.organisation()
    await api.call(organisationRecords.remove, { params: { id: binned.id } }, { version: binned.version })
    const nobody = randomUUID()
    const problem = await problemOf(
      await api.send(create, {
        body: {
          title: 'Nowhere',
          type: 'mou',
          allianceId: nobody,
          marketId: nobody,
          negotiatorId: binned.id,
          parties: [{ organisationId: nobody, side: 'home' }],
          actions: [{ title: 'A', obligations: [{ description: 'B', ownerPersonId: nobody }] }],
          attendees: [{ role: 'witness', personId: nobody }],
        },
      }),
    )
    expect(problem.errors?.map((error) => `${error.path} ${error.code}`).toSorted()).toEqual([
      'actions.0.obligations.0.ownerPersonId unknown_reference',
      'allianceId unknown_reference',
      'attendees.0.personId unknown_reference',
      'marketId unknown_reference',
      'negotiatorId unknown_reference',
      'parties.0.organisationId unknown_reference',
    ])
  })

  it.each([
    ['ends before it starts', { starts: '2010', ends: '2009-12' }, 'ends', 'period'],
    ['an attendee who is nobody', { attendees: [{ role: 'witness' }] }, 'attendees.0', 'required'],
  ])('refuses %s', async (_, fields, path, code) => {
    const problem = await problemOf(await api.send(create, { body: { title: 'A', type: 'mou', ...fields } }))
    expect(problem).toMatchObject({ status: 422, errors: [{ path, code }] })
  })

  it('refuses the same party twice, and a region of another market', async () => {
    const body = await make.organisation()
    const twice = [
      { organisationId: body.id, side: 'home' as const },
      { organisationId: body.id, side: 'partner' as const },
    ]
    await expect(make.agreement({ parties: twice })).rejects.toMatchObject({
      status: 409,
      code: 'duplicate',
      problem: { errors: [{ path: 'parties' }] },
    })
    const [japan, canada] = [await make.market({ regions: [{ name: 'Kansai' }] }), await make.market()]
    const regionId = japan.regions[0]!.id
    for (const marketId of [canada.id, null]) {
      await expect(make.agreement({ marketId, regionId })).rejects.toMatchObject({
        status: 422,
        problem: { errors: [{ path: 'regionId', code: 'other_market' }] },
      })
    }
  })

  it('carries out a request sent twice once', async () => {
    const key = randomUUID()
    const body = { title: `Twice ${key}`, type: 'nda' as const }
    const first = await api.call(create, { body }, { key })
    const again = await api.send(create, { body }, { key })
    expect(again.headers.get('idempotent-replay')).toBe('true')
    expect(await again.json()).toEqual(first)
    expect((await api.call(list, { query: { q: body.title } })).total).toBe(1)
    const other = await api.send(create, { body: { ...body, type: 'mou' } }, { key })
    expect((await problemOf(other)).code).toBe('idempotency_key_reused')
  })

  it('knows a request again for 30 days, and then forgets it', async () => {
    const key = randomUUID()
    const body = { title: 'Remembered', type: 'nda' as const }
    await api.call(create, { body }, { key })
    const replay = async () => (await api.send(create, { body }, { key })).headers.get('idempotent-replay')
    api.setClock('2008-10-15')
    await make.agreement()
    expect(await replay()).toBe('true')
    api.setClock('2008-10-16')
    await make.agreement()
    expect(await replay()).toBeNull()
    api.setClock(testDay)
  })
})

describe('the bin', () => {
  it('takes an agreement from the lists and gives it back', async () => {
    const title = `Binned ${randomUUID()}`
    const made = await make.agreement({ title })
    const params = { id: made.id }
    const binned = await api.call(remove, { params }, { version: made.version })
    expect(binned.deletedAt).not.toBeNull()
    expect((await api.call(list, { query: { q: title } })).total).toBe(0)
    expect((await api.call(read, { params })).deletedAt).toBe(binned.deletedAt)
    const back = await api.call(restore, { params })
    expect(back).toMatchObject({ deletedAt: null, title })
    expect((await api.call(list, { query: { q: title } })).total).toBe(1)
  })
})

it('keeps what it was about, by whom, in the history', async () => {
  const who = await make.person()
  const actor = { ...manager, id: who.id, name: who.name }
  const response = await api.send(create, { body: { title: 'Noted', type: 'mou' } }, { actor })
  const { id } = (await response.json()) as { id: string }
  const set = await api.db
    .selectFrom('change_sets')
    .selectAll()
    .where('id', '=', response.headers.get('x-change-set'))
    .executeTakeFirstOrThrow()
  expect(set).toMatchObject({
    actor_id: who.id,
    verb: 'agreements.create',
    noun: 'agreements',
    record_id: id,
  })
})

it('shows the alliance’s members as they are named now', async () => {
  const alliance = await make.alliance()
  const made = await make.agreement({ allianceId: alliance.id })
  await api.call(
    allianceRecords.update,
    { params: { id: alliance.id }, body: { name: `Renamed ${alliance.id}` } },
    { version: alliance.version },
  )
  expect((await api.call(read, { params: { id: made.id } })).alliance?.name).toBe(`Renamed ${alliance.id}`)
})
