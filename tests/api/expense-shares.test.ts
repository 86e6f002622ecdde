import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPosition } from '../../src/contract/budget.ts'
import { uploadDocument } from '../../src/contract/dossier.ts'
import {
  approveExpense,
  enterExpenses,
  listExpenses,
  readExpense,
  removeExpense,
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

describe('shares', () => {
  it('split what counts to the cent, and leave the rest to own funds', async () => {
    const [one, two] = [await make.grant(), await make.grant()]
    const made = await make.expense({
      amount: eur(10_001),
      vatMinor: 1_000,
      vatRecoverable: true,
      shares: [
        { grantId: one.id, bp: 3333 },
        { grantId: two.id, bp: 3333 },
      ],
    })
    expect(made.eligible).toBe(9001)
    expect(made.shares.map(({ part }) => part)).toEqual([3000, 3000])
    expect(made.own).toBe(3001)
  })

  it('are never more than the whole, whoever writes', async () => {
    const [one, two] = [await make.grant(), await make.grant()]
    const shares = [
      { grantId: one.id, bp: 6000 },
      { grantId: two.id, bp: 4001 },
    ]
    await expect(make.expense({ shares })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'shares', code: 'over_whole' }] },
    })
    const made = await make.expense({ shares: [{ grantId: one.id, bp: 6000 }] })
    await expect(
      api.db
        .insertInto('expense_shares')
        .values({
          id: randomUUID(),
          expense_id: made.id,
          position: 1,
          grant_id: two.id,
          bp: 4001,
          part_minor: 0,
          amount_minor: 0,
          rate_policy: 'same_currency',
          rate: '1',
          rate_source: '',
          rate_provisional: false,
        })
        .execute(),
    ).rejects.toMatchObject({ constraint: 'shares_whole' })
  })
})

describe('rates', () => {
  it('are those of the day, stored with their day and source; of a Sunday the last before', async () => {
    const { id } = await make.grant()
    const shares = [{ grantId: id, bp: 10_000 }]
    const dollars = await make.expense({ amount: { minor: 148_290, currency: 'USD' }, shares })
    expect(dollars.shares[0]).toMatchObject({
      amount: eur(100_000),
      rate: {
        policy: 'day',
        rate: '1.4829',
        on: '2008-02-04',
        source: 'European Central Bank',
        provisional: false,
      },
    })
    const yen = { minor: 138_180, currency: 'JPY' }
    const fair = await make.expense({ amount: yen, paidOn: '2008-10-15', shares })
    expect(fair.shares[0]).toMatchObject({ amount: eur(100_000), rate: { rate: '138.18' } })
    const sunday = await make.expense({ amount: yen, paidOn: '2008-10-19', shares })
    expect(sunday.shares[0]?.rate).toMatchObject({ on: '2008-10-17' })
    const francs = await make.expense({ amount: { minor: 655_957, currency: 'FRF' }, shares })
    expect(francs.shares[0]).toMatchObject({ amount: eur(100_000), rate: { rate: '6.55957' } })
  })

  it('follow the grant’s rule: monthly, fixed, or by hand; none is made up', async () => {
    const monthly = await make.grant({ rules: { rates: { kind: 'month' } } })
    // The last working day of January 2008 but one was the 30th.
    const usd = { minor: 100_000, currency: 'USD' }
    const paid = await make.expense({ amount: usd, shares: [{ grantId: monthly.id, bp: 10_000 }] })
    expect(paid.shares[0]?.rate).toMatchObject({ policy: 'month', on: '2008-01-30', rate: '1.481' })
    const fixed = await make.grant({
      rules: { rates: { kind: 'fixed', quotes: [{ currency: 'USD', rate: '1.25' }] } },
    })
    const agreed = await make.expense({ amount: usd, shares: [{ grantId: fixed.id, bp: 10_000 }] })
    expect(agreed.shares[0]).toMatchObject({ amount: eur(80_000), rate: { policy: 'fixed', on: null } })
    const shares = [{ grantId: fixed.id, bp: 10_000 }]
    await expect(make.expense({ amount: { minor: 1, currency: 'ZWD' }, shares })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'shares.0.rate', code: 'no_rate' }] },
    })
    const rate = { rate: '2', on: '2008-02-04', source: 'Receipt of the bureau de change' }
    const byHand = await make.expense({ amount: usd, shares: [{ grantId: fixed.id, bp: 10_000, rate }] })
    expect(byHand.shares[0]).toMatchObject({
      amount: eur(50_000),
      rate: { policy: 'by_hand', source: rate.source },
    })
  })

  it('are not restated when a rule or a text changes, but are when the day does', async () => {
    const { id } = await make.grant()
    const made = await make.expense({
      amount: { minor: 148_290, currency: 'USD' },
      shares: [{ grantId: id, bp: 10_000 }],
    })
    const change = (body: object, version: number) =>
      api.call(updateExpense, { params: { id: made.id }, body }, { version })
    const titled = await change({ title: 'Another' }, made.version)
    expect(titled.shares).toEqual(made.shares)
    const later = await change({ paidOn: '2008-10-15' }, titled.version)
    expect(later.shares[0]?.rate).toMatchObject({ on: '2008-10-15', rate: '1.3625' })
    expect(later.shares[0]?.id).toBe(made.shares[0]?.id)
  })

  it('are not final for a day still to come', async () => {
    const { id } = await make.grant()
    const made = await make.expense({
      amount: { minor: 100_000, currency: 'USD' },
      plannedOn: '2009-05-01',
      expectedOn: '2009-09-01',
      shares: [{ grantId: id, bp: 10_000 }],
    })
    expect(made.shares[0]?.rate).toMatchObject({ provisional: true, on: '2009-06-01' })
    expect(made.gaps).toContain('rate')
  })
})

