import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftClaim } from '../../src/contract/claims.ts'
import { type GrantInput, grantRecords } from '../../src/contract/grants.ts'
import { readOverview } from '../../src/contract/overview.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { grantMakers } from '../support/grants.ts'

let api: TestApi
let make: ReturnType<typeof grantMakers>
beforeAll(async () => {
  api = await startApi({ clock: '2008-09-15' })
  make = grantMakers(api)
})
afterAll(() => api.stop())

/** A grant of an alliance of its own, which narrows the overview to it, and its needs of a day. */
async function world(fields: Partial<GrantInput> = {}) {
  const alliance = await make.alliance()
  const grant = await make.grant({ allianceId: alliance.id, title: 'Alps', ...fields })
  const overview = (asOf: string) => api.call(readOverview, { query: { asOf, alliance: alliance.id } })
  return {
    grant,
    overview,
    needs: async (asOf: string) =>
      (await overview(asOf)).needs.map(({ noun: _, taskId: __, ...need }) => need),
  }
}
const need = (recordId: string, rest: object) => ({
  recordId,
  title: 'Alps',
  detail: null,
  on: null,
  count: null,
  ...rest,
})

describe('what grants need', () => {
  test('is attention to lines over their budget, now or by the forecast, and to what has no receipt', async () => {
    const { grant, overview, needs } = await world()
    const { lines } = await make.budget(grant.id, [
      { category: 'travel', minor: 10_000 },
      { category: 'events', minor: 10_000 },
      { category: 'other', minor: 80_000 },
    ])
    const on = (n: number, more: object) =>
      make.expense({ shares: [{ grantId: grant.id, lineId: lines[n]?.id ?? '', bp: 10_000 }], ...more })
    await on(0, { amount: { minor: 10_400, currency: 'EUR' } })
    await on(1, { amount: { minor: 10_300, currency: 'EUR' }, plannedOn: '2008-02-01' })
    expect(await needs('2008-02-03')).toEqual([
      need(grant.id, {
        kind: 'forecast_over_budget',
        count: 1,
        amount: { minor: 300, currency: 'EUR' },
      }),
    ])
    expect(await needs('2008-02-04')).toEqual([
      need(grant.id, { kind: 'line_overspent', count: 1, amount: { minor: 400, currency: 'EUR' } }),
      need(grant.id, { kind: 'forecast_over_budget', count: 1, amount: { minor: 300, currency: 'EUR' } }),
      need(grant.id, { kind: 'missing_receipt', count: 1 }),
    ])
    expect((await overview('2008-02-04')).needCount).toBe(3)
  })

  test('is money before it is lost, and expenses of days that don’t count', async () => {
    const { grant, needs } = await world()
    await make.budget(grant.id, [{ category: 'other', minor: 100_000 }])
    // 147 of 731 days are 20.1%.
    expect(await needs('2008-05-25')).toEqual([])
    expect(await needs('2008-05-27')).toEqual([
      need(grant.id, { kind: 'underspend_risk', amount: { minor: 100_000, currency: 'EUR' } }),
    ])
    await make.expense({
      shares: [{ grantId: grant.id, bp: 10_000 }],
      amount: { minor: 1, currency: 'EUR' },
      plannedOn: '2007-12-31',
    })
    expect(await needs('2007-12-31')).toEqual([need(grant.id, { kind: 'outside_period', count: 1 })])
  })

  test('is a claim, by its day among the days of all else; nothing once the books are closed', async () => {
    const claimPeriods = [{ from: '2008-01-01', to: '2008-06-30', due: '2008-07-31' }]
    const { grant, needs } = await world({ rules: { claimPeriods } })
    expect(await needs('2008-06-30')).toEqual([])
    const due = need(grant.id, { kind: 'claim_due', on: '2008-07-31', count: 1 })
    expect(await needs('2008-07-01')).toEqual([due])
    await api.call(draftClaim, {
      params: { id: grant.id },
      body: { from: '2008-01-01', to: '2008-06-30', dueOn: '2008-08-15' },
    })
    expect(await needs('2008-07-20')).toEqual([{ ...due, on: '2008-08-15' }])
    const body = { closedOn: '2008-08-01' }
    await api.call(
      grantRecords.update,
      { params: { id: grant.id }, body },
      { version: await make.versionOf(grant.id) },
    )
    expect(await needs('2008-07-31')).toHaveLength(1)
    expect(await needs('2008-08-01')).toEqual([])
  })
})

describe('the claims on the timeline', () => {
  test('are those due some day and those handed in, of the years around', async () => {
    const claimPeriods = [
      { from: '2007-01-01', to: '2007-06-30', due: '2007-08-31' },
      { from: '2008-01-01', to: '2008-06-30', due: '2008-08-31' },
      { from: '2011-01-01', to: '2011-06-30', due: '2011-08-31' },
    ]
    const { grant, overview } = await world({ rules: { claimPeriods } })
    const claims = async (asOf: string) =>
      (await overview(asOf)).timeline.filter(({ noun }) => noun === 'claims')
    expect(await claims('2008-09-15')).toEqual([
      {
        noun: 'claims',
        id: grant.id,
        title: 'Alps',
        starts: '2007-01-01',
        ends: '2008-08-31',
        claims: claimPeriods.slice(0, 2).map((period) => ({ ...period, submittedOn: null })),
      },
    ])
    expect(await claims('2004-09-15')).toEqual([])
  })
})
