import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alertKinds, alertRules, budgetAlerts } from '../../../src/domain/budget-alerts.ts'
import {
  byFunder,
  elapsedBp,
  figuresOf,
  type Movement,
  noSums,
  openSums,
} from '../../../src/domain/budget-position.ts'
import { burnPoints } from '../../../src/domain/burn.ts'
import { indirectCosts, indirectPresets } from '../../../src/domain/indirect-costs.ts'
import { addDays } from '../../../src/domain/partial-date.ts'
import { type TransferLine, transferVerdict } from '../../../src/domain/transfer-rule.ts'
import { whatIf } from '../../../src/domain/what-if.ts'
import { balancesOf, settlementsOf } from '../../../src/domain/who-owes-whom.ts'

const move = ({ minor = 100, ...more }: Partial<Movement>): Movement => ({
  id: 'a',
  orderId: null,
  lineId: null,
  minor,
  part: minor,
  currency: 'EUR',
  plannedOn: null,
  committedOn: null,
  paidOn: null,
  cancelledOn: null,
  ...more,
})

describe('the position of a day', () => {
  const flight = move({ plannedOn: '2008-01-10', committedOn: '2008-02-10', paidOn: '2008-03-10' })
  test.each([
    ['2008-01-09', { planned: 0, committed: 0, paid: 0 }],
    ['2008-01-10', { planned: 100, committed: 0, paid: 0 }],
    ['2008-02-10', { planned: 0, committed: 100, paid: 0 }],
    ['2008-03-10', { planned: 0, committed: 0, paid: 100 }],
  ])('on %s', (day, sums) => {
    expect(openSums([flight], day)).toEqual(sums)
  })

  test('an order is less by its invoices, and never less than nothing', () => {
    const order = move({ id: 'order', committedOn: '2008-01-01' })
    const invoice = (id: string, minor: number, paidOn: string) =>
      move({ id, orderId: 'order', minor, paidOn })
    const all = [order, invoice('1', 60, '2008-02-01'), invoice('2', 70, '2008-03-01')]
    expect(openSums(all, '2008-02-01')).toEqual({ planned: 0, committed: 40, paid: 60 })
    expect(openSums(all, '2008-03-01')).toEqual({ planned: 0, committed: 0, paid: 130 })
    const cancelled = all.map((one) => (one.id === 'order' ? { ...one, cancelledOn: '2008-02-15' } : one))
    expect(openSums(cancelled, '2008-02-15')).toEqual({ planned: 0, committed: 0, paid: 60 })
  })

  test('an invoice in the currency of its order covers its part of it, whatever the rates were', () => {
    const order = move({
      id: 'order',
      minor: 6250,
      part: 1_000_000,
      currency: 'JPY',
      committedOn: '2008-01-01',
    })
    const invoice = (id: string, minor: number, part: number, currency = 'JPY') =>
      move({ id, orderId: 'order', minor, part, currency, paidOn: '2008-02-01' })
    const committed = (...invoices: Movement[]) => openSums([order, ...invoices], '2008-02-01').committed
    expect(committed(invoice('1', 5882, 1_000_000))).toBe(0)
    expect(committed(invoice('1', 3500, 500_000))).toBe(3125)
    expect(committed(invoice('1', 3500, 500_000), invoice('2', 1000, 1000, 'EUR'))).toBe(2125)
    expect(committed(invoice('1', 9000, 9000, 'EUR'))).toBe(0)
  })

  test('does not depend on the order of entry', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2008-01-01', n))
    const some = fc.option(day, { nil: null })
    const moves = fc.array(
      fc.record({ minor: fc.nat(1_000_000), plannedOn: day, committedOn: some, paidOn: some, at: fc.nat() }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(moves, day, (all, on) => {
        const entered = all.map((one, n) => move({ ...one, id: String(n) }))
        const mixed = all
          .map(({ at }, n) => ({ at, one: entered[n] as Movement }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(openSums(mixed, on)).toEqual(openSums(entered, on))
        const seen = entered.filter(({ plannedOn, committedOn, paidOn }) =>
          [plannedOn, committedOn, paidOn].some((held) => held !== null && held <= on),
        )
        const { planned, committed, paid } = openSums(entered, on)
        expect(planned + committed + paid).toBe(seen.reduce((sum, { minor }) => sum + minor, 0))
      }),
    )
  })

  test('available, forecast and spent follow; what was rejected burdens nobody', () => {
    const sums = { ...noSums, budget: 1000, planned: 200, committed: 300, paid: 450, rejected: 50 }
    expect(figuresOf(sums)).toMatchObject({ available: 300, forecast: 900, paid: 400, spentBp: 4000 })
    expect(figuresOf(noSums).spentBp).toBeNull()
  })

  test('what came back is no longer with the funders', () => {
    const figures = figuresOf({ ...noSums, paid: 100, claimed: 70, reimbursed: 40, rejected: 10 })
    expect(figures).toMatchObject({ paid: 90, claimed: 30, reimbursed: 40 })
  })

  test('funders bear each sum to the cent', () => {
    const sums = fc.record({
      budget: fc.nat(),
      planned: fc.nat(),
      committed: fc.nat(),
      paid: fc.nat(),
      claimed: fc.nat(),
      reimbursed: fc.nat(),
      rejected: fc.nat(),
      expenses: fc.nat(),
    })
    fc.assert(
      fc.property(sums, fc.nat(10_000), (held, bp) => {
        const parts = byFunder(held, [bp, 10_000 - bp])
        for (const key of ['budget', 'paid', 'claimed'] as const)
          expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(held[key])
      }),
    )
  })

  test.each([
    ['2008', '2009', '2007-12-31', 0],
    ['2008', '2009', '2008-12-31', 5006],
    ['2008', '2009', '2010-05-01', 10_000],
    ['2008', null, '2008-05-01', null],
  ])('of %s to %s, %s is %s', (starts, ends, day, bp) => {
    expect(elapsedBp(starts, ends, day)).toBe(bp)
  })
})

describe('alerts', () => {
  const line = (lineId: string | null, more: object) => ({
    lineId,
    figures: figuresOf({ ...noSums, ...more }),
  })
  const facts = {
    day: '2008-09-15',
    elapsedBp: 6000,
    total: figuresOf({ ...noSums, budget: 1000, paid: 401 }),
    lines: [],
    outsidePeriod: 0,
    missingReceipts: 0,
    unclaimed: [],
  }
  test('each has its rule in words', () => {
    expect(Object.keys(alertRules).sort()).toEqual([...alertKinds].sort())
  })

  test('overspent, forecast over budget; nothing of what has no line', () => {
    const lines = [
      line('a', { budget: 100, committed: 60, paid: 41 }),
      line('b', { budget: 100, planned: 60, paid: 41 }),
      line('c', { budget: 100, planned: 60, paid: 40 }),
      line(null, { paid: 40 }),
    ]
    expect(budgetAlerts({ ...facts, lines })).toMatchObject([
      { kind: 'line_overspent', severity: 'over', lineId: 'a', params: { over: 1 } },
      { kind: 'forecast_over_budget', severity: 'warning', lineId: 'b', params: { over: 1 } },
    ])
  })

  test('money may be lost where more than 20 points are between', () => {
    expect(budgetAlerts(facts)).toEqual([])
    const total = figuresOf({ ...noSums, budget: 1000, paid: 399 })
    expect(budgetAlerts({ ...facts, total })).toMatchObject([
      { kind: 'underspend_risk', params: { unspent: 601 } },
    ])
    const onItsWay = figuresOf({ ...noSums, budget: 1000, paid: 300, committed: 500, planned: 150 })
    expect(budgetAlerts({ ...facts, total: onItsWay })).toMatchObject([{ params: { unspent: 50 } }])
    const allPlanned = figuresOf({ ...noSums, budget: 1000, paid: 300, planned: 800 })
    expect(budgetAlerts({ ...facts, total: allPlanned })).toMatchObject([{ params: { unspent: 0 } }])
  })

  test('claims due within 30 days, or late, of periods that are over', () => {
    const period = (to: string, due: string) => ({ from: '2008-01-01', to, due })
    const unclaimed = [
      period('2008-06-30', '2008-10-15'),
      period('2008-03-31', '2008-09-14'),
      period('2008-06-30', '2008-10-16'),
      period('2008-09-15', '2008-09-20'),
    ]
    expect(
      budgetAlerts({ ...facts, unclaimed }).map(({ severity, params }) => [severity, params.days]),
    ).toEqual([
      ['over', -1],
      ['warning', 30],
    ])
  })

  test('expenses outside the period, and without a receipt', () => {
    expect(budgetAlerts({ ...facts, outsidePeriod: 2, missingReceipts: 3 })).toMatchObject([
      { kind: 'outside_period', count: 2 },
      { kind: 'missing_receipt', count: 3 },
    ])
  })
})

describe('a transfer', () => {
  const line = (id: string, category: string, clusterId: string | null, minor: number): TransferLine => ({
    id,
    category,
    clusterId,
    minor,
  })
  const lines = [
    line('t1', 'travel', 'cbs', 1000),
    line('t2', 'travel', 'lyon', 500),
    line('e1', 'events', 'cbs', 400),
    line('e2', 'events', 'lyon', 600),
  ]
  const ten = { kind: 'heading_increase', bp: 1000 } as const
  const twenty = { kind: 'recipient_total', bp: 2000 } as const
  const of = (fromLineId: string, toLineId: string, minor: number) => ({ fromLineId, toLineId, minor })

  test('to 10% of the heading that increases, all before it counted', () => {
    expect(transferVerdict(ten, lines, [], of('t1', 'e1', 100))).toMatchObject({
      verdict: 'allowed',
      about: 'events',
      base: 1000,
      limit: 100,
      after: 100,
    })
    expect(transferVerdict(ten, lines, [of('t1', 'e1', 60)], of('t2', 'e2', 41))).toMatchObject({
      verdict: 'warn',
      before: 60,
      after: 101,
      over: 1,
    })
    // What went back is no increase.
    expect(
      transferVerdict(ten, lines, [of('t1', 'e1', 100), of('e2', 't2', 50)], of('t1', 'e1', 50)).verdict,
    ).toBe('allowed')
    // Within a heading nothing increases.
    expect(transferVerdict(ten, lines, [], of('e1', 'e2', 400)).verdict).toBe('allowed')
  })

  test('to 20% of the recipient’s total, between its headings', () => {
    expect(transferVerdict(twenty, lines, [], of('t1', 'e1', 280))).toMatchObject({
      verdict: 'allowed',
      about: 'cbs',
      base: 1400,
      limit: 280,
    })
    expect(transferVerdict(twenty, lines, [of('t1', 'e1', 280)], of('e1', 't1', 1))).toMatchObject({
      verdict: 'warn',
      before: 280,
      over: 1,
    })
  })

  test('freely where the rule says so, or nobody knows one', () => {
    expect(transferVerdict({ kind: 'free' }, lines, [], of('t1', 'e1', 1000))).toMatchObject({
      rule: 'free',
      verdict: 'allowed',
    })
    expect(transferVerdict(null, lines, [], of('t1', 'e1', 1000))).toMatchObject({
      rule: null,
      verdict: 'allowed',
    })
  })
})

describe('indirect costs', () => {
  const costs = [
    { category: 'personnel', minor: 100_000 },
    { category: 'subcontracting', minor: 50_000 },
    { category: null, minor: 5 },
  ]
  test.each([
    [indirectPresets.sevenOfDirect, 10_500],
    [indirectPresets.flatQuarter, 25_001],
    [indirectPresets.fifteenOfPersonnel, 15_000],
    [indirectPresets.none, 0],
    [null, 0],
  ])('%o', (rule, minor) => {
    const held = rule && {
      ...rule,
      ...('except' in rule ? { except: [...rule.except] } : {}),
      ...('of' in rule ? { of: [...rule.of] } : {}),
    }
    expect(indirectCosts({ indirect: held, categories: [] }, costs)).toBe(minor)
  })

  test('are not reckoned on costs that are no direct ones themselves', () => {
    const categories = [{ key: 'overheads', name: null, direct: false, limitBp: null }]
    const terms = { indirect: { kind: 'share_of_direct' as const, bp: 700, except: [] }, categories }
    expect(indirectCosts(terms, [...costs, { category: 'overheads', minor: 90_000 }])).toBe(10_500)
  })
})

describe('who owes whom', () => {
  test('what one paid for another, settled by few payments', () => {
    const balances = balancesOf([
      { payerId: 'cbs', beneficiaryId: 'lyon', minor: 100 },
      { payerId: 'lyon', beneficiaryId: 'alsace', minor: 30 },
      { payerId: 'cbs', beneficiaryId: 'cbs', minor: 999 },
    ])
    expect(balances).toEqual([
      { id: 'alsace', paidForOthers: 0, paidByOthers: 30, net: -30 },
      { id: 'cbs', paidForOthers: 100, paidByOthers: 0, net: 100 },
      { id: 'lyon', paidForOthers: 30, paidByOthers: 100, net: -70 },
    ])
    expect(settlementsOf(balances)).toEqual([
      { fromId: 'lyon', toId: 'cbs', minor: 70 },
      { fromId: 'alsace', toId: 'cbs', minor: 30 },
    ])
  })

  test('nothing is left, in fewer payments than there are clusters', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const entries = fc.array(fc.record({ payerId: id, beneficiaryId: id, minor: fc.nat(1_000_000) }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(entries, (all) => {
        const balances = balancesOf(all)
        expect(balances.reduce((sum, { net }) => sum + net, 0)).toBe(0)
        const settlements = settlementsOf(balances)
        expect(settlements.length).toBeLessThanOrEqual(Math.max(0, balances.length - 1))
        const net = new Map(balances.map((one) => [one.id, one.net]))
        for (const { fromId, toId, minor } of settlements) {
          expect(minor).toBeGreaterThan(0)
          net.set(fromId, (net.get(fromId) ?? 0) + minor)
          net.set(toId, (net.get(toId) ?? 0) - minor)
        }
        expect([...net.values()].filter((left) => left !== 0)).toEqual([])
      }),
    )
  })
})

describe('what if', () => {
  const figures = figuresOf({
    ...noSums,
    budget: 1_000_000,
    planned: 200_000,
    committed: 100_000,
    paid: 50_000,
  })
  const lines = [{ lineId: 'travel', category: 'travel', missionId: null, figures }]
  const exposure = [{ lineId: 'travel', currency: 'JPY', minor: 158_500, amount: 100_000 }]

  test('nothing supposed, nothing changes', () => {
    expect(whatIf('EUR', lines, exposure, []).total).toEqual({
      change: 0,
      figures: expect.objectContaining({ forecast: 350_000 }),
    })
  })

  test('the yen at 150, a flight 30% dearer, two more SMEs', () => {
    expect(
      whatIf('EUR', lines, exposure, [{ kind: 'rate', currency: 'JPY', rate: '150' }]).total.change,
    ).toBe(5_667)
    expect(
      whatIf('EUR', lines, exposure, [{ kind: 'price', bp: 3000, category: 'travel' }]).total,
    ).toMatchObject({
      change: 90_000,
      figures: { forecast: 440_000, available: 850_000 },
    })
    const two = [{ kind: 'companies' as const, more: 2, each: 150_000, lineId: 'travel' }]
    expect(whatIf('EUR', lines, exposure, two).total.figures.planned).toBe(500_000)
    expect(whatIf('EUR', lines, exposure, [{ kind: 'price', bp: -10_000 }]).total.figures).toMatchObject({
      planned: 0,
      committed: 0,
      forecast: 50_000,
    })
  })
})

describe('the burn', () => {
  test('tells what was, and adds what is expected', () => {
    const points = burnPoints({
      asOf: '2008-02-15',
      first: '2008-01-01',
      last: '2008-04-30',
      changes: [
        { day: '2008-01-20', paid: 100, committed: 50 },
        { day: '2008-02-10', paid: 50, committed: -50 },
      ],
      expected: [
        { day: '2008-03-10', minor: 30 },
        { day: null, minor: 7 },
        { day: '2008-01-01', minor: 3 },
      ],
      budgets: [{ day: '2008-02-01', minor: 500 }],
      dated: true,
    })
    expect(
      points.map(({ day, budget, paid, committed, forecast, future }) => [
        day,
        budget,
        paid,
        committed,
        forecast,
        future,
      ]),
    ).toEqual([
      ['2008-01-31', 0, 100, 50, 100, false],
      ['2008-02-15', 500, 150, 0, 150, false],
      ['2008-02-29', 500, 150, 0, 150, true],
      ['2008-03-31', 500, 150, 0, 180, true],
      ['2008-04-30', 500, 150, 0, 190, true],
    ])
    expect(points.at(-1)?.elapsedBp).toBe(10_000)
  })
})