describe('what is wrong with an expense', () => {
  it('is named, field by field', async () => {
    const { id } = await make.grant()
    const wrong = {
      amount: { minor: 1000, currency: 'XQX' },
      vatMinor: 1000,
      supplierId: randomUUID(),
      shares: [
        { grantId: id, lineId: randomUUID(), bp: 5000 },
        { grantId: id, bp: 1000 },
      ],
    }
    await expect(make.expense(wrong)).rejects.toMatchObject({
      status: 422,
      problem: {
        errors: [
          { path: 'amount.currency', code: 'unknown_currency' },
          { path: 'vatMinor', code: 'vat_in_amount' },
          { path: 'supplierId', code: 'unknown_reference' },
          { path: 'shares.0.lineId', code: 'unknown_reference' },
          { path: 'shares.1.grantId', code: 'duplicate' },
        ],
      },
    })
    for (const minor of [0, -5, 1.5, 1e15])
      await expect(make.expense({ amount: eur(minor) })).rejects.toMatchObject({
        status: 422,
        problem: { errors: [{ path: 'amount.minor' }] },
      })
  })

  it('an invoice belongs to an order, and to no invoice', async () => {
    const invoice = await make.expense()
    await expect(make.expense({ partOfId: invoice.id })).rejects.toMatchObject({
      problem: { errors: [{ path: 'partOfId', code: 'not_an_order' }] },
    })
    const order = await make.expense({ committedOn: '2008-01-10' })
    const first = await make.expense({ partOfId: order.id, amount: eur(4000) })
    expect(await api.call(readExpense, { params: { id: order.id } })).toMatchObject({
      invoiced: 4000,
      state: 'committed',
    })
    await expect(
      api.call(removeExpense, { params: { id: order.id } }, { version: order.version }),
    ).rejects.toMatchObject({ status: 409, code: 'in_use', problem: { blockers: [{ recordId: first.id }] } })
  })
})

