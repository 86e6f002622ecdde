import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import type { CallInput } from '../../src/contract/endpoint.ts'
import {
  type Organisation,
  organisationRecords,
  organisationSorts,
} from '../../src/contract/organisations.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { describeRecords } from '../support/record-suite.ts'
import { refusal } from '../support/refusal.ts'

const { list, read, create, update, remove, restore } = organisationRecords

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

describeRecords<Organisation>({
  api: () => api,
  records: organisationRecords,
  body: (name) => ({ name, kinds: ['company'] }),
  field: 'name',
  longest: 300,
})

const listed = async (query: Record<string, unknown>) =>
  (await api.call(list, { query: { limit: 200, ...query } })).items.map(({ name }) => name)

describe('create', () => {
  it('gives the organisation with all it was given', async () => {
    const cluster = await make.organisation({ name: 'Lyonbiopôle' })
    const made = await api.call(create, {
      body: {
        name: '  bioMérieux ',
        kinds: ['company', 'partner'],
        focus: 'In vitro diagnostics',
        country: 'FR',
        region: 'Rhône-Alpes',
        town: 'Marcy-l’Étoile',
        latitude: 45.78,
        longitude: 4.71,
        founded: '1963',
        colour: '#0b7285',
        names: [
          { name: 'BMX', kind: 'acronym' },
          { name: 'B-D Mérieux', kind: 'former', from: '1963', to: '1974-06' },
        ],
        websites: [{ url: 'http://www.biomerieux.com', from: '2007' }],
        affiliations: [{ toId: cluster.id, role: 'founder', detail: 'Industrial founder' }],
      },
    })
    expect(made).toMatchObject({
      version: 1,
      name: 'bioMérieux',
      kinds: ['company', 'partner'],
      names: [
        { name: 'BMX', kind: 'acronym', from: null },
        { name: 'B-D Mérieux', kind: 'former', from: '1963', to: '1974-06' },
      ],
      websites: [{ url: 'http://www.biomerieux.com', from: '2007', to: null }],
      affiliations: [{ toId: cluster.id, toName: 'Lyonbiopôle', role: 'founder' }],
      latitude: 45.78,
      founded: '1963',
      deletedAt: null,
      sample: false,
    })
    const seen = await api.call(read, { params: { id: cluster.id } })
    expect(seen.affiliates).toMatchObject([{ organisation: { id: made.id, name: 'bioMérieux' } }])
  })

  it('knows a name in a place only once, whatever its case, accents and width', async () => {
    await make.organisation({ name: 'Atlanpôle', town: 'Nantes' })
    for (const [name, town] of [
      ['ATLANPOLE', 'nantes'],
      ['Ａｔｌａｎｐôｌｅ', 'Nantès'],
    ] as const) {
      const twice = await refusal(make.organisation({ name, town }))
      expect(twice.problem).toMatchObject({
        status: 409,
        code: 'duplicate',
        errors: [{ path: 'name', code: 'duplicate' }],
      })
    }
    await make.organisation({ name: 'Atlanpôle', town: 'Angers' })
  })

  it('refuses references to nothing, periods that end first, and a body in its own list', async () => {
    const binned = await make.organisation()
    await api.call(remove, { params: { id: binned.id } }, { version: binned.version })
    for (const toId of [randomUUID(), binned.id]) {
      const refused = await refusal(make.organisation({ affiliations: [{ toId }] }))
      expect(refused.problem).toMatchObject({
        status: 422,
        errors: [{ path: 'affiliations.0.toId', code: 'unknown_reference' }],
      })
    }
    const backwards = await refusal(
      make.organisation({ names: [{ name: 'A' }, { name: 'B', from: '2008-03', to: '2008-02' }] }),
    )
    expect(backwards.problem).toMatchObject({ status: 422, errors: [{ path: 'names.1.to', code: 'period' }] })
    const { id, version } = await make.organisation()
    const own = await refusal(
      api.call(update, { params: { id }, body: { affiliations: [{ toId: id }] } }, { version }),
    )
    expect(own.problem).toMatchObject({ status: 422, errors: [{ path: 'affiliations', code: 'self' }] })
  })

  it('takes links to web pages only', async () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://a.fr',
      'lyonbiopole.com',
      'http://a.fr/\ud800',
    ])
      expect((await refusal(make.organisation({ websites: [{ url }] }))).problem).toMatchObject({
        status: 422,
        errors: [{ path: 'websites.0.url' }],
      })
  })
})

