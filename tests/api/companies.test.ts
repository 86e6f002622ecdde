import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCompany, listCompanies, readCompany, updateCompany } from '../../src/contract/companies.ts'
import { undoChange } from '../../src/contract/history.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { searchAll } from '../../src/contract/overview.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { companyMakers } from '../support/companies.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof companyMakers>
beforeAll(async () => {
  api = await startApi()
  make = companyMakers(api)
})
afterAll(() => api.stop())

const profile = {
  legalForm: 'SAS',
  numbers: [
    { scheme: 'siren' as const, value: '732 829 320' },
    { scheme: 'vat' as const, value: 'FR 44 732 829 320', note: 'group' },
  ],
  addresses: [
    {
      kind: 'registered' as const,
      lines: '1 rue de la Paix',
      postcode: '31000',
      town: 'Toulouse',
      country: 'FR',
    },
  ],
  sectors: ['C21.20'],
  themes: ['cancer'],
  languages: ['fr', 'en'],
  exportExperience: 'occasional' as const,
  exportsSince: '2005',
  exportShare: 12.5,
  fiscalYearEnd: '06-30',
  declarations: [{ kind: 'sme' as const, signedOn: '2008-02-01', signatory: 'Ada Lovelace' }],
}

describe('a company', () => {
  it('is an organisation with a profile', async () => {
    const { market } = makers(api)
    const japan = await market()
    const made = await api.call(createCompany, {
      body: {
        name: 'Pylote',
        country: 'FR',
        town: 'Toulouse',
        founded: '2009',
        ...profile,
        markets: [{ marketId: japan.id, readiness: 'ready' }],
      },
    })
    expect(made).toMatchObject({
      name: 'Pylote',
      kinds: ['company'],
      version: 1,
      legalForm: 'SAS',
      numbers: [
        { scheme: 'siren', value: '732829320' },
        { scheme: 'vat', value: 'FR44732829320', note: 'group' },
      ],
      exportShare: 12.5,
      fiscalYearEnd: '06-30',
      markets: [{ market: { id: japan.id }, readiness: 'ready' }],
      status: 'unknown',
      aid: { memberState: 'FR', regulation: '(EC) 1998/2006', ceiling: 20_000_000, sum: 0, room: 20_000_000 },
      servedOn: null,
    })
    expect(await api.call(readCompany, { params: { id: made.id } })).toEqual(made)
    const organisation = await api.call(organisationRecords.read, { params: { id: made.id } })
    expect(organisation).toMatchObject({ name: 'Pylote', kinds: ['company'], version: 1 })
  })

  it('changes in part, as one with its organisation, and back', async () => {
    const made = await make.company({ ...profile, years: false })
    const params = { id: made.id }
    const sent = await api.send(
      updateCompany,
      { params, body: { exportShare: null, numbers: [made.numbers[1]] } },
      { version: 1 },
    )
    const changed = await sent.json()
    expect(changed).toMatchObject({
      version: 2,
      exportShare: null,
      legalForm: 'SAS',
      numbers: [{ id: made.numbers[1]?.id }],
    })
    expect(
      await problemOf(await api.send(updateCompany, { params, body: {} }, { version: 1 })),
    ).toMatchObject({
      status: 412,
      code: 'version_stale',
      current: changed,
    })
    await api.call(undoChange, { params: { id: sent.headers.get('x-change-set') ?? '' } })
    const back = await api.call(readCompany, { params })
    expect(back).toMatchObject({ numbers: made.numbers, exportShare: 12.5 })
  })

  it('is found by its numbers', async () => {
    const { id } = await make.company({ numbers: [{ scheme: 'siren', value: '303265045' }], years: false })
    const found = await api.call(listCompanies, { query: { q: '303265045' } })
    expect(found.items.map((row) => row.id)).toEqual([id])
    const everywhere = await api.call(searchAll, { query: { q: '303265045' } })
    expect(JSON.stringify(everywhere)).toContain(id)
  })
})

describe('what does not fit', () => {
  it('is refused: nobody, viewers, none, no id, no version', async () => {
    const { id } = await make.company({ years: false })
    const inputs = [
      [listCompanies, {}],
      [readCompany, { params: { id } }],
      [createCompany, { body: { name: 'X' } }],
      [updateCompany, { params: { id }, body: {} }],
    ] as const
    for (const [endpoint, input] of inputs) {
      expect((await api.send(endpoint, input, { actor: null, version: 1 })).status).toBe(401)
      const looking = await api.send(endpoint, input, { actor: viewer, version: 1 })
      expect(looking.status).toBe(endpoint.access === 'read' ? 200 : 403)
    }
    for (const endpoint of [readCompany, updateCompany]) {
      const nowhere = { params: { id: randomUUID() }, body: endpoint.method === 'GET' ? undefined : {} }
      expect((await api.send(endpoint, nowhere, { version: 1 })).status).toBe(404)
      expect((await api.send(endpoint, { ...nowhere, params: { id: 'x' } }, { version: 1 })).status).toBe(422)
    }
    expect((await api.send(updateCompany, { params: { id }, body: {} })).status).toBe(428)
  })

  it.each([
    [{ numbers: [{ scheme: 'siren', value: '732829321' }] }, 'numbers.0.value', 'number_check'],
    [{ numbers: [{ scheme: 'siret', value: '732829320' }] }, 'numbers.0.value', 'number_length'],
    [{ numbers: [{ scheme: 'vat', value: 'FR41303265045' }] }, 'numbers.0.value', 'number_check'],
    [{ numbers: [{ scheme: 'pic', value: '99999793' }] }, 'numbers.0.value', 'number_format'],
    [{ fiscalYearEnd: '02-30' }, null, null],
    [{ fiscalYearEnd: '13-01' }, 'fiscalYearEnd', 'invalid_format'],
    [{ exportShare: 100.01 }, 'exportShare', 'too_big'],
    [{ exportShare: 12.345 }, 'exportShare', 'not_multiple_of'],
    [{ markets: [{ marketId: randomUUID() }] }, 'markets.0.marketId', 'unknown_reference'],
    [{ addresses: [{ from: '2008', to: '2007' }] }, 'addresses.0.to', 'period'],
  ])('%j', async (fields, path, code) => {
    const answer = await api.send(createCompany, { body: { name: `Made ${randomUUID()}`, ...fields } })
    if (path === null) expect(answer.status).toBe(201)
    else expect(await problemOf(answer)).toMatchObject({ status: 422, errors: [{ path, code }] })
  })

  it('is refused in the bin, and twice of one name and place', async () => {
    const { id, name } = await make.company({ years: false })
    expect(await problemOf(await api.send(createCompany, { body: { name, country: 'FR' } }))).toMatchObject({
      status: 409,
      code: 'duplicate',
    })
    await api.call(organisationRecords.remove, { params: { id } }, { version: 1 })
    expect(
      await problemOf(await api.send(updateCompany, { params: { id }, body: {} }, { version: 2 })),
    ).toMatchObject({
      code: 'record_in_bin',
    })
    const { items } = await api.call(listCompanies, { query: { q: name } })
    expect(items.map((row) => row.id)).not.toContain(id)
  })

  it('a number is held once', async () => {
    const twice = { scheme: 'siren', value: '732829320' }
    const answer = await api.send(createCompany, { body: { name: 'Twice', numbers: [twice, twice] } })
    expect(await problemOf(answer)).toMatchObject({ status: 409, errors: [{ path: 'numbers' }] })
  })
})

