import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  adoptVersion,
  type BudgetLine,
  beginVersion,
  budgetEndpoints,
  checkTransfer,
  dropTransfer,
  dropVersion,
  makeTransfer,
  readBudget,
  readBurn,
  readPosition,
  storeLines,
} from '../../src/contract/budget.ts'
import { updateExpense } from '../../src/contract/expenses.ts'
import { grantRecords, readBalances } from '../../src/contract/grants.ts'
import { undoChange } from '../../src/contract/history.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { grantMakers } from '../support/grants.ts'

let api: TestApi
let make: ReturnType<typeof grantMakers>
beforeAll(async () => {
  api = await startApi()
  make = grantMakers(api)
})
afterAll(() => api.stop())

const travel = { category: 'travel', name: 'Travel', minor: 1_000_000 }
const events = { category: 'events', name: 'Stands', minor: 500_000 }
const byName = (lines: readonly BudgetLine[]) => Object.fromEntries(lines.map((line) => [line.name, line]))

describe('who may', () => {
  it.each(budgetEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s: nobody unknown, viewers only look, and 404 where there is none',
    async (_, endpoint) => {
      const id = randomUUID()
      const params = { id, versionId: id, transferId: id }
      const query = { fromLineId: id, toLineId: id, minor: 1, on: '2008-02-04' }
      const bodies: Record<string, unknown> = {
        'budget.begin': {},
        'budget.store': { lines: [] },
        'budget.adopt': { on: '2008-02-04' },
        'budget.transfer': query,
      }
      const asks = endpoint.id === 'budget.check-transfer'
      const input = { params, query: asks ? query : undefined, body: bodies[endpoint.id] }
      expect((await api.send(endpoint, input, { actor: null, version: 1 })).status).toBe(401)
      const looking = await api.send(endpoint, input, { actor: viewer, version: 1 })
      expect(looking.status).toBe(endpoint.access === 'read' ? 404 : 403)
      expect((await api.send(endpoint, input, { version: 1 })).status).toBe(404)
    },
  )
})

