import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPosition } from '../../src/contract/budget.ts'
import {
  type Claim,
  claimEndpoints,
  decideClaim,
  draftClaim,
  freezeClaim,
  listClaimRows,
  listClaims,
  payClaim,
  readClaim,
  removeClaim,
  submitClaim,
  thawClaim,
  updateClaim,
} from '../../src/contract/claims.ts'
import type { CallInput, Endpoint } from '../../src/contract/endpoint.ts'
import { listExpenses, readExpense, removeExpense, updateExpense } from '../../src/contract/expenses.ts'
import { undoChange } from '../../src/contract/history.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { grantMakers } from '../support/grants.ts'

let api: TestApi
let make: ReturnType<typeof grantMakers>
beforeAll(async () => {
  api = await startApi({ clock: '2009-06-01' })
  make = grantMakers(api)
})
afterAll(() => api.stop())

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const half = { from: '2008-01-01', to: '2008-06-30' }

/** A grant of two funders with lines for two clusters, and a draft claim of the first half of 2008. */
async function world() {
  const own = randomUUID().slice(0, 8)
  const cbs = await make.organisation({ name: `CBS ${own}` })
  const lyon = await make.organisation({ name: `Lyon ${own}` })
  const [eu, region] = [await make.organisation(), await make.organisation()]
  const grant = await make.grant({
    total: { kind: 'exact', minor: 186_250_500 },
    rules: {
      categories: [{ key: 'travel' }, { key: 'subcontracting', limitBp: 2000 }],
      indirect: { kind: 'share_of_direct', bp: 700 },
      claimPeriods: [{ ...half, due: '2008-08-31' }],
    },
    funders: [
      { organisationId: eu.id, kind: 'eu_direct', share: { kind: 'share', bp: 7600 } },
      { organisationId: region.id, kind: 'regional' },
    ],
  })
  const { lines } = await make.budget(grant.id, [
    { category: 'travel', minor: 1_000_000 },
    { category: 'subcontracting', minor: 1_000_000 },
  ])
  const [travel = '', sub = ''] = lines.map(({ id }) => id)
  const on = (lineId: string) => [{ grantId: grant.id, lineId, bp: 10_000 }]
  const flight = await make.expense({
    title: 'Flight',
    amount: eur(10_000),
    payerId: cbs.id,
    shares: on(travel),
  })
  const study = await make.expense({
    title: 'Study',
    amount: { minor: 1_482_900, currency: 'USD' },
    payerId: lyon.id,
    shares: on(sub),
  })
  const later = await make.expense({ title: 'Later', paidOn: '2008-07-02', shares: on(travel) })
  const claim = await api.call(draftClaim, { params: { id: grant.id }, body: half })
  return { grant, cbs, lyon, flight, study, later, claim }
}

const step = <E extends Endpoint>(endpoint: E, claim: Claim, body?: unknown) =>
  api.call(endpoint, { params: { id: claim.id }, ...(body ? { body } : {}) } as CallInput<E>, {
    version: claim.version,
  }) as Promise<Claim>

const frozen = (claim: Claim, reason?: string) =>
  step(freezeClaim, claim, { on: '2008-08-01', ...(reason && { reason }) })
const submitted = async (claim: Claim) => step(submitClaim, await frozen(claim), { on: '2008-08-20' })

describe('who may', () => {
  it.each(claimEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s: nobody unknown, viewers only look, and 404 where there is none',
    async (_, endpoint) => {
      const bodies: Record<string, unknown> = {
        'claims.draft': half,
        'claims.update': {},
        'claims.freeze': { on: '2008-08-01' },
        'claims.submit': { on: '2008-08-01' },
        'claims.decide': { on: '2008-08-01', rejected: [] },
        'claims.pay': { on: '2008-08-01', minor: 1 },
      }
      const input = { params: { id: randomUUID() }, body: bodies[endpoint.id] }
      expect((await api.send(endpoint, input, { actor: null, version: 1 })).status).toBe(401)
      const looking = await api.send(endpoint, input, { actor: viewer, version: 1 })
      expect(looking.status).toBe(endpoint.access === 'read' ? 404 : 403)
      expect((await api.send(endpoint, input, { version: 1 })).status).toBe(404)
    },
  )
})

