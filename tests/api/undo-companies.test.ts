import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAccounts } from '../../src/contract/accounts.ts'
import { awardAid, listAid, removeAid } from '../../src/contract/aid.ts'
import { listCompanies, updateCompany } from '../../src/contract/companies.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { undoChange } from '../../src/contract/history.ts'
import { type OrganisationInput, organisationRecords } from '../../src/contract/organisations.ts'
import { createOwnership, removeOwnership } from '../../src/contract/ownership.ts'
import { createService } from '../../src/contract/services.ts'
import { refreshAllSmePeriods } from '../../src/server/companies/standing.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { companyMakers } from '../support/companies.ts'
import { makers } from '../support/make.ts'
import { contentOf } from '../support/tables.ts'

let api: TestApi
let ids: string[]
beforeAll(async () => {
  api = await startApi()
  const { company } = companyMakers(api)
  ids = []
  for (let n = 0; n < 3; n++) ids.push((await company({ years: n === 0 })).id)
})
afterAll(() => api.stop())

const writes = ['profile', 'accounts', 'holding', 'unhold', 'service', 'award'] as const
const step = fc.record({
  write: fc.constantFrom(...writes),
  pick: fc.nat(2),
  other: fc.nat(2),
  number: fc.nat(999),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function send(endpoint: Endpoint, input: object, version?: number): Promise<string | null> {
  const response = await api.send(endpoint, input, version === undefined ? {} : { version })
  expect(response.status).toBeLessThan(500)
  return response.headers.get('x-change-set')
}

async function carryOut({ write, pick, other, number }: Step): Promise<string | null> {
  const params = { id: ids[pick] ?? '' }
  switch (write) {
    case 'profile': {
      const { version } = await api.db
        .selectFrom('organisations')
        .select('version')
        .where('id', '=', params.id)
        .executeTakeFirstOrThrow()
      const numbers = number % 2 ? [{ scheme: 'other', value: `N${number}` }] : []
      return send(updateCompany, { params, body: { legalForm: `Form ${number}`, numbers } }, version)
    }
    case 'accounts': {
      const body = {
        closedOn: `200${number % 8}-12-31`,
        headcount: number,
        turnover: number * 10_000_000,
        balanceSheet: 1,
      }
      return send(createAccounts, { params, body })
    }
    case 'holding':
      return send(createOwnership, {
        body: {
          holderId: ids[other],
          heldId: params.id,
          capital: number % 101,
          from: number % 3 ? '2008' : null,
        },
      })
    case 'unhold': {
      const link = await api.db
        .selectFrom('ownership')
        .select(['id', 'version'])
        .orderBy('id')
        .executeTakeFirst()
      return link ? send(removeOwnership, { params: { id: link.id } }, link.version) : null
    }
    case 'service':
      return send(createService, {
        params,
        body: { kind: 'coaching', title: `Service ${number}`, starts: '2008' },
      })
    case 'award': {
      const amount = { minor: (1 + number) * 10_000, currency: 'EUR' }
      return send(awardAid, { params, body: { grantedOn: '2008-09-01', amount, reason: 'Known' } })
    }
  }
}

/** What is kept ready is what would be made anew. */
async function keptIsTrue(): Promise<void> {
  const kept = await contentOf(api.db)
  await refreshAllSmePeriods(api.db)
  await sql`select refresh_all_company_standing()`.execute(api.db)
  expect(await contentOf(api.db)).toEqual(kept)
}

it('any writes of companies, undone from their end, leave the tables as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), async (steps) => {
      const before = await contentOf(api.db)
      const made: { change: string; after: unknown }[] = []
      for (const next of steps) {
        const change = await carryOut(next)
        if (change) made.push({ change, after: await contentOf(api.db) })
      }
      await keptIsTrue()
      for (const [n, { change, after }] of [...made.entries()].reverse()) {
        const undone = await api.call(undoChange, { params: { id: change } })
        const redone = await api.call(undoChange, { params: { id: undone.id } })
        expect(await contentOf(api.db)).toEqual(after)
        await api.call(undoChange, { params: { id: redone.id } })
        expect(await contentOf(api.db)).toEqual(made[n - 1]?.after ?? before)
      }
    }),
    { numRuns: 4, seed: 20080204, endOnFailure: true },
  )
}, 240_000)

it('aid comes back by an undo only where it stays within the ceiling; what others gave comes back whatever it sums up to', async () => {
  const { company, award, declare } = companyMakers(api)
  const removed = async (id: string) => {
    const gone = await api.send(removeAid, { params: { id } }, { version: 1 })
    return { params: { id: gone.headers.get('x-change-set') ?? '' } }
  }
  const ours = await company()
  const first = await removed((await award(ours.id, '2008-01-10', 150_000)).id)
  await award(ours.id, '2008-02-10', 60_000)
  await expect(api.call(undoChange, first)).rejects.toMatchObject({ code: 'undo_blocked' })
  const theirs = await company()
  await award(theirs.id, '2008-01-10', 150_000)
  const late = await removed((await declare(theirs.id, '2008-02-10', 60_000)).id)
  await api.call(undoChange, late)
  const { items } = await api.call(listAid, { query: { organisation: theirs.id } })
  expect(items.map(({ euros }) => euros)).toEqual([6_000_000, 15_000_000])
})

it('which companies are in a cluster follows their memberships, kinds and the bin', async () => {
  const { organisation } = makers(api)
  const cluster = await organisation()
  const { id } = await organisation({ kinds: ['company'] })
  const members = async (asOf: string) =>
    (await api.call(listCompanies, { query: { of: cluster.id, asOf } })).total
  const change = async (body: Partial<OrganisationInput>) => {
    const { version } = await api.call(organisationRecords.read, { params: { id } })
    return send(organisationRecords.update, { params: { id }, body }, version)
  }
  const joined = await change({ affiliations: [{ toId: cluster.id, from: '2007', to: '2008-06' }] })
  expect([await members('2006-12-31'), await members('2007-01-01'), await members('2008-07-01')]).toEqual([
    0, 1, 0,
  ])
  await keptIsTrue()
  const other = await change({ kinds: ['research'] })
  expect(await members('2008-01-01')).toBe(0)
  await keptIsTrue()
  await api.call(undoChange, { params: { id: other ?? '' } })
  expect(await members('2008-01-01')).toBe(1)
  await api.call(undoChange, { params: { id: joined ?? '' } })
  expect(await members('2008-01-01')).toBe(0)
  await keptIsTrue()
})