describe('rows entered together', () => {
  const row = (more: object = {}) => ({
    id: randomUUID(),
    title: 'Row',
    amount: eur(1000),
    paidOn: '2008-05-05',
    ...more,
  })

  it('are entered but for those that are wrong, which come back; sent again, nothing is doubled', async () => {
    const { id } = await make.grant()
    const order = row({ paidOn: undefined, committedOn: '2008-05-01', shares: [{ grantId: id, bp: 10_000 }] })
    const rows = [
      order,
      row({ partOfId: order.id }),
      row({ amount: { minor: 5, currency: 'XQX' } }),
      row({ paidOn: undefined }),
    ]
    const dry = await api.call(enterExpenses, { body: { rows, dryRun: true } })
    expect(dry.entered).toHaveLength(2)
    await expect(api.call(readExpense, { params: { id: order.id } })).rejects.toMatchObject({ status: 404 })
    const none = await api.call(enterExpenses, { body: { rows, mode: 'all' } })
    expect(none.entered).toEqual([])
    const done = await api.call(enterExpenses, { body: { rows } })
    expect(done.entered).toEqual([order.id, rows[1]?.id])
    expect(done.problems).toMatchObject([
      { row: 2, errors: [{ path: 'amount.currency', code: 'unknown_currency' }] },
      { row: 3, errors: [{ path: 'plannedOn', code: 'no_day' }] },
    ])
    const again = await api.call(enterExpenses, { body: { rows } })
    expect(again.entered).toEqual([])
    expect(again.already).toHaveLength(2)
  })

  it('five hundred at once', async () => {
    const { id } = await make.grant()
    const rows = Array.from({ length: 500 }, (_, n) =>
      row({
        title: `Row ${n}`,
        amount: { minor: 1000 + n, currency: 'JPY' },
        shares: [{ grantId: id, bp: 10_000 }],
      }),
    )
    expect((await api.call(enterExpenses, { body: { rows } })).entered).toHaveLength(500)
    const page = await api.call(listExpenses, { query: { grant: id, sort: 'amount', limit: 3 } })
    expect(page.total).toBe(500)
    expect(page.items.map(({ shares }) => shares[0]?.amount.minor)).toEqual([615, 615, 616])
    const { total } = await api.call(readPosition, { params: { id } })
    expect(page.sums).toEqual([{ grantId: id, amount: eur(total.paid) }])
  })
})

describe('a list', () => {
  it('is narrowed by state, gap, day, who pays and what it is for', async () => {
    const { id } = await make.grant({ ends: '2008-06' })
    const cluster = await make.organisation()
    const { lines } = await make.budget(id, [{ category: 'travel', minor: 100_000 }])
    const lineId = lines[0]?.id ?? ''
    const shares = [{ grantId: id, lineId, bp: 10_000 }]
    const paid = await make.expense({ shares, payerId: cluster.id })
    const planned = await make.expense({ plannedOn: '2008-03-01', shares: [{ grantId: id, bp: 10_000 }] })
    const late = await make.expense({ paidOn: '2008-07-01', shares })
    await api.call(uploadDocument, {
      query: { noun: 'expenses', recordId: paid.id, filename: 'receipt.pdf', kind: 'evidence' },
      body: new Uint8Array([1]),
    })
    const ids = async (query: object) =>
      (await api.call(listExpenses, { query: { grant: id, sort: 'date', ...query } })).items.map(
        (item) => item.id,
      )
    expect(await ids({})).toEqual([paid.id, planned.id, late.id])
    expect(await ids({ asOf: '2008-04-01' })).toEqual([paid.id, planned.id])
    expect(await ids({ state: 'planned' })).toEqual([planned.id])
    expect(await ids({ state: 'paid,planned' })).toEqual([paid.id, planned.id, late.id])
    expect(await ids({ gap: 'receipt' })).toEqual([late.id])
    expect(await ids({ gap: 'line' })).toEqual([planned.id])
    expect(await ids({ unassigned: 'true' })).toEqual([planned.id])
    expect(await ids({ outside: 'true' })).toEqual([late.id])
    expect(await ids({ category: 'travel', from: '2008-03-01' })).toEqual([late.id])
    expect(await ids({ payer: cluster.id })).toEqual([paid.id])
    expect(await ids({ cluster: cluster.id })).toEqual([paid.id])
    const all = await api.call(listExpenses, { query: { gap: 'shares', state: 'paid', limit: 1 } })
    expect(all.items.every(({ shares: of }) => of.length === 0)).toBe(true)
    const two = await api.call(listExpenses, { query: { grant: id, sort: '-amount', limit: 2 } })
    const rest = await api.call(listExpenses, {
      query: { grant: id, sort: '-amount', limit: 2, cursor: two.next ?? '' },
    })
    expect(new Set([...two.items, ...rest.items].map((item) => item.id)).size).toBe(3)
  })
})