describe('versions', () => {
  it('counts once it is adopted, and an amendment takes in what was moved', async () => {
    const { id } = await make.grant()
    const first = await make.budget(id, [travel, events])
    expect(first).toMatchObject({ total: 1_500_000, inForceId: first.versions[0]?.id })
    const lines = byName(first.lines)
    const moved = await api.call(
      makeTransfer,
      {
        params: { id },
        body: {
          fromLineId: lines.Travel?.id ?? '',
          toLineId: lines.Stands?.id ?? '',
          minor: 100_000,
          on: '2008-03-01',
        },
      },
      { version: first.version },
    )
    expect(byName(moved.lines)).toMatchObject({ Travel: { budget: 900_000 }, Stands: { budget: 600_000 } })
    const begun = await api.call(
      beginVersion,
      { params: { id }, body: { title: 'Avenant 1' } },
      { version: moved.version },
    )
    const draft = begun.versions.at(-1)
    expect(draft).toMatchObject({ kind: 'amendment', adoptedOn: null, total: 1_500_000 })
    const params = { id, versionId: draft?.id ?? '' }
    const stored = await api.call(
      storeLines,
      {
        params,
        body: {
          lines: [
            { id: lines.Travel?.id, category: 'travel', name: 'Travel', minor: 800_000 },
            { id: lines.Stands?.id, category: 'events', name: 'Stands', minor: 600_000 },
            { category: 'personnel', name: 'Manager', minor: 100_000 },
          ],
        },
      },
      { version: begun.version },
    )
    expect(stored.total).toBe(1_500_000)
    expect(byName(stored.lines)).toMatchObject({ Manager: { budget: 0 } })
    const early = { params, body: { on: '2008-02-01' } }
    await expect(api.call(adoptVersion, early, { version: stored.version })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'on', code: 'before_last_version' }] },
    })
    const adopted = await api.call(
      adoptVersion,
      { params, body: { on: '2008-06-01' } },
      { version: stored.version },
    )
    expect(byName(adopted.lines)).toMatchObject({ Travel: { budget: 800_000 }, Manager: { budget: 100_000 } })
    const before = await api.call(readBudget, { params: { id }, query: { asOf: '2008-04-01' } })
    expect(byName(before.lines)).toMatchObject({ Travel: { budget: 900_000 }, Manager: { budget: 0 } })
    const earlier = await api.call(readBudget, { params: { id }, query: { asOf: '2008-02-01' } })
    expect(byName(earlier.lines)).toMatchObject({ Travel: { budget: 1_000_000 } })
    await expect(
      api.call(storeLines, { params, body: { lines: [] } }, { version: adopted.version }),
    ).rejects.toMatchObject({ status: 409, code: 'budget_adopted' })
    await expect(
      api.call(
        dropTransfer,
        { params: { id, transferId: moved.transfers[0]?.id ?? '' } },
        { version: adopted.version },
      ),
    ).rejects.toMatchObject({ status: 409, code: 'budget_superseded' })
  })

  it('has one draft at a time, which can be thrown away and brought back', async () => {
    const { id, version } = await make.grant()
    const begun = await api.call(beginVersion, { params: { id }, body: {} }, { version })
    await expect(
      api.call(beginVersion, { params: { id }, body: {} }, { version: begun.version }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'budget_draft_open',
    })
    await expect(api.call(beginVersion, { params: { id }, body: {} }, { version })).rejects.toMatchObject({
      status: 412,
      problem: { current: { version: begun.version } },
    })
    const versionId = begun.versions[0]?.id ?? ''
    await expect(
      api.call(
        adoptVersion,
        { params: { id, versionId }, body: { on: '2008-01-01' } },
        { version: begun.version },
      ),
    ).rejects.toMatchObject({ status: 409, code: 'budget_without_lines' })
    const stored = await api.call(
      storeLines,
      { params: { id, versionId }, body: { lines: [travel, events] } },
      { version: begun.version },
    )
    const answer = await api.send(dropVersion, { params: { id, versionId } }, { version: stored.version })
    expect(await answer.json()).toMatchObject({ versions: [], lines: [] })
    await api.call(undoChange, { params: { id: answer.headers.get('x-change-set') ?? '' } })
    const back = await api.call(readBudget, { params: { id } })
    expect(back.lines.map(({ name, amounts }) => [name, amounts[0]?.minor])).toEqual([
      ['Travel', 1_000_000],
      ['Stands', 500_000],
    ])
  })

  it('names what is wrong in the matrix, cell by cell', async () => {
    const { id, version } = await make.grant()
    const { versions, version: seen } = await api.call(
      beginVersion,
      { params: { id }, body: {} },
      { version },
    )
    const params = { id, versionId: versions[0]?.id ?? '' }
    const lines = [
      { ...travel, category: 'yachts' },
      { ...travel, clusterId: randomUUID() },
      { ...travel, id: randomUUID() },
    ]
    await expect(api.call(storeLines, { params, body: { lines } }, { version: seen })).rejects.toMatchObject({
      status: 422,
      problem: {
        errors: [
          { path: 'lines.0.category', code: 'unknown_category' },
          { path: 'lines.2.id', code: 'unknown_reference' },
        ],
      },
    })
    await expect(
      api.call(storeLines, { params, body: { lines: [lines[1] ?? travel] } }, { version: seen }),
    ).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'lines.0.clusterId', code: 'unknown_reference' }] },
    })
  })
})

describe('transfers', () => {
  it('go to 10% of the heading that increases; past it a reason is asked for and kept', async () => {
    const { id } = await make.grant({ rules: { transfer: { kind: 'heading_increase', bp: 1000 } } })
    const { lines, version } = await make.budget(id, [travel, events])
    const { Travel, Stands } = byName(lines)
    const move = { fromLineId: Travel?.id ?? '', toLineId: Stands?.id ?? '', on: '2008-02-04' }
    const check = (minor: number) => api.call(checkTransfer, { params: { id }, query: { ...move, minor } })
    expect(await check(50_000)).toMatchObject({
      verdict: 'allowed',
      base: 500_000,
      limit: 50_000,
      after: 50_000,
      over: 0,
    })
    expect(await check(50_001)).toMatchObject({ verdict: 'warn', over: 1, about: 'events' })
    const done = await api.call(
      makeTransfer,
      { params: { id }, body: { ...move, minor: 50_000 } },
      { version },
    )
    const more = { params: { id }, body: { ...move, minor: 1 } }
    await expect(api.call(makeTransfer, more, { version: done.version })).rejects.toMatchObject({
      status: 422,
      code: 'reason_required',
    })
    const forced = await api.call(
      makeTransfer,
      { ...more, body: { ...more.body, reason: 'Agreed by telephone' } },
      { version: done.version },
    )
    const last = forced.transfers.find(({ reason }) => reason !== null)
    expect(last).toMatchObject({
      reason: 'Agreed by telephone',
      verdict: { verdict: 'warn', over: 1 },
    })
    const gone = await api.call(
      dropTransfer,
      { params: { id, transferId: last?.id ?? '' } },
      { version: forced.version },
    )
    expect(gone.transfers).toHaveLength(1)
  })

  it('never move more than the line holds, nor before there is a budget', async () => {
    const { id } = await make.grant()
    const { lines, version } = await make.budget(id, [travel, events])
    const { Travel, Stands } = byName(lines)
    const move = {
      fromLineId: Travel?.id ?? '',
      toLineId: Stands?.id ?? '',
      minor: 1_000_001,
      on: '2008-02-04',
    }
    await expect(api.call(makeTransfer, { params: { id }, body: move }, { version })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'minor', code: 'more_than_line', params: { held: 1_000_000 } }] },
    })
    const early = { ...move, minor: 1, on: '2007-12-31' }
    await expect(api.call(makeTransfer, { params: { id }, body: early }, { version })).rejects.toMatchObject({
      status: 409,
      code: 'budget_not_adopted',
    })
  })
})