describe('the directory', () => {
  it('narrows by status, cluster, target, service, room and day', async () => {
    const { organisation, market } = makers(api)
    const cluster = await organisation()
    const target = await market()
    const [micro, small, medium] = await Promise.all([
      make.company({ years: false }),
      make.company(),
      make.company({ years: false, markets: [{ marketId: target.id, readiness: 'ready' }] }),
    ])
    const ids = [micro, small, medium].map(({ id }) => id)
    for (const closedOn of ['2007-12-31', '2006-12-31']) {
      await make.accounts(micro.id, { closedOn, headcount: 3, turnover: 1, balanceSheet: 1 })
      await make.accounts(medium.id, { closedOn, headcount: 100 })
    }
    for (const { id, version } of [micro, small])
      await api.call(
        organisationRecords.update,
        { params: { id }, body: { affiliations: [{ toId: cluster.id, from: '2008-02' }] } },
        { version },
      )
    await make.service(small.id, { starts: '2008-03-10' })
    await make.award(micro.id, '2008-05-01', 150_000)

    const found = async (query: Parameters<typeof api.call<typeof listCompanies>>[1]['query']) => {
      const page = await api.call(listCompanies, { query: { ...query, limit: 200 } })
      return page.items
        .map(({ id }) => id)
        .filter((id) => ids.includes(id))
        .sort()
    }
    const are = (...companies: { id: string }[]) => companies.map(({ id }) => id).sort()
    expect(await found({ status: 'micro' })).toEqual(are(micro))
    expect(await found({ status: 'micro,small' })).toEqual(are(micro, small))
    expect(await found({ status: 'unknown' })).toEqual([])
    expect(await found({ status: 'unknown', asOf: '2006-12-30' })).toEqual(are(micro, small, medium))
    expect(await found({ of: cluster.id })).toEqual(are(micro, small))
    expect(await found({ of: cluster.id, asOf: '2008-01-31' })).toEqual([])
    expect(await found({ target: target.id, readiness: 'ready' })).toEqual(are(medium))
    expect(await found({ target: target.id, readiness: 'active' })).toEqual([])
    expect(await found({ served: 'true' })).toEqual(are(micro, small))
    expect(await found({ served: 'false' })).toEqual(are(medium))
    expect(await found({ served: 'false', asOf: '2008-03-09' })).toEqual(are(micro, small, medium))
    expect(await found({ room: '5000000' })).toEqual(are(micro, small, medium))
    expect(await found({ room: '5000001' })).toEqual(are(small, medium))
    expect(await found({ room: '20000001' })).toEqual([])
    expect(await found({ cluster: cluster.id })).toEqual(are(micro, small))
    expect(await found({ market: target.id })).toEqual(are(medium))
    const { items } = await api.call(listCompanies, { query: { of: cluster.id, status: 'micro' } })
    expect(items).toMatchObject([
      {
        id: micro.id,
        status: 'micro',
        statusConfirmed: true,
        clusters: [{ id: cluster.id }],
        aid: { sum: 15_000_000, room: 5_000_000 },
        servedOn: '2008-05-01',
      },
    ])
  })

  it('counts and pages', async () => {
    const first = await api.call(listCompanies, { query: { limit: 2 } })
    expect(first.items).toHaveLength(2)
    const all = await api.call(listCompanies, { query: { limit: 200 } })
    expect(all.total).toBe(all.items.length)
    expect(first.total).toBe(all.total)
    for (const sort of ['name', '-country', 'updatedAt', '-participations'] as const) {
      const ids: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof api.call<typeof listCompanies>>> = await api.call(
          listCompanies,
          {
            query: { sort, limit: 3, ...(cursor ? { cursor } : {}) },
          },
        )
        ids.push(...page.items.map(({ id }) => id))
        expect(page.total, sort).toBe(all.total)
        cursor = page.next
      } while (cursor)
      expect(new Set(ids).size, sort).toBe(all.total)
      expect(ids, sort).toHaveLength(all.total)
    }
  })
})
