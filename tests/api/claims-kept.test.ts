import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBurn, readPosition } from '../../src/contract/budget.ts'
import {
  type Claim,
  decideClaim,
  draftClaim,
  freezeClaim,
  listClaimRows,
  readClaim,
  submitClaim,
  thawClaim,
  updateClaim,
} from '../../src/contract/claims.ts'
import { removeDocument, uploadDocument } from '../../src/contract/dossier.ts'
import type { CallInput, Endpoint } from '../../src/contract/endpoint.ts'
import {
  type Expense,
  readExpense,
  removeExpense,
  restoreExpense,
  updateExpense,
} from '../../src/contract/expenses.ts'
import { undoChange } from '../../src/contract/history.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { grantMakers } from '../support/grants.ts'

let api: TestApi
let make: ReturnType<typeof grantMakers>
beforeAll(async () => {
  api = await startApi({ clock: '2009-06-01' })
  make = grantMakers(api)
})
afterAll(() => api.stop())

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const spring = { from: '2008-01-01', to: '2008-06-30' }
const autumn = { from: '2008-07-01', to: '2008-12-31' }

/** A grant with a line for travel, another for overheads, and a paid expense of €100 on the first. */
async function world(fields: Parameters<typeof make.grant>[0] = {}) {
  const grant = await make.grant(fields)
  const { lines } = await make.budget(grant.id, [
    { category: 'travel', minor: 1_000_000 },
    { category: 'other', minor: 1_000_000 },
  ])
  const on = (line: number) => [{ grantId: grant.id, lineId: lines[line]?.id ?? null, bp: 10_000 }]
  const flight = await make.expense({ title: 'Flight', shares: on(0) })
  return { grant, shares: on(0), overheads: on(1), flight }
}

const draft = (grantId: string, body: typeof spring) =>
  api.call(draftClaim, { params: { id: grantId }, body })
const step = async <E extends Endpoint>(endpoint: E, { id }: Claim, body?: unknown) => {
  const { version } = await api.call(readClaim, { params: { id } })
  return api.call(endpoint, { params: { id }, ...(body ? { body } : {}) } as CallInput<E>, {
    version,
  }) as Promise<Claim>
}
const frozen = (claim: Claim) => step(freezeClaim, claim, { on: '2009-01-01' })
const rowsOf = async (claim: Claim) => (await api.call(listClaimRows, { params: { id: claim.id } })).items

async function change(expense: Expense, body: CallInput<typeof updateExpense>['body']): Promise<string> {
  const params = { id: expense.id }
  const { version } = await api.call(readExpense, { params })
  const answer = await api.send(updateExpense, { params, body }, { version })
  expect(answer.status).toBe(200)
  return answer.headers.get('x-change-set') ?? ''
}
const undo = (id: string) => api.call(undoChange, { params: { id } })
const refusedUndo = { status: 409, code: 'undo_blocked' }