describe('a draft', () => {
  it('holds what was paid in its period, with its sums, indirect costs and what each funder owes', async () => {
    const { claim, cbs, lyon } = await world()
    expect(claim).toMatchObject({
      number: 1,
      state: 'draft',
      rowCount: 2,
      direct: 1_010_000,
      indirect: 70_700,
      total: 1_080_700,
      byFunder: [
        { bp: 7600, due: 821_332 },
        { bp: null, due: null },
      ],
      uncovered: 259_368,
      rates: [{ currency: 'USD', rate: '1.4829', on: '2008-02-04', rows: 1 }],
    })
    expect(claim.byCluster).toMatchObject([
      { cluster: { id: cbs.id }, direct: 10_000, indirect: 700 },
      { cluster: { id: lyon.id }, direct: 1_000_000, indirect: 70_000 },
    ])
    expect(claim.checks).toMatchObject([
      { code: 'no_receipt', severity: 'warn', count: 2 },
      { code: 'over_category_limit', category: 'subcontracting', params: { limit: 202_000, over: 798_000 } },
    ])
    const { items, total } = await api.call(listClaimRows, { params: { id: claim.id } })
    expect(total).toBe(2)
    expect(items.map(({ expense, amount }) => [expense.name, amount]).sort()).toEqual([
      ['Flight', 10_000],
      ['Study', 1_000_000],
    ])
  })

  it('is one per grant; rows are left out and put in; it follows what changes', async () => {
    const { claim, grant, flight, later } = await world()
    await expect(api.call(draftClaim, { params: { id: grant.id }, body: half })).rejects.toMatchObject({
      status: 409,
      code: 'claim_draft_open',
    })
    const { items } = await api.call(listClaimRows, { params: { id: claim.id } })
    const study = items.find(({ expense }) => expense.name === 'Study')
    const without = await step(updateClaim, claim, { leaveOut: [study?.id], putIn: [later.shares[0]?.id] })
    expect(without).toMatchObject({ rowCount: 2, direct: 20_000 })
    expect(without.checks.map(({ code }) => code)).toContain('outside_claim_period')
    expect(without.checks).toContainEqual(
      expect.objectContaining({ code: 'left_out', severity: 'warn', count: 1 }),
    )
    await api.call(
      updateExpense,
      { params: { id: flight.id }, body: { amount: eur(30_000) } },
      { version: flight.version },
    )
    expect(await api.call(readClaim, { params: { id: claim.id } })).toMatchObject({ direct: 40_000 })
    const again = await step(updateClaim, without, { refill: true })
    expect(again.rowCount).toBe(3)
    const answer = await api.send(removeClaim, { params: { id: claim.id } }, { version: again.version })
    expect(answer.status).toBe(204)
    await api.call(undoChange, { params: { id: answer.headers.get('x-change-set') ?? '' } })
    expect((await api.call(readClaim, { params: { id: claim.id } })).rowCount).toBe(3)
  })

  it('is not frozen while a check blocks it', async () => {
    const { grant, claim } = await world()
    const usd = { minor: 100, currency: 'USD' }
    const planned = await make.expense({
      amount: usd,
      plannedOn: '2008-05-01',
      expectedOn: '2009-09-01',
      shares: [{ grantId: grant.id, bp: 10_000 }],
    })
    const more = await step(updateClaim, claim, { putIn: [planned.shares[0]?.id] })
    await expect(frozen(more)).rejects.toMatchObject({
      status: 409,
      code: 'claim_blocked',
      problem: { params: { checks: 'not_paid,rate_provisional' } },
    })
  })
})

