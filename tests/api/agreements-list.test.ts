import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AgreementInput,
  type AgreementRow,
  agreementRecords,
  agreementSorts,
} from '../../src/contract/agreements.ts'
import type { CallInput } from '../../src/contract/endpoint.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { problemOf, startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

type Query = NonNullable<CallInput<typeof agreementRecords.list>['query']>

let api: TestApi
const ids: Record<string, string> = {}

/** Nine agreements of one alliance and market, each in a status of its own on 15 September 2008. */
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const [lyon, toulouse, kansai] = [
    await make.organisation({ name: 'Lyonbiopôle' }),
    await make.organisation({ name: 'Cancer-Bio-Santé' }),
    await make.organisation({ name: 'Kansai Bio Promotion Council', kinds: ['partner'] }),
  ]
  const alliance = await make.alliance({
    members: [lyon, toulouse].map((body) => ({ organisationId: body.id })),
  })
  const [japan, canada] = [await make.market({ name: 'Japan' }), await make.market({ name: 'Canada' })]
  Object.assign(ids, {
    lyon: lyon.id,
    toulouse: toulouse.id,
    kansai: kansai.id,
    alliance: alliance.id,
    japan: japan.id,
    canada: canada.id,
  })
  const parties = [
    { organisationId: lyon.id, side: 'home' as const },
    { organisationId: kansai.id, side: 'partner' as const },
  ]
  const add = (title: string, fields: Partial<AgreementInput> = {}) =>
    make.agreement({ title, allianceId: alliance.id, marketId: japan.id, parties, ...fields })
  const verbs = agreementVerbs(api)
  const signed = async (title: string, on: string, fields: Partial<AgreementInput>) =>
    verbs.sign(await add(title, fields), on)
  await add('Prospect', {
    marketId: canada.id,
    negotiatorId: toulouse.id,
    parties: parties.slice(1),
    type: 'nda',
  })
  await add('Negotiation', { stage: 'negotiation', targetSignature: '2008-06' })
  await add('Drafting', { stage: 'drafting', targetSignature: '2008-10', allianceId: null, marketId: null })
  await signed('Signed', '2008-09-01', { starts: '2009' })
  await signed('Active', '2008-02-04', { starts: '2008', ends: '2010' })
  await signed('Expiring', '2008-01-04', { ends: '2008' })
  await signed('Expired', '2007-01-04', { ends: '2007' })
  const old = await signed('Renewed', '2007-02-04', { ends: '2008' })
  await verbs.sign(await verbs.renew(old, { title: 'Successor', starts: '2009', ends: '2012' }), '2008-08-01')
  await verbs.abandon(await add('Abandoned'), '2008-05-01')
  await verbs.terminate(await signed('Terminated', '2008-02-05', {}), '2008-05-01')
  const binned = await add('Binned')
  await api.call(agreementRecords.remove, { params: { id: binned.id } }, { version: binned.version })
})
afterAll(() => api.stop())

const list = (query: Query = {}) => api.call(agreementRecords.list, { query })
const titles = async (query: Query = {}) => (await list(query)).items.map((row) => row.title)

const everything = [
  'Abandoned',
  'Active',
  'Drafting',
  'Expired',
  'Expiring',
  'Negotiation',
  'Prospect',
  'Renewed',
  'Signed',
  'Successor',
  'Terminated',
]

it('gives all that are not in the bin, by title', async () => {
  const page = await list()
  expect(page.items.map((row) => row.title)).toEqual(everything)
  expect(page).toMatchObject({ total: 11, next: null })
})

it('gives what a row needs', async () => {
  const [row] = (await list({ q: 'Active' })).items
  expect(row).toMatchObject({
    title: 'Active',
    type: 'mou',
    status: 'active',
    overdue: false,
    alliance: { id: ids.alliance },
    market: { name: 'Japan' },
    negotiator: null,
    parties: [
      { id: ids.lyon, name: 'Lyonbiopôle', side: 'home' },
      { id: ids.kansai, name: 'Kansai Bio Promotion Council', side: 'partner' },
    ],
    starts: '2008',
    ends: '2010',
    signedOn: '2008-02-04',
    signedCount: 2,
    requiredCount: 2,
    abandonedOn: null,
    terminatedOn: null,
    sample: false,
  })
})