describe('nothing is claimed twice', () => {
  it('a claim that a later one makes up for does not thaw, nor is its freezing undone', async () => {
    const { grant, flight } = await world()
    const first = await draft(grant.id, spring)
    const answer = await api.send(
      freezeClaim,
      { params: { id: first.id }, body: { on: '2008-07-01' } },
      { version: first.version },
    )
    await change(flight, { amount: eur(12_000) })
    const second = await draft(grant.id, autumn)
    expect(await rowsOf(second)).toMatchObject([{ kind: 'adjustment', amount: 2000 }])
    await expect(undo(answer.headers.get('x-change-set') ?? '')).rejects.toMatchObject(refusedUndo)
    await frozen(second)
    await expect(step(thawClaim, first)).rejects.toMatchObject({ status: 409, code: 'claim_made_up_for' })
    const both = await Promise.all([first, second].map(({ id }) => api.call(readClaim, { params: { id } })))
    expect(both.map(({ total }) => total)).toEqual([10_000, 2000])
    await step(thawClaim, second)
    await step(updateClaim, second, { leaveOut: (await rowsOf(second)).map(({ id }) => id) })
    await expect(step(thawClaim, first)).rejects.toMatchObject({ code: 'claim_draft_open' })
  })

  it('an undo puts nothing into a frozen claim, nor takes anything out of it', async () => {
    const { grant, shares, flight } = await world()
    const other = await make.expense({ title: 'Taxi', shares })
    const claim = await draft(grant.id, spring)
    const forgotten = await change(other, { shares: [] })
    await change(other, { shares })
    const again = await api.call(readClaim, { params: { id: claim.id } })
    const filled = await api.send(
      updateClaim,
      { params: { id: claim.id }, body: { refill: true } },
      { version: again.version },
    )
    expect(await rowsOf(claim)).toHaveLength(2)
    const fixed = await frozen(claim)
    for (const id of [forgotten, filled.headers.get('x-change-set') ?? ''])
      await expect(undo(id)).rejects.toMatchObject(refusedUndo)
    expect(await api.call(readClaim, { params: { id: claim.id } })).toEqual(fixed)
    expect(fixed.total).toBe(20_000)
    expect((await api.call(readExpense, { params: { id: flight.id } })).shares[0]?.claim).toMatchObject({
      id: claim.id,
      number: 1,
      title: null,
    })
  })

  it('a thawed claim that an expense has left since is not frozen again by an undo', async () => {
    const { grant, shares } = await world()
    const taxi = await make.expense({ title: 'Taxi', shares })
    const claim = await frozen(await draft(grant.id, spring))
    const thawed = await api.send(thawClaim, { params: { id: claim.id } }, { version: claim.version })
    await change(taxi, { shares: [] })
    await expect(undo(thawed.headers.get('x-change-set') ?? '')).rejects.toMatchObject(refusedUndo)
    expect((await frozen(claim)).total).toBe(10_000)
  })

  it('what a frozen claim stands on is neither binned nor turned into another currency by an undo', async () => {
    const { grant, flight } = await world()
    const params = { id: flight.id }
    await api.call(removeExpense, { params }, { version: flight.version })
    const restored = await api.send(restoreExpense, { params })
    const dollars = await change(flight, { amount: { minor: 14_000, currency: 'USD' } })
    await frozen(await draft(grant.id, spring))
    for (const id of [restored.headers.get('x-change-set') ?? '', dollars])
      await expect(undo(id)).rejects.toMatchObject(refusedUndo)
    expect(await api.call(readExpense, { params })).toMatchObject({
      deletedAt: null,
      amount: { currency: 'USD' },
    })
  })

  it('receipts of what is claimed stay', async () => {
    const { grant, flight } = await world()
    const attached = await api.send(uploadDocument, {
      query: { noun: 'expenses', recordId: flight.id, filename: 'ticket.pdf' },
      body: new Uint8Array([1]),
    })
    const { id } = (await attached.json()) as { id: string }
    const claim = await frozen(await draft(grant.id, spring))
    await expect(api.call(removeDocument, { params: { id } }, { version: 1 })).rejects.toMatchObject({
      status: 409,
      code: 'receipt_claimed',
    })
    await expect(undo(attached.headers.get('x-change-set') ?? '')).rejects.toMatchObject(refusedUndo)
    await step(thawClaim, claim)
    expect((await api.send(removeDocument, { params: { id } }, { version: 1 })).status).toBe(204)
  })

  it('an order is paid by its invoices, or as a whole', async () => {
    const { grant, shares } = await world()
    const order = await make.expense({ committedOn: '2008-01-10', amount: eur(50_000), shares })
    const paying = await change(order, { paidOn: '2008-03-01' })
    const paid = await api.call(readExpense, { params: { id: order.id } })
    await undo(paying)
    const invoice = await make.expense({ partOfId: order.id, amount: eur(20_000), shares })
    const held = await api.call(readExpense, { params: { id: order.id } })
    await expect(
      api.call(
        updateExpense,
        { params: { id: order.id }, body: { paidOn: '2008-03-01' } },
        { version: held.version },
      ),
    ).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'paidOn', code: 'has_invoices' }] },
    })
    const on = async () => (await api.call(readPosition, { params: { id: grant.id } })).total
    expect(await on()).toMatchObject({ committed: 30_000, paid: 30_000 })
    await api.call(removeExpense, { params: { id: invoice.id } }, { version: invoice.version })
    await change(order, { paidOn: '2008-03-01' })
    const back = await api.send(restoreExpense, { params: { id: invoice.id } })
    expect(back.status).toBe(422)
    expect(await on()).toMatchObject({ committed: 0, paid: 60_000 })
    expect(paid.state).toBe('paid')
  })
})

