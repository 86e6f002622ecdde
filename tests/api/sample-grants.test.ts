import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAid } from '../../src/contract/aid.ts'
import { type Position, readBudget, readPosition } from '../../src/contract/budget.ts'
import { listClaimRows, listClaims, readClaim } from '../../src/contract/claims.ts'
import { listExpenses, readExpense } from '../../src/contract/expenses.ts'
import { type Grant, grantRecords, readBalances } from '../../src/contract/grants.ts'
import { undoChange } from '../../src/contract/history.ts'
import { removeSample } from '../../src/contract/workspace.ts'
import { alertKinds } from '../../src/domain/budget-alerts.ts'
import { addSums, noSums } from '../../src/domain/budget-position.ts'
import { expenseStates } from '../../src/domain/expense.ts'
import { type Demo, startDemo } from '../support/demo.ts'
import { contentOf } from '../support/tables.ts'

let demo: Demo
let all: { grant: Grant; position: Position }[]
beforeAll(async () => {
  demo = await startDemo({ sample: true })
  const { items } = await demo.call(grantRecords.list, { query: {} })
  all = await Promise.all(
    items.map(async ({ id }) => ({
      grant: await demo.call(grantRecords.read, { params: { id } }),
      position: await demo.call(readPosition, { params: { id } }),
    })),
  )
}, 240_000)
afterAll(() => demo.database.drop())

const of = (title: string) => {
  const found = all.find(({ grant }) => grant.title === title)
  if (!found) throw new Error(`No grant called ${title}`)
  return found
}
const expensesOf = async (title: string) =>
  (await demo.call(listExpenses, { query: { grant: of(title).grant.id, limit: 200 } })).items

