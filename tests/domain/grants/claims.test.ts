import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  claimCan,
  claimState,
  claimsDue,
  type TimedClaim,
  unclaimedPeriods,
} from '../../../src/domain/claim.ts'
import { type CheckedRow, claimChecks } from '../../../src/domain/claim-checks.ts'
import { claimSums } from '../../../src/domain/claim-sums.ts'
import { eligibleMinor, expenseState, reckoningDay } from '../../../src/domain/expense.ts'
import { grantStatus } from '../../../src/domain/grant.ts'

const rules = { categories: [], eligible: null, secondApproval: false }
const row = (more: Partial<CheckedRow> = {}): CheckedRow => ({
  id: 'r',
  kind: 'expense',
  category: 'travel',
  lineId: 'l',
  paidOn: '2008-02-04',
  minor: 100,
  receipts: 1,
  approved: true,
  provisional: false,
  vatUnknown: false,
  ...more,
})
const checks = (rows: CheckedRow[], more: object = {}) =>
  claimChecks({ from: '2008-01-01', to: '2008-06-30', rules: { ...rules, ...more }, rows, overlapping: 0 })

describe('a claim', () => {
  test('goes from step to step, and no step back once it has left the house', () => {
    const steps = { frozenOn: null, submittedOn: null, decidedOn: null, paidOn: null }
    expect(claimState(steps)).toBe('draft')
    const sent = { ...steps, frozenOn: '2008-07-01', submittedOn: '2008-07-02' }
    expect(claimState(sent)).toBe('submitted')
    expect(claimCan.thaw(sent)).toEqual({ code: 'claim_state', params: { state: 'submitted' } })
    expect(claimCan.decide(sent)).toBeNull()
    expect(claimCan.pay(sent)).not.toBeNull()
  })

  test('is due by the calendar, or by a day of its own, until it is with the funder', () => {
    const spring = { from: '2008-01-01', to: '2008-03-31', due: '2008-04-30' }
    const summer = { from: '2008-04-01', to: '2008-06-30', due: '2008-07-31' }
    const claim: TimedClaim = { from: '2008-01-01', to: '2008-03-31', dueOn: '2008-05-15', submittedOn: null }
    const days = (calendar: (typeof spring)[], claims: TimedClaim[], day: string) =>
      claimsDue(calendar, claims, day).map(({ due }) => due)
    expect(days([summer, spring], [], '2008-05-01')).toEqual(['2008-04-30', '2008-07-31'])
    expect(days([spring, summer], [claim], '2008-05-01')).toEqual(['2008-05-15', '2008-07-31'])
    expect(days([], [claim], '2008-05-01')).toEqual(['2008-05-15'])
    const sent = { ...claim, submittedOn: '2008-05-10' }
    expect(days([spring, summer], [sent], '2008-05-10')).toEqual(['2008-07-31'])
    expect(days([spring, summer], [sent], '2008-05-09')).toEqual(['2008-05-15', '2008-07-31'])
    expect(unclaimedPeriods([spring], [claim], '2008-05-01')).toEqual([spring])
  })

  test.each([
    ['no_rows', 'block', [], {}],
    ['not_paid', 'block', [row({ paidOn: null })], {}],
    ['outside_eligible_period', 'block', [row()], { eligible: { from: '2008-02-05', to: null } }],
    ['outside_eligible_period', 'block', [row()], { eligible: { from: null, to: '2008-02-03' } }],
    ['rate_provisional', 'block', [row({ provisional: true })], {}],
    ['not_approved', 'block', [row({ approved: false })], { secondApproval: true }],
    ['outside_claim_period', 'warn', [row({ paidOn: '2007-12-31' })], {}],
    ['no_receipt', 'warn', [row({ receipts: 0 })], {}],
    ['no_line', 'warn', [row({ lineId: null })], {}],
    ['vat_unknown', 'block', [row({ vatUnknown: true })], {}],
    ['not_approved', 'block', [row({ kind: 'adjustment', approved: false })], { secondApproval: true }],
  ] as const)('%s: %s', (code, severity, rows, more) => {
    expect(checks([...rows], more)).toMatchObject([{ code, severity, count: rows.length }])
  })

  test('is checked against the limits of its categories', () => {
    const categories = [{ key: 'travel', name: null, direct: true, limitBp: 2500 }]
    const rows = [row(), row({ category: 'other', minor: 299 })]
    expect(checks(rows, { categories })).toMatchObject([
      { code: 'over_category_limit', category: 'travel', params: { limit: 99, spent: 100, over: 1 } },
    ])
    expect(checks([row(), row({ category: 'other', minor: 300 })], { categories })).toEqual([])
    const overheads = { key: 'other', name: null, direct: false, limitBp: null }
    expect(
      checks([row(), row({ category: 'other', minor: 300 })], { categories: [...categories, overheads] }),
    ).toMatchObject([{ code: 'over_category_limit', params: { limit: 25, spent: 100 } }])
  })

  test('finds nothing wrong where nothing is, nor with what is made up for', () => {
    expect(checks([row()])).toEqual([])
    expect(checks([row({ kind: 'adjustment', paidOn: '2007-01-01', receipts: 0, minor: -5 })])).toEqual([])
  })

  test('adds up: by category, by cluster with the indirect costs, by funder', () => {
    const key = fc.option(fc.constantFrom('travel', 'personnel', 'subcontracting', 'overheads'), {
      nil: null,
    })
    const payer = fc.option(fc.constantFrom('cbs', 'lyon', 'alsace'), { nil: null })
    const rows = fc.array(
      fc.record({
        category: key,
        payerId: payer,
        minor: fc.integer({ min: -1000, max: 1_000_000 }),
        rejected: fc.boolean(),
      }),
      { maxLength: 40 },
    )
    const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)
    fc.assert(
      fc.property(rows, fc.nat(10_000), (all, bp) => {
        const indirect = { kind: 'share_of_direct' as const, bp: 700, except: ['subcontracting'] }
        const categories = [{ key: 'overheads', name: null, direct: false, limitBp: null }]
        const sums = claimSums(all, { indirect, categories }, 186_250_500, [
          { kind: 'share', bp },
          { kind: 'unknown' },
        ])
        expect(sum(sums.byCategory.map(({ amount }) => amount))).toBe(sum(all.map(({ minor }) => minor)))
        expect(sum(sums.byPayer.map(({ direct }) => direct))).toBe(sums.direct)
        expect(sum(sums.byPayer.map((part) => part.indirect))).toBe(sums.indirect)
        expect(sum(sums.byPayer.map((part) => part.total))).toBe(sums.total)
        expect(sums.direct + sums.indirect).toBe(sums.total)
        expect(sum(sums.byFunder.map(({ due }) => due ?? 0)) + sums.uncovered).toBe(sums.accepted.total)
        const left = all.filter(({ rejected }) => !rejected)
        expect(sums.accepted.total).toBe(claimSums(left, { indirect, categories }, null, []).total)
      }),
    )
  })
})

