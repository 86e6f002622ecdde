import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listActs, readLedger } from '../../src/contract/acting.ts'
import { createExpense } from '../../src/contract/expenses.ts'
import { type ActKind, actKinds } from '../../src/domain/acting.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { randomWorkspace } from '../support/random-workspace.ts'

let api: TestApi
/** Three clusters in an alliance: Toulouse leads Japan, negotiates, leads the fair and pays for Lyon. */
const id: Record<string, string> = {}
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  for (const name of ['Toulouse', 'Lyon', 'Strasbourg'])
    id[name] = (await make.organisation({ name, kinds: ['cluster'] })).id
  const [toulouse, lyon, strasbourg] = [id.Toulouse ?? '', id.Lyon ?? '', id.Strasbourg ?? '']
  const members = [toulouse, lyon, strasbourg].map((organisationId) => ({ organisationId }))
  const alliance = await make.alliance({ name: 'Corridor', starts: '2007', ends: '2010', members })
  id.Corridor = alliance.id
  const japan = await make.market({
    name: 'Japan',
    leads: [{ allianceId: alliance.id, organisationId: toulouse, from: '2007-12-04' }],
  })
  id.Japan = japan.id
  const shared = { allianceId: alliance.id, marketId: japan.id }
  const partner = (await make.organisation({ kinds: ['partner'] })).id
  const home = [toulouse, lyon, strasbourg].map((organisationId) => ({
    organisationId,
    side: 'home' as const,
  }))
  const parties = [...home, { organisationId: partner, side: 'partner' as const }]
  await make.agreement({ ...shared, title: 'Kansai', negotiatorId: toulouse, parties })
  // Nobody else has anything of this one.
  await make.agreement({ ...shared, title: 'Alone', negotiatorId: lyon, parties: parties.slice(1, 2) })
  const fair = await make.mission({
    ...shared,
    title: 'Fair',
    starts: '2008-03-10',
    bodies: [
      { organisationId: toulouse, role: 'lead' },
      { organisationId: strasbourg, role: 'participant' },
    ],
  })
  const came = (clusterId: string) =>
    make.participation({
      missionId: fair.id,
      clusterId,
      state: 'attended',
      since: '2008-03-10',
      reason: 'It came.',
    })
  await came(lyon)
  await came(lyon)
  await came(toulouse)
  const paid = { payerId: toulouse, paidOn: '2008-04-01', missionId: fair.id }
  for (const beneficiaryId of [lyon, toulouse])
    await api.call(createExpense, {
      body: {
        ...paid,
        title: 'Stand',
        beneficiaryId,
        amount: { minor: 120_000, currency: 'EUR' },
        vatMinor: 20_000,
        vatRecoverable: true,
      },
    })
})
afterAll(() => api.stop())

const ledger = async (query: object = {}) => {
  const { clusters, total } = await api.call(readLedger, { query })
  const counts = (done: Record<ActKind, { count: number }>) => actKinds.map((kind) => done[kind].count)
  return {
    total: counts(total),
    ...Object.fromEntries(
      clusters.map(({ cluster, gave, got }) => [cluster.name, { gave: counts(gave), got: counts(got) }]),
    ),
  }
}

describe('the ledger of acting for all', () => {
  it('counts what each gave and got: markets led, agreements, missions, expenses, companies', async () => {
    expect(await ledger()).toEqual({
      total: [1, 1, 1, 1, 2],
      Lyon: { gave: [0, 0, 0, 0, 0], got: [1, 1, 1, 1, 2] },
      Strasbourg: { gave: [0, 0, 0, 0, 0], got: [1, 1, 1, 0, 0] },
      Toulouse: { gave: [1, 1, 1, 1, 2], got: [0, 0, 0, 0, 0] },
    })
  })

  it('is of the day: nothing led, paid or taken along before', async () => {
    expect(await ledger({ asOf: '2007-06-01' })).toMatchObject({ total: [0, 1, 1, 0, 0] })
    expect(await ledger({ asOf: '2008-03-12' })).toMatchObject({ total: [1, 1, 1, 0, 2] })
  })

  it('says what was paid for another, without VAT that comes back', async () => {
    const { total } = await api.call(readLedger, {})
    expect(total.expense.sums).toEqual([{ currency: 'EUR', minor: 100_000 }])
    const { items } = await api.call(listActs, { query: { kind: 'expense' } })
    expect(items).toMatchObject([
      {
        title: 'Stand',
        by: { name: 'Toulouse' },
        for: [{ name: 'Lyon' }],
        noun: 'expenses',
        on: '2008-04-01',
      },
    ])
  })

  it('is told of one cluster, with what it gave and what it got', async () => {
    expect(Object.keys(await ledger({ cluster: id.Lyon }))).toEqual(['total', 'Lyon'])
  })
})

describe('every number equals the list that it opens', () => {
  let other: TestApi
  let world: Awaited<ReturnType<typeof randomWorkspace>>
  beforeAll(async () => {
    other = await startApi()
    world = await randomWorkspace(other, 7)
  })
  afterAll(() => other.stop())

  it('in random scopes and days', async () => {
    const { luck, clusters, alliances, markets } = world
    let told = 0
    for (let round = 0; round < 3; round++) {
      const scope = {
        asOf: round === 0 ? '2011-12-31' : luck.day(),
        ...(luck.chance(0.4) ? { alliance: luck.one(alliances).id } : {}),
        ...(luck.chance(0.4) ? { market: luck.one(markets).id } : {}),
        ...(luck.chance(0.3) ? { cluster: luck.one(clusters).id } : {}),
      }
      const held = await other.call(readLedger, { query: scope })
      const count = async (query: object) => {
        const { total } = await other.call(listActs, { query: { ...scope, ...query, limit: 1 } })
        told += total
        return total
      }
      for (const kind of actKinds) {
        expect(held.total[kind].count).toBe(await count({ kind }))
        for (const { cluster, gave, got } of held.clusters) {
          expect(gave[kind].count).toBe(await count({ kind, by: cluster.id }))
          expect(got[kind].count).toBe(await count({ kind, for: cluster.id }))
        }
      }
    }
    expect(told).toBeGreaterThan(0)
  })
})