describe('the position', () => {
  it('tells of any day what is planned, committed, paid and left, per line and by each dimension', async () => {
    const [cbs, lyon] = [await make.organisation({ name: 'CBS' }), await make.organisation({ name: 'Lyon' })]
    const state = await make.organisation({ name: 'State', kinds: ['funder'] })
    const { id } = await make.grant({
      funders: [{ organisationId: state.id, kind: 'national', share: { kind: 'share', bp: 7600 } }],
    })
    const { lines } = await make.budget(id, [
      { ...travel, clusterId: cbs.id },
      { ...events, clusterId: lyon.id },
    ])
    const { Travel, Stands } = byName(lines)
    const against = (lineId = '', bp = 10_000) => [{ grantId: id, lineId, bp }]
    const order = await make.expense({
      title: 'Order',
      amount: { minor: 300_000, currency: 'EUR' },
      committedOn: '2008-03-01',
      shares: against(Stands?.id),
    })
    await make.expense({
      title: 'Invoice',
      amount: { minor: 100_000, currency: 'EUR' },
      paidOn: '2008-05-01',
      partOfId: order.id,
      payerId: cbs.id,
      beneficiaryId: lyon.id,
      shares: against(Stands?.id),
    })
    await make.expense({
      title: 'Flights',
      amount: { minor: 40_000, currency: 'USD' },
      paidOn: '2008-02-04',
      shares: against(Travel?.id, 5000),
    })
    await make.expense({
      title: 'Hotel',
      amount: { minor: 2_000_000, currency: 'EUR' },
      plannedOn: '2008-01-10',
      expectedOn: '2008-10-15',
      shares: against(Travel?.id, 5000),
    })
    const on = (asOf: string) => api.call(readPosition, { params: { id }, query: { asOf } })
    // $200 at 1.4829 are €134.87.
    expect((await on('2008-02-04')).total).toMatchObject({ planned: 1_000_000, committed: 0, paid: 13_487 })
    expect((await on('2008-03-01')).total).toMatchObject({ committed: 300_000, paid: 13_487, expenses: 3 })
    const may = await on('2008-05-01')
    expect(may.total).toMatchObject({
      budget: 1_500_000,
      planned: 1_000_000,
      committed: 200_000,
      paid: 113_487,
      available: 1_186_513,
      forecast: 1_313_487,
      spentBp: 756,
    })
    expect(may.lines.map(({ name, figures }) => [name, figures.available])).toEqual([
      ['Travel', 986_513],
      ['Stands', 200_000],
    ])
    const sums = may.rollUps.map(({ by, name, figures }) => [by, name, figures.paid])
    expect(sums).toEqual([
      ['category', null, 13_487],
      ['category', null, 100_000],
      ['cluster', 'CBS', 13_487],
      ['cluster', 'Lyon', 100_000],
      ['funder', 'State', 86_250],
      ['funder', null, 27_237],
    ])
    expect(may.alerts.map(({ kind }) => kind)).toEqual(['forecast_over_budget', 'missing_receipt'])
    expect(may.exposure).toEqual([
      expect.objectContaining({ currency: 'EUR', minor: 1_000_000, amount: 1_000_000 }),
      expect.objectContaining({ currency: 'EUR', minor: 200_000, amount: 200_000 }),
    ])
    expect((await on('2009-06-30')).alerts.map(({ kind }) => kind)).toContain('underspend_risk')
    const { points } = await api.call(readBurn, { params: { id }, query: { asOf: '2008-05-01' } })
    expect(points.find(({ day }) => day === '2008-03-31')).toMatchObject({ paid: 13_487, committed: 300_000 })
    expect(points.find(({ day }) => day === '2008-05-01')).toMatchObject({
      paid: 113_487,
      committed: 200_000,
      future: false,
    })
    expect(points.find(({ day }) => day === '2008-10-31')).toMatchObject({
      forecast: 1_113_487,
      future: true,
    })
    expect(points.at(-1)).toMatchObject({ day: '2009-12-31', forecast: 1_313_487, elapsedBp: 10_000 })
    expect(await api.call(readBalances, { params: { id }, query: { asOf: '2008-05-01' } })).toMatchObject({
      paidFor: [{ payer: { name: 'CBS' }, beneficiary: { name: 'Lyon' }, minor: 100_000, expenses: 1 }],
      settlements: [{ from: { name: 'Lyon' }, to: { name: 'CBS' }, minor: 100_000 }],
    })
  })

  it('forgets an order that is cancelled, and remembers it of the days before', async () => {
    const { id } = await make.grant()
    const shares = [{ grantId: id, bp: 10_000 }]
    const order = await make.expense({ committedOn: '2008-03-01', shares })
    await api.call(
      updateExpense,
      { params: { id: order.id }, body: { cancelledOn: '2008-04-01' } },
      { version: order.version },
    )
    const committed = async (asOf: string) =>
      (await api.call(readPosition, { params: { id }, query: { asOf } })).total.committed
    expect([await committed('2008-03-31'), await committed('2008-04-01')]).toEqual([10_000, 0])
  })
})