describe('an expense', () => {
  const days = { plannedOn: '2008-01-01', committedOn: '2008-02-01', paidOn: '2008-03-01', cancelledOn: null }
  const claim = { claimedOn: '2008-07-01', reimbursedOn: null, rejectedOn: null }
  test.each([
    ['2007-12-31', null],
    ['2008-01-01', 'planned'],
    ['2008-02-01', 'committed'],
    ['2008-03-01', 'paid'],
    ['2008-07-01', 'claimed'],
    ['2008-09-01', 'reimbursed'],
  ])('on %s it is %s', (day, state) => {
    expect(expenseState(days, [{ ...claim, reimbursedOn: '2008-09-01' }], day)).toBe(state)
  })

  test('is rejected where all refused it, and reimbursed where one paid', () => {
    const refused = { ...claim, rejectedOn: '2008-08-01' }
    expect(expenseState(days, [refused], '2008-08-01')).toBe('rejected')
    expect(expenseState(days, [refused, claim], '2008-08-01')).toBe('claimed')
    expect(expenseState(days, [refused, { ...claim, reimbursedOn: '2008-08-01' }], '2008-08-01')).toBe(
      'reimbursed',
    )
  })

  test('is reckoned by the day it was paid, or the best known', () => {
    expect(reckoningDay({ ...days, expectedOn: null })).toBe('2008-03-01')
    expect(reckoningDay({ ...days, paidOn: null, committedOn: null, expectedOn: '2008-05-05' })).toBe(
      '2008-05-05',
    )
  })

  test('counts without VAT that comes back', () => {
    expect([
      eligibleMinor(1196, 196, true),
      eligibleMinor(1196, 196, false),
      eligibleMinor(1196, 196, null),
    ]).toEqual([1000, 1196, 1196])
  })
})

describe('a grant', () => {
  test.each([
    ['2008', '2009', null, '2007-12-31', 'upcoming'],
    ['2008', '2009', null, '2008-01-01', 'running'],
    ['2008', '2009', null, '2010-01-01', 'ended'],
    ['2008', '2009', '2010-03-01', '2010-03-01', 'closed'],
    [null, null, null, '2010-03-01', 'undated'],
    [null, '2009', null, '2009-03-01', 'running'],
  ])('from %s to %s, closed %s: on %s it is %s', (starts, ends, closedOn, day, status) => {
    expect(grantStatus({ starts, ends, closedOn }, day)).toBe(status)
  })
})