describe('filters', () => {
  it.each([
    ['prospect', ['Prospect']],
    ['negotiation', ['Negotiation']],
    ['drafting', ['Drafting']],
    ['signed', ['Signed', 'Successor']],
    ['active', ['Active']],
    ['expiring', ['Expiring']],
    ['expired', ['Expired']],
    ['renewed', ['Renewed']],
    ['abandoned', ['Abandoned']],
    ['terminated', ['Terminated']],
    ['active,expiring', ['Active', 'Expiring']],
  ])('status %s', async (status, found) => {
    const page = await list({ status })
    expect(page.items.map((row) => row.title)).toEqual(found)
    expect(page.total).toBe(found.length)
  })

  it('derives statuses as of the day', async () => {
    expect(await titles({ status: 'active', asOf: '2008-04-01' })).toEqual([
      'Active',
      'Expiring',
      'Renewed',
      'Terminated',
    ])
    expect((await list({ asOf: '2008-02-04', q: 'Terminated' })).items[0]).toMatchObject({
      status: 'prospect',
      signedCount: 0,
      signedOn: '2008-02-05',
    })
  })

  it.each([
    [{ type: 'nda' }, ['Prospect']],
    [{ overdue: true }, ['Negotiation']],
    [{ overdue: 'false', status: 'negotiation,drafting' }, ['Drafting']],
    [{ signable: true }, ['Drafting', 'Negotiation', 'Prospect']],
    [{ market: 'canada' }, ['Prospect']],
    [{ cluster: 'toulouse' }, ['Prospect']],
    [{ cluster: 'lyon', status: 'drafting' }, ['Drafting']],
    [{ party: 'toulouse' }, []],
    [{ party: 'lyon', type: 'mou', status: 'negotiation' }, ['Negotiation']],
    [{ alliance: 'alliance', signable: true }, ['Negotiation', 'Prospect']],
    [{ q: 'kansai promotion', status: 'prospect' }, ['Prospect']],
    [{ q: 'lyonbiopole', overdue: true }, ['Negotiation']],
    [{ q: 'terminatd' }, ['Terminated']],
    [{ q: '%' }, []],
  ] as const)('%o', async (query, found) => {
    const named = Object.entries(query).map(([key, value]) => [key, ids[String(value)] ?? value])
    const page = await list(Object.fromEntries(named))
    expect(page.items.map((row) => row.title)).toEqual(found)
    expect(page.total).toBe(found.length)
  })

  it('leaves out of signable exactly what can’t be signed', async () => {
    expect(await titles({ signable: false })).toEqual(
      everything.filter((title) => !['Drafting', 'Negotiation', 'Prospect'].includes(title)),
    )
  })

  it.each([
    [{ status: 'signd' }, 'status.0'],
    [{ overdue: 'perhaps' }, 'overdue'],
    [{ limit: 1000 }, 'limit'],
    [{ sort: 'colour' }, 'sort'],
    [{ party: 'x' }, 'party'],
    [{ cursor: 'x' }, 'cursor'],
    [{ asOf: '2008-13-01' }, 'asOf'],
  ])('refuses %o', async (query, path) => {
    const problem = await problemOf(await api.send(agreementRecords.list, { query }))
    expect(problem).toMatchObject({ status: 422, errors: [{ path }] })
  })
})

describe('order', () => {
  it('puts statuses in the order of life', async () => {
    const rows = (await list({ sort: 'status' })).items
    expect(rows.map((row) => row.status)).toEqual([
      'prospect',
      'negotiation',
      'drafting',
      'signed',
      'signed',
      'active',
      'expiring',
      'expired',
      'renewed',
      'abandoned',
      'terminated',
    ])
  })

  it.each([
    ['signedOn', (row: AgreementRow) => row.signedOn],
    ['targetSignature', (row: AgreementRow) => row.targetSignature],
    ['ends', (row: AgreementRow) => row.ends],
    ['market', (row: AgreementRow) => row.market?.name ?? null],
  ] as const)('puts what has no %s last, either way', async (sort, shownOf) => {
    const up = (await list({ sort })).items.map(shownOf)
    const known = up.filter((value) => value !== null)
    expect(up).toEqual([...known.toSorted(), ...up.filter((value) => value === null)])
    const down = (await list({ sort: `-${sort}` })).items.map(shownOf)
    expect(down).toEqual([...known.toSorted().toReversed(), ...up.filter((value) => value === null)])
  })

  it.each(agreementSorts.flatMap((key) => [key, `-${key}`] as const))(
    'by %s gives the same whole in pages',
    async (sort) => {
      const whole = (await list({ sort })).items.map((row) => row.id)
      const inPages: string[] = []
      let cursor: string | undefined
      do {
        const page = await list({ sort, limit: 2, cursor })
        expect(page.total).toBe(11)
        inPages.push(...page.items.map((row) => row.id))
        cursor = page.next ?? undefined
      } while (cursor)
      expect(inPages).toEqual(whole)
      expect(new Set(whole).size).toBe(11)
    },
  )

  it('refuses the cursor of another order', async () => {
    const { next } = await list({ sort: 'ends', limit: 2 })
    const answer = await api.send(agreementRecords.list, { query: { sort: 'title', cursor: next } })
    expect((await problemOf(answer)).errors?.[0]?.path).toBe('cursor')
  })
})