describe('a frozen claim', () => {
  it('stays as it is; what changes is made up for in the next', async () => {
    const { claim, grant, flight, study } = await world()
    const fixed = await frozen(claim)
    const amend = { params: { id: flight.id }, body: { amount: eur(7_500) } }
    await api.call(updateExpense, amend, { version: flight.version })
    expect(await api.call(readClaim, { params: { id: claim.id } })).toEqual(fixed)
    const next = await api.call(draftClaim, {
      params: { id: grant.id },
      body: { from: '2008-07-01', to: '2008-12-31' },
    })
    const { items } = await api.call(listClaimRows, { params: { id: next.id } })
    expect(items).toMatchObject([
      { kind: 'expense', expense: { name: 'Later' }, amount: 10_000 },
      { kind: 'adjustment', expense: { name: 'Flight' }, claimedBefore: 10_000, amount: -2_500 },
    ])
    expect(next).toMatchObject({ number: 2, direct: 7_500 })
    const kept = { params: { id: study.id }, body: { shares: [] } }
    await expect(api.call(updateExpense, kept, { version: study.version })).rejects.toMatchObject({
      status: 409,
      code: 'expense_claimed',
    })
    await expect(
      api.call(removeExpense, { params: { id: study.id } }, { version: study.version }),
    ).rejects.toMatchObject({ code: 'expense_claimed' })
    await frozen(next, 'The funder asked for it early')
    const third = await api.call(draftClaim, {
      params: { id: grant.id },
      body: { from: '2009-01-01', to: '2009-06-30' },
    })
    expect(third.rowCount).toBe(0)
    expect(third.checks.map(({ code }) => code)).toEqual(['no_rows', 'period_open'])
  })

  it('is fixed before its period is over only with a reason, which its note keeps', async () => {
    const { claim } = await world()
    const early = { on: '2008-06-29' }
    await expect(step(freezeClaim, claim, early)).rejects.toMatchObject({
      status: 422,
      code: 'reason_required',
      problem: { errors: [{ path: 'reason', code: 'period_open', params: { to: half.to } }] },
    })
    const noted = await step(updateClaim, claim, { note: 'Agreed by telephone' })
    const fixed = await step(freezeClaim, noted, { ...early, reason: 'The programme closes' })
    expect(fixed).toMatchObject({ frozenOn: early.on, note: 'Agreed by telephone\nThe programme closes' })
  })

  it('goes its way: submitted, decided row by row, paid; the position follows', async () => {
    const { claim, grant, flight, study } = await world()
    const on = async (asOf: string) =>
      (await api.call(readPosition, { params: { id: grant.id }, query: { asOf } })).total
    const sent = await submitted(claim)
    expect(await on('2008-08-20')).toMatchObject({ paid: 1_020_000, claimed: 1_010_000, reimbursed: 0 })
    expect(await on('2008-08-19')).toMatchObject({ claimed: 0 })
    await expect(step(thawClaim, sent)).rejects.toMatchObject({ status: 409, code: 'claim_state' })
    const { items } = await api.call(listClaimRows, { params: { id: claim.id } })
    const row = items.find(({ expense }) => expense.id === study.id)
    const rejected = [{ rowId: row?.id, reason: 'Not in the work plan' }]
    const decided = await step(decideClaim, sent, { on: '2008-10-01', rejected })
    expect(decided).toMatchObject({ state: 'decided', rejected: 1_000_000 })
    expect(await on('2008-10-01')).toMatchObject({ paid: 20_000, claimed: 10_000, rejected: 1_000_000 })
    await step(payClaim, decided, { on: '2008-11-01', minor: 7_600 })
    expect(await on('2008-11-01')).toMatchObject({ claimed: 0, reimbursed: 10_000 })
    // Each figure is what the list of its state adds up to, on each day.
    for (const asOf of ['2008-08-19', '2008-08-20', '2008-10-01', '2008-11-01'])
      for (const state of ['claimed', 'reimbursed', 'rejected'] as const) {
        const { sums } = await api.call(listExpenses, { query: { grant: grant.id, state, asOf } })
        expect(sums[0]?.amount.minor ?? 0).toBe((await on(asOf))[state])
      }
    // What was paid in all is asked for in one, and is what its states hold.
    for (const asOf of ['2008-08-19', '2008-08-20', '2008-10-01', '2008-11-01']) {
      const totals = ['paid', 'claimed', 'reimbursed', 'rejected', 'paid,claimed,reimbursed,rejected'].map(
        async (state) =>
          (await api.call(listExpenses, { query: { grant: grant.id, state: state as 'paid', asOf } })).total,
      )
      const [paid = 0, claimed = 0, reimbursed = 0, rejected = 0, whole] = await Promise.all(totals)
      expect(whole).toBe(paid + claimed + reimbursed + rejected)
    }
    const state = async (id: string) => (await api.call(readExpense, { params: { id } })).state
    expect([await state(flight.id), await state(study.id)]).toEqual(['reimbursed', 'rejected'])
    const only = (query: object) =>
      api.call(listExpenses, { query: { grant: grant.id, ...query } }).then(({ total }) => total)
    expect([
      await only({ state: 'reimbursed' }),
      await only({ state: 'rejected' }),
      await only({ state: 'paid' }),
    ]).toEqual([1, 1, 1])
    expect(await only({ state: 'claimed', asOf: '2008-09-01' })).toBe(2)
    const list = await api.call(listClaims, { params: { id: grant.id } })
    expect(list).toMatchObject({ items: [{ state: 'paid', total: 1_080_700, rejected: 1_000_000 }], due: [] })
    const before = await api.call(listClaims, { params: { id: grant.id }, query: { asOf: '2008-08-19' } })
    expect(before.due).toEqual([{ ...half, due: '2008-08-31', late: false }])
  })

  it('thaws before it is submitted, and undo brings back each step', async () => {
    const { claim } = await world()
    const fixed = await frozen(claim)
    const answer = await api.send(thawClaim, { params: { id: claim.id } }, { version: fixed.version })
    expect(await answer.json()).toMatchObject({ state: 'draft' })
    await api.call(undoChange, { params: { id: answer.headers.get('x-change-set') ?? '' } })
    expect(await api.call(readClaim, { params: { id: claim.id } })).toMatchObject({
      state: 'frozen',
      total: fixed.total,
    })
    const stale = { params: { id: claim.id }, body: { on: '2008-08-20' } }
    await expect(api.call(submitClaim, stale, { version: claim.version })).rejects.toMatchObject({
      status: 412,
    })
  })
})