describe('what is claimed follows what happens', () => {
  it('is taken back where it turns out not to be paid, and asked for again once it is', async () => {
    const { grant, flight } = await world()
    await frozen(await draft(grant.id, spring))
    await change(flight, { paidOn: null, committedOn: '2008-02-04' })
    const second = await draft(grant.id, autumn)
    expect(await rowsOf(second)).toMatchObject([
      { kind: 'adjustment', claimedBefore: 10_000, amount: -10_000 },
    ])
    await frozen(second)
    await change(flight, { paidOn: '2008-08-01' })
    const third = await draft(grant.id, { from: '2009-01-01', to: '2009-06-30' })
    expect(await rowsOf(third)).toMatchObject([{ kind: 'adjustment', claimedBefore: 0, amount: 10_000 }])
  })

  it('what was refused is not asked for again, and what was accepted is taken back where it is less', async () => {
    const { grant, flight } = await world()
    await step(submitClaim, await frozen(await draft(grant.id, spring)), { on: '2009-01-01' })
    await change(flight, { amount: eur(15_000) })
    const second = await step(submitClaim, await frozen(await draft(grant.id, autumn)), { on: '2009-01-01' })
    const rejected = (await rowsOf(second)).map(({ id }) => ({ rowId: id, reason: 'Too dear' }))
    await step(decideClaim, second, { on: '2009-02-01', rejected })
    const next = { from: '2009-01-01', to: '2009-06-30' }
    const third = await draft(grant.id, next)
    expect(third.rowCount).toBe(0)
    await change(flight, { amount: eur(4000) })
    const filled = await step(updateClaim, third, { refill: true })
    expect(await rowsOf(filled)).toMatchObject([{ claimedBefore: 10_000, amount: -6000 }])
  })

  it('a draft makes up for nothing that the funder refuses meanwhile', async () => {
    const { grant, flight } = await world()
    const first = await step(submitClaim, await frozen(await draft(grant.id, spring)), { on: '2009-01-01' })
    await change(flight, { amount: eur(15_000) })
    const second = await draft(grant.id, autumn)
    expect(second.rowCount).toBe(1)
    const rejected = (await rowsOf(first)).map(({ id }) => ({ rowId: id, reason: 'Too dear' }))
    await step(decideClaim, first, { on: '2009-02-01', rejected })
    expect(await step(updateClaim, second, { refill: true })).toMatchObject({ rowCount: 0 })
  })

  it('keeps its title and note while it is filled again, and goes by its number without a title', async () => {
    const { grant } = await world()
    const named = { ...spring, title: 'Spring', note: 'By mail' }
    const claim = await api.call(draftClaim, { params: { id: grant.id }, body: named })
    const kept = { title: 'Spring', note: 'By mail' }
    expect(await step(updateClaim, claim, { refill: true })).toMatchObject(kept)
    expect(await step(updateClaim, claim, { title: null })).toMatchObject({ ...kept, title: null, number: 1 })
  })

  it('takes in what came to light of an earlier claim’s days, and nothing of days that none was for', async () => {
    const { grant, shares } = await world()
    await frozen(await draft(grant.id, spring))
    await make.expense({ title: 'Forgotten', paidOn: '2008-05-05', shares })
    await make.expense({ title: 'Before', paidOn: '2007-12-31', shares })
    const second = await draft(grant.id, autumn)
    expect((await rowsOf(second)).map(({ expense }) => expense.name)).toEqual(['Forgotten'])
    expect(second.checks.map(({ code }) => code)).toContain('outside_claim_period')
  })

  it('funders owe their share of what they accepted, indirect costs and all', async () => {
    const eu = await make.organisation()
    const { grant, shares } = await world({
      rules: { indirect: { kind: 'share_of_direct', bp: 700 } },
      funders: [{ organisationId: eu.id, kind: 'eu_direct', share: { kind: 'share', bp: 7600 } }],
    })
    await make.expense({ title: 'Hotel', amount: eur(30_000), shares })
    const sent = await step(submitClaim, await frozen(await draft(grant.id, spring)), { on: '2009-01-01' })
    expect(sent).toMatchObject({ total: 42_800, byFunder: [{ due: 32_528 }], uncovered: 10_272 })
    const hotel = (await rowsOf(sent)).find(({ expense }) => expense.name === 'Hotel')
    const decided = await step(decideClaim, sent, {
      on: '2009-02-01',
      rejected: [{ rowId: hotel?.id, reason: 'Not eligible' }],
    })
    expect(decided).toMatchObject({
      total: 42_800,
      rejected: 30_000,
      accepted: { direct: 10_000, indirect: 700, total: 10_700 },
      byFunder: [{ due: 8132 }],
      uncovered: 2568,
    })
  })

  it('costs of a category that is not direct bear no indirect costs, and are some', async () => {
    const { grant, overheads } = await world({
      rules: {
        categories: [{ key: 'travel' }, { key: 'other', direct: false }],
        indirect: { kind: 'share_of_direct', bp: 700 },
      },
    })
    await make.expense({ title: 'Rent', amount: eur(5000), shares: overheads })
    expect(await draft(grant.id, spring)).toMatchObject({ direct: 10_000, indirect: 5700, total: 15_700 })
  })

  it('recoverable VAT that nobody has told the amount of blocks a claim', async () => {
    const { grant, shares } = await world()
    const lunch = await make.expense({ vatRecoverable: true, shares })
    const claim = await draft(grant.id, spring)
    expect(claim.checks).toContainEqual(expect.objectContaining({ code: 'vat_unknown', severity: 'block' }))
    await change(lunch, { vatMinor: 1639 })
    expect((await api.call(readClaim, { params: { id: claim.id } })).direct).toBe(18_361)
  })
})