describe('approval', () => {
  it('is given by a second person, and lost with what was approved', async () => {
    const { id } = await make.grant({ rules: { secondApproval: true } })
    const [ada, bob] = [await make.person(), await make.person()]
    const as = (person: { id: string }) => ({ actor: { id: person.id, name: '', role: 'manager' as const } })
    const [first] = (
      await api.call(
        enterExpenses,
        {
          body: {
            rows: [
              {
                id: randomUUID(),
                title: 'X',
                amount: eur(1),
                paidOn: '2008-02-04',
                shares: [{ grantId: id, bp: 10_000 }],
              },
            ],
          },
        },
        as(ada),
      )
    ).entered
    const params = { id: first ?? '' }
    const body = { approved: true }
    expect((await api.call(readExpense, { params })).gaps).toEqual(['receipt', 'approval'])
    await expect(
      api.call(approveExpense, { params, body }, { ...as(ada), version: 1 }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'approval_by_same_person',
    })
    const approved = await api.call(approveExpense, { params, body }, { ...as(bob), version: 1 })
    expect(approved).toMatchObject({
      approvedBy: { id: bob.id },
      approvedOn: '2009-06-01',
      gaps: ['receipt'],
    })
    const noted = await api.call(
      updateExpense,
      { params, body: { note: 'Seen' } },
      { version: approved.version },
    )
    expect(noted.approvedBy?.id).toBe(bob.id)
    const changed = await api.call(
      updateExpense,
      { params, body: { amount: eur(2) } },
      { version: noted.version },
    )
    expect(changed.approvedBy).toBeNull()
  })

  it('is given by nobody who changed what is approved, nor by somebody who has not said who they are', async () => {
    const { id } = await make.grant({ rules: { secondApproval: true } })
    const [ada, bob] = [await make.person(), await make.person()]
    const as = (person: { id: string } | null) => ({
      actor: { id: person?.id ?? null, name: '', role: 'manager' as const },
    })
    const held = await make.expense({ shares: [{ grantId: id, bp: 10_000 }] })
    const params = { id: held.id }
    const seen = async () => (await api.call(readExpense, { params })).version
    const approves = async (who: { id: string } | null) =>
      (
        await api.send(
          approveExpense,
          { params, body: { approved: true } },
          { ...as(who), version: await seen() },
        )
      ).status
    const dearer = { params, body: { amount: eur(1_000_000) } }
    await api.call(updateExpense, dearer, { ...as(bob), version: held.version })
    expect(await approves(bob)).toBe(409)
    expect(await approves(null)).toBe(409)
    const noted = { params, body: { note: 'Seen' } }
    await api.call(updateExpense, noted, { ...as(ada), version: await seen() })
    expect(await approves(ada)).toBe(200)
  })
})

describe('undo', () => {
  it('puts the figures back, in the ledger too', async () => {
    const { id } = await make.grant()
    const made = await make.expense({ shares: [{ grantId: id, bp: 10_000 }] })
    const paid = async () => (await api.call(readPosition, { params: { id } })).total.paid
    const answer = await api.send(
      updateExpense,
      { params: { id: made.id }, body: { amount: eur(99), shares: [] } },
      { version: made.version },
    )
    expect(await paid()).toBe(0)
    const undone = await api.send(undoChange, { params: { id: answer.headers.get('x-change-set') ?? '' } })
    expect(await paid()).toBe(10_000)
    await api.call(undoChange, { params: { id: undone.headers.get('x-change-set') ?? '' } })
    expect(await paid()).toBe(0)
  })
})