describe('the sample activity of grants', () => {
  test('lets each alert occur exactly once', () => {
    const alerts = all.flatMap(({ grant, position }) =>
      position.alerts.map(({ kind, count }) => ({ kind, count, grant: grant.title })),
    )
    expect(alerts.map(({ kind }) => kind).sort()).toEqual([...alertKinds].sort())
    expect(alerts).toEqual(
      expect.arrayContaining([
        { kind: 'line_overspent', count: null, grant: 'Alps Bio Cluster' },
        { kind: 'outside_period', count: 1, grant: 'Alps Bio Cluster' },
        { kind: 'claim_due', count: null, grant: 'Alps Bio Cluster' },
        { kind: 'forecast_over_budget', count: null, grant: 'PPTI 2007' },
        { kind: 'missing_receipt', count: 1, grant: 'PPTI 2007' },
        { kind: 'underspend_risk', count: null, grant: 'PPTI 2007' },
      ]),
    )
  })

  test('leaves what the documents state as it is', () => {
    const { grant: corridor } = of('PPTI 2007')
    expect(corridor).toMatchObject({ sample: false, total: { kind: 'at_least', minor: 30_000_000 } })
    const { grant: alps, position } = of('Alps Bio Cluster')
    expect(alps).toMatchObject({ sample: false, total: { kind: 'exact', minor: 186_250_500 } })
    expect(alps.funders[0]?.contribution).toBe(141_550_380)
    expect(position.total.budget).toBe(186_250_500)
    for (const { grant } of all)
      expect(grant.rules).toMatchObject({ categories: [], claimPeriods: [], rates: null, transfer: null })
    expect(of('BioX4Clusters').position.total).toMatchObject({ budget: 0, expenses: 0 })
  })

  test('adds up: lines to the total, each dimension to the same, funders to the cent', () => {
    for (const { position } of all) {
      const lines = position.lines.reduce((sum, { figures }) => addSums(sum, figures), noSums)
      const { available: _, forecast: __, spentBp: ___, ...total } = position.total
      expect(lines).toEqual(total)
      for (const by of new Set(position.rollUps.map((roll) => roll.by))) {
        const parts = position.rollUps.filter((roll) => roll.by === by).map(({ figures }) => figures)
        for (const sum of ['budget', 'planned', 'committed', 'paid', 'claimed', 'reimbursed'] as const)
          expect(parts.reduce((all, part) => all + part[sum], 0)).toBe(position.total[sum])
      }
    }
  })

  test('has expenses in every state, in five currencies, over two years, all marked', async () => {
    const expenses = [...(await expensesOf('PPTI 2007')), ...(await expensesOf('Alps Bio Cluster'))]
    expect(new Set(expenses.map(({ state }) => state))).toEqual(new Set(expenseStates))
    expect(new Set(expenses.map(({ amount }) => amount.currency))).toEqual(
      new Set(['EUR', 'JPY', 'USD', 'CAD', 'CHF']),
    )
    const days = expenses.flatMap(({ paidOn, expectedOn }) => paidOn ?? expectedOn ?? []).sort()
    expect([days[0], days.at(-1)]).toEqual(['2007-12-04', '2009-12-31'])
    expect(expenses.every(({ sample }) => sample)).toBe(true)
    const invoiced = expenses.filter((one) => one.state === 'committed' && one.invoiced > 0)
    expect(invoiced.length).toBeGreaterThan(2)
    for (const { invoiced: paid, amount } of invoiced) expect(paid).toBeLessThan(amount.minor)
    const shared = expenses.filter(({ shares }) => shares.length > 1)
    expect(new Set(shared.map(({ id }) => id)).size).toBe(1)
    for (const { eligible, own, shares } of expenses)
      expect(shares.reduce((sum, { part }) => sum + part, own)).toBe(eligible)
  })

  test('reckons by the rate of the day, and makes up in the next claim for what came back of the hotel', async () => {
    const hotel = (await expensesOf('PPTI 2007')).find(({ title }) => title === 'Hotel in Osaka')
    // 7 February 2008: €1 = JPY 154.59, and ¥268,000 are €1,733.62.
    expect(hotel?.shares[0]).toMatchObject({
      amount: { minor: 173_362, currency: 'EUR' },
      rate: { policy: 'day', rate: '154.59', on: '2008-02-07', source: 'European Central Bank' },
      claim: { state: 'paid' },
    })
    const { items } = await demo.call(listClaims, { params: { id: of('PPTI 2007').grant.id } })
    const rows = await demo.call(listClaimRows, { params: { id: items[1]?.id ?? '' }, query: {} })
    // ¥286,000 were €1,850.05.
    expect(rows.items.filter(({ kind }) => kind === 'adjustment')).toMatchObject([
      { expense: { id: hotel?.id }, claimedBefore: 185_005, amount: 173_362 - 185_005 },
    ])
  })

  test('has versions, a transfer, and claims from draft to paid', async () => {
    const { id } = of('PPTI 2007').grant
    const budget = await demo.call(readBudget, { params: { id } })
    expect(budget.versions.map(({ kind, total }) => [kind, total])).toEqual([
      ['initial', 30_000_000],
      ['amendment', 30_000_000],
    ])
    expect(budget.transfers).toHaveLength(1)
    expect([...budget.lines, ...budget.versions, ...budget.transfers].every(({ sample }) => sample)).toBe(
      true,
    )
    const { items } = await demo.call(listClaims, { params: { id } })
    expect(items.map(({ state, sample }) => [state, sample])).toEqual([
      ['draft', true],
      ['submitted', true],
      ['paid', true],
    ])
    const second = await demo.call(readClaim, { params: { id: items[1]?.id ?? '' } })
    expect(second.checks.map(({ code, severity }) => [code, severity])).toEqual([['no_receipt', 'warn']])
    const alps = await demo.call(listClaims, { params: { id: of('Alps Bio Cluster').grant.id } })
    expect(alps.items.map(({ state, dueOn }) => [state, dueOn])).toEqual([['frozen', '2008-09-30']])
  })

  test('has one cluster pay for another, and companies helped with aid', async () => {
    const { settlements } = await demo.call(readBalances, { params: { id: of('PPTI 2007').grant.id } })
    expect(settlements.map(({ to }) => to.name)).toEqual(['Cancer-Bio-Santé', 'Cancer-Bio-Santé'])
    const { items } = await demo.call(listAid, { query: { limit: 200 } })
    const byExpense = items.flatMap(({ expense, organisation, amount }) =>
      expense ? [{ id: expense.id, company: organisation.id, amount }] : [],
    )
    expect(byExpense).toHaveLength(2)
    for (const { id, company, amount } of byExpense)
      expect(await demo.call(readExpense, { params: { id } })).toMatchObject({
        company: { id: company },
        amount,
      })
  })

  test('goes with the rest of the sample data, and comes back', async () => {
    const before = await contentOf(demo.database.db)
    const answer = await demo.api.fetch(
      new Request(`http://demo.test/api${removeSample.path}`, { method: 'POST' }),
    )
    expect(answer.status).toBe(200)
    for (const { grant } of all)
      expect(await demo.call(readPosition, { params: { id: grant.id } })).toMatchObject({
        lines: [],
        alerts: [],
        total: { budget: 0, paid: 0, committed: 0, expenses: 0 },
      })
    await demo.call(undoChange, { params: { id: answer.headers.get('x-change-set') ?? '' } })
    expect(await contentOf(demo.database.db)).toEqual(before)
    for (const { grant, position } of all)
      expect(await demo.call(readPosition, { params: { id: grant.id } })).toEqual(position)
  }, 120_000)
})