describe('update', () => {
  it('changes what is given, keeps rows by their id and the order asked for', async () => {
    const made = await make.organisation({
      focus: 'Cancer',
      names: [{ name: 'One' }, { name: 'Two' }, { name: 'Three' }],
    })
    const [one, , three] = made.names
    const changed = await api.call(
      update,
      { params: { id: made.id }, body: { names: [{ ...three!, name: 'III' }, { name: 'Four' }, one!] } },
      { version: made.version },
    )
    expect(changed).toMatchObject({ version: made.version + 1, focus: 'Cancer' })
    expect(changed.names.map(({ id, name }) => [id, name])).toEqual([
      [three!.id, 'III'],
      [expect.any(String), 'Four'],
      [one!.id, 'One'],
    ])
    const cleared = await api.call(
      update,
      { params: { id: made.id }, body: { focus: null, names: [] } },
      { version: changed.version },
    )
    expect(cleared).toMatchObject({ focus: null, names: [], name: made.name })
  })

  it('refuses rows of another record, and one given twice', async () => {
    const [other, made] = [
      await make.organisation({ names: [{ name: 'Other' }] }),
      await make.organisation({ names: [{ name: 'Own' }] }),
    ]
    const attempt = async (names: { id: string; name: string }[]) =>
      (
        await refusal(
          api.call(update, { params: { id: made.id }, body: { names } }, { version: made.version }),
        )
      ).problem
    const own = { id: made.names[0]!.id, name: 'Own' }
    expect(await attempt([own, { id: other.names[0]!.id, name: 'Mine now' }])).toMatchObject({
      status: 422,
      errors: [{ path: 'names.1.id', code: 'unknown_reference' }],
    })
    expect(await attempt([own, own])).toMatchObject({ errors: [{ path: 'names.1.id', code: 'duplicate' }] })
  })

  it('keeps an affiliation to a body that has gone to the bin', async () => {
    const [cluster, member] = [await make.organisation(), await make.organisation()]
    const held = await api.call(
      update,
      { params: { id: member.id }, body: { affiliations: [{ toId: cluster.id }] } },
      { version: member.version },
    )
    // Both go, the member comes back first.
    const binned = await api.call(remove, { params: { id: member.id } }, { version: held.version })
    await api.call(remove, { params: { id: cluster.id } }, { version: cluster.version })
    const back = await api.call(restore, { params: { id: binned.id } })
    const affiliations = back.affiliations.map(({ toName: _, ...affiliation }) => affiliation)
    const changed = await api.call(
      update,
      { params: { id: member.id }, body: { affiliations, focus: 'Still here' } },
      { version: back.version },
    )
    expect(changed.affiliations).toMatchObject([{ toId: cluster.id }])
  })
})

describe('remove', () => {
  it('is refused while living records depend on it, and says which', async () => {
    const [cluster, partner] = [await make.organisation(), await make.organisation()]
    const agreement = await make.agreement({
      title: 'A first',
      parties: [
        { organisationId: cluster.id, side: 'home' },
        { organisationId: partner.id, side: 'partner' },
      ],
      negotiatorId: cluster.id,
    })
    const alliance = await make.alliance({ members: [{ organisationId: cluster.id }] })
    const market = await make.market({ leads: [{ allianceId: alliance.id, organisationId: cluster.id }] })
    const member = await make.organisation({ affiliations: [{ toId: cluster.id }] })
    const person = await make.person({ at: cluster.id })
    const refused = await refusal(
      api.call(remove, { params: { id: cluster.id } }, { version: cluster.version }),
    )
    expect(refused.problem).toMatchObject({ status: 409, code: 'in_use', params: { count: 5 } })
    expect(refused.problem.blockers).toEqual([
      { noun: 'agreements', recordId: agreement.id, title: agreement.title },
      { noun: 'alliances', recordId: alliance.id, title: alliance.name },
      { noun: 'markets', recordId: market.id, title: market.name },
      { noun: 'organisations', recordId: member.id, title: member.name },
      { noun: 'people', recordId: person.id, title: person.name },
    ])
    const free = await refusal(api.call(remove, { params: { id: partner.id } }, { version: partner.version }))
    expect(free.problem.blockers).toHaveLength(1)
    await api.call(agreementRecords.remove, { params: { id: agreement.id } }, { version: agreement.version })
    await api.call(remove, { params: { id: partner.id } }, { version: partner.version })
  })

  it('lists ten of many, and counts them all', async () => {
    const cluster = await make.organisation()
    for (let n = 0; n < 12; n++) await make.person({ at: cluster.id })
    const { problem } = await refusal(
      api.call(remove, { params: { id: cluster.id } }, { version: cluster.version }),
    )
    expect(problem).toMatchObject({ code: 'in_use', params: { count: 12 } })
    expect(problem.blockers).toHaveLength(10)
  })

  it('is not taken back where another has its name by then', async () => {
    const first = await make.organisation({ name: 'Merial' })
    await api.call(remove, { params: { id: first.id } }, { version: first.version })
    await make.organisation({ name: 'MÉRIAL' })
    expect((await refusal(api.call(restore, { params: { id: first.id } }))).problem).toMatchObject({
      status: 409,
      code: 'duplicate',
    })
  })
})