describe('a grant', () => {
  it('€1,862,505 at 76% are €1,415,503.80, and €447,001.20 are left', async () => {
    const eu = await make.organisation({ name: 'European Commission', kinds: ['funder'] })
    const region = await make.organisation({ name: 'Rhône-Alpes', kinds: ['funder'] })
    const made = await make.grant({
      total: { kind: 'exact', minor: 186_250_500 },
      funders: [
        { organisationId: eu.id, kind: 'eu_direct', share: { kind: 'share', bp: 7600 } },
        { organisationId: region.id, kind: 'regional' },
      ],
    })
    expect(made.funders.map(({ contribution }) => contribution)).toEqual([141_550_380, null])
    expect(made.uncovered).toBe(44_700_120)
  })

  it('refuses shares over the whole, unknown currencies and what is used', async () => {
    const funder = await make.organisation()
    const two = await make.organisation()
    const share = { kind: 'share' as const, bp: 6000 }
    await expect(
      make.grant({
        currency: 'XQX',
        funders: [
          { organisationId: funder.id, share },
          { organisationId: two.id, share },
        ],
      }),
    ).rejects.toMatchObject({
      status: 422,
      problem: {
        errors: [
          { path: 'currency', code: 'unknown_currency' },
          { path: 'funders', code: 'over_whole' },
        ],
      },
    })
    const gives = [
      { organisationId: funder.id, share: { kind: 'share' as const, bp: 7600 } },
      { organisationId: two.id, share: { kind: 'amount' as const, minor: 3_000_000 } },
    ]
    const beyond = (path: string) => ({
      status: 422,
      problem: { errors: [{ path, code: 'beyond_total', params: { minor: 599_988, currency: 'EUR' } }] },
    })
    const total = { kind: 'exact' as const, minor: 10_000_050 }
    await expect(make.grant({ total, funders: gives })).rejects.toMatchObject(beyond('funders'))
    const least = await make.grant({ total: { ...total, kind: 'at_least' }, funders: gives })
    await expect(
      api.call(
        grantRecords.update,
        { params: { id: least.id }, body: { total } },
        { version: least.version },
      ),
    ).rejects.toMatchObject(beyond('total'))
    const { id } = await make.grant()
    const { version } = await make.budget(id, [travel])
    const body = { currency: 'CHF', rules: { categories: [{ key: 'personnel' }] } }
    await expect(api.call(grantRecords.update, { params: { id }, body }, { version })).rejects.toMatchObject({
      problem: {
        errors: [
          { path: 'currency', code: 'currency_in_use' },
          { path: 'rules.categories', code: 'category_in_use' },
        ],
      },
    })
  })
})