it('an order in yen that is invoiced in yen at another rate is committed no more', async () => {
  const { grant, shares } = await world()
  const yen = (minor: number) => ({ minor, currency: 'JPY' })
  // €1 = JPY 155.09 on 4 February 2008, and 138.18 on 15 October 2008.
  const order = await make.expense({ committedOn: '2008-02-04', amount: yen(1_000_000), shares })
  await make.expense({ partOfId: order.id, amount: yen(400_000), paidOn: '2008-10-15', shares })
  const on = async (asOf: string) => {
    const input = { params: { id: grant.id }, query: { asOf } }
    const { total, exposure } = await api.call(readPosition, input)
    const { points } = await api.call(readBurn, input)
    const point = points.find(({ day }) => day === asOf)
    expect(point).toMatchObject({ paid: total.paid, committed: total.committed })
    expect(points.at(-1)?.forecast).toBe(total.forecast)
    return { committed: total.committed, open: exposure.map(({ minor }) => minor) }
  }
  const whole = order.shares[0]?.amount.minor ?? 0
  expect(await on('2008-10-14')).toEqual({ committed: whole, open: [1_000_000] })
  expect(await on('2008-10-15')).toEqual({ committed: whole - Math.round(whole * 0.4), open: [600_000] })
  await make.expense({ partOfId: order.id, amount: yen(600_000), paidOn: '2008-11-03', shares })
  expect(await on('2008-11-03')).toEqual({ committed: 0, open: [] })
})