describe('list', () => {
  it('narrows by kind, country, partner and scope, and counts exactly', async () => {
    const home = await make.organisation({ name: 'Scope Home', country: 'XA', kinds: ['cluster'] })
    const abroad = await make.organisation({ name: 'Scope Abroad', country: 'XB', kinds: ['public_body'] })
    const firm = await make.organisation({
      name: 'Scope Firm',
      country: 'XA',
      kinds: ['company', 'funder'],
      affiliations: [{ toId: home.id }],
    })
    const stranger = await make.organisation({ name: 'Scope Stranger', country: 'XB', kinds: ['partner'] })
    const alliance = await make.alliance({ members: [{ organisationId: home.id }] })
    const market = await make.market({ country: 'XB' })
    await make.agreement({
      allianceId: alliance.id,
      marketId: market.id,
      parties: [
        { organisationId: home.id, side: 'home' },
        { organisationId: abroad.id, side: 'partner' },
      ],
    })
    const names = async (query: Record<string, unknown>) => {
      const page = await api.call(list, { query: { q: 'scope', ...query } })
      const all = await api.call(list, { query: { limit: 200, ...query } })
      expect(all.items.length).toBe(all.total)
      expect(page.total).toBe(page.items.length)
      return page.items.map(({ name }) => name.slice(6)).sort()
    }
    expect(await names({ country: 'XA' })).toEqual(['Firm', 'Home'])
    expect(await names({ country: 'XA,XB' })).toHaveLength(4)
    expect(await names({ kind: 'funder' })).toEqual(['Firm'])
    expect(await names({ kind: 'funder,cluster' })).toEqual(['Firm', 'Home'])
    expect(await names({ kind: 'partner', country: 'XA' })).toEqual([])
    expect(await names({ partner: true })).toEqual(['Abroad', 'Stranger'])
    expect(await names({ partner: false })).toEqual(['Firm', 'Home'])
    expect(await names({ alliance: alliance.id })).toEqual(['Abroad', 'Firm', 'Home'])
    expect(await names({ cluster: home.id })).toEqual(['Abroad', 'Firm', 'Home'])
    expect(await names({ market: market.id })).toEqual(['Abroad', 'Home', 'Stranger'])
    expect(await names({ market: market.id, alliance: alliance.id, partner: true })).toEqual(['Abroad'])
    expect(await names({ alliance: randomUUID() })).toEqual([])
    const row = (await api.call(list, { query: { q: 'scope home' } })).items[0]
    expect(row).toMatchObject({
      id: home.id,
      alliances: [{ id: alliance.id, name: alliance.name }],
      agreementCount: 1,
    })
    await api.call(remove, { params: { id: firm.id } }, { version: firm.version })
    expect(await names({ country: 'XA' })).toEqual(['Home'])
    await api.call(restore, { params: { id: firm.id } })
    await api.call(
      update,
      { params: { id: stranger.id }, body: { country: 'XA' } },
      { version: stranger.version },
    )
    expect(await names({ country: 'XA' })).toEqual(['Firm', 'Home', 'Stranger'])
  })

  it('tells the alliances that each is a member of on the day', async () => {
    const body = await make.organisation({ name: 'Joined in time' })
    const joined = await make.alliance({
      name: 'Since 2007',
      starts: '2007',
      members: [{ organisationId: body.id, from: '2008-02' }],
    })
    const later = await make.alliance({
      name: 'From October',
      starts: '2008-10-24',
      members: [{ organisationId: body.id }],
    })
    const on = async (asOf?: string) =>
      (await api.call(list, { query: { q: 'joined in time', asOf } })).items[0]?.alliances.map(({ id }) => id)
    expect(await on()).toEqual([joined.id])
    expect(await on('2008-01-31')).toEqual([])
    expect(new Set(await on('2008-10-24'))).toEqual(new Set([joined.id, later.id]))
  })

  it.each(organisationSorts)('pages through every row once, by %s, with a text and without', async (sort) => {
    for (const narrowed of [{}, { q: 'organisation' }, { kind: 'cluster' }]) {
      const whole = await walked(sort, narrowed, 200)
      expect(await walked(sort, narrowed, 7)).toEqual(whole)
      expect(await walked(`-${sort}`, narrowed, 50)).toEqual([...whole].reverse())
    }
  })

  type Query = NonNullable<CallInput<typeof list>['query']>
  /** The ids of a whole list, page by page; each page must count as many. */
  async function walked(sort: NonNullable<Query['sort']>, narrowed: Query, limit: number): Promise<string[]> {
    const ids: string[] = []
    const totals = new Set<number>()
    let cursor: string | undefined
    do {
      const page = await api.call(list, { query: { ...narrowed, sort, limit, cursor } })
      ids.push(...page.items.map(({ id }) => id))
      totals.add(page.total)
      cursor = page.next ?? undefined
    } while (cursor)
    expect([...totals]).toEqual([ids.length])
    return ids
  }

  it('sorts by name without regard to case and accents, by country then name', async () => {
    for (const [name, country] of [
      ['Order Éclair', 'YB'],
      ['order eclat', 'YA'],
      ['Order Zeta', 'YA'],
      ['ORDER ECHO', null],
    ] as const)
      await make.organisation({ name, country })
    expect(await listed({ q: 'order', sort: 'name' })).toEqual([
      'ORDER ECHO',
      'Order Éclair',
      'order eclat',
      'Order Zeta',
    ])
    expect(await listed({ q: 'order', sort: 'country' })).toEqual([
      'order eclat',
      'Order Zeta',
      'Order Éclair',
      'ORDER ECHO',
    ])
  })
})
