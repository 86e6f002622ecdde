import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { awardAid, removeAid, updateAid } from '../../src/contract/aid.ts'
import {
  type Expense,
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
  api = await startApi({ clock: '2008-09-15' })
  make = grantMakers(api)
})
afterAll(() => api.stop())

const company = () => make.organisation({ kinds: ['company'], country: 'FR' })

/** A grant of one funder of this kind. */
async function grantOf(kind: 'national' | 'eu_direct') {
  const funder = await make.organisation()
  return make.grant({ funders: [{ organisationId: funder.id, kind }] })
}

/** An expense of €100 for a company, that a national grant bears. */
async function helping(companyId: string, more: Parameters<typeof make.expense>[0] = {}): Promise<Expense> {
  const grant = await grantOf('national')
  return make.expense({ companyId, shares: [{ grantId: grant.id, bp: 10_000 }], ...more })
}

const award = (companyId: string, expenseId: string, minor = 10_000) =>
  api.call(awardAid, {
    params: { id: companyId },
    body: {
      grantedOn: '2008-02-04',
      amount: { minor, currency: 'EUR' },
      expenseId,
      purpose: 'trade_fair',
      reason: 'Its papers follow.',
    },
  })
const change = (expense: Expense, body: object) =>
  api.call(updateExpense, { params: { id: expense.id }, body }, { version: expense.version })
const seen = (id: string) => api.call(readExpense, { params: { id } })

describe('what of an expense can be aid', () => {
  test('is what a grant bears, by whose money it is, where a company is helped', async () => {
    const { id } = await company()
    const [national, direct] = [await grantOf('national'), await grantOf('eu_direct')]
    const shares = [
      { grantId: national.id, bp: 6_000 },
      { grantId: direct.id, bp: 3_000 },
    ]
    expect(await make.expense({ companyId: id, shares })).toMatchObject({ aidable: 6_000, aid: [] })
    expect(await make.expense({ shares })).toMatchObject({ aidable: 0, aid: [] })
  })
})

describe('aid by an expense', () => {
  test('stands with the expense, and is no more than that came to', async () => {
    const { id } = await company()
    const expense = await helping(id)
    await expect(award(id, expense.id, 10_001)).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'amount.minor', code: 'more_than_expense', params: { most: 10_000 } }] },
    })
    const given = await award(id, expense.id, 6_000)
    expect(given.expense).toEqual({ id: expense.id, name: expense.title })
    await expect(award(id, expense.id, 4_001)).rejects.toMatchObject({
      problem: { errors: [{ code: 'more_than_expense', params: { most: 4_000 } }] },
    })
    await award(id, expense.id, 4_000)
    const params = { id: given.id }
    const more = { body: { amount: { minor: 6_001, currency: 'EUR' } } }
    await expect(api.call(updateAid, { params, ...more }, { version: given.version })).rejects.toMatchObject({
      problem: { errors: [{ code: 'more_than_expense' }] },
    })
    expect((await seen(expense.id)).aid.map(({ amount }) => amount.minor).sort()).toEqual([4_000, 6_000])
  })

  test('is refused past the ceiling, with the arithmetic, and then nothing is written', async () => {
    const { id } = await company()
    const expense = await helping(id, { amount: { minor: 20_000_001, currency: 'EUR' } })
    await expect(award(id, expense.id, 20_000_001)).rejects.toMatchObject({
      status: 409,
      code: 'aid_forbidden',
      problem: {
        params: {
          finding: 'ceiling_passed',
          ceiling: 20_000_000,
          sum: 0,
          asked: 20_000_001,
          after: 20_000_001,
          most: 20_000_000,
        },
      },
    })
    expect((await seen(expense.id)).aid).toEqual([])
  })

  test('is refused by an expense that was given up, or helps another', async () => {
    const [one, other] = [await company(), await company()]
    const planned = await helping(one.id, { plannedOn: '2008-02-04' })
    await change(planned, { cancelledOn: '2008-03-01' })
    await expect(award(one.id, planned.id)).rejects.toMatchObject({
      problem: { errors: [{ path: 'expenseId', code: 'expense_cancelled' }] },
    })
    const expense = await helping(one.id)
    await expect(award(other.id, expense.id)).rejects.toMatchObject({
      problem: { errors: [{ path: 'expenseId', code: 'other_company' }] },
    })
  })

  test('holds the expense to its company, and out of the bin, until it is deleted', async () => {
    const [one, other] = [await company(), await company()]
    const expense = await helping(one.id)
    const given = await award(one.id, expense.id)
    for (const companyId of [other.id, null])
      await expect(change(expense, { companyId })).rejects.toMatchObject({
        status: 409,
        code: 'expense_has_aid',
        problem: { params: { flaw: 'other_company', who: one.name } },
      })
    await expect(
      api.call(removeExpense, { params: { id: expense.id } }, { version: expense.version }),
    ).rejects.toMatchObject({ code: 'in_use' })
    await api.call(removeAid, { params: { id: given.id } }, { version: given.version })
    expect(await change(expense, { companyId: other.id })).toMatchObject({ company: { id: other.id } })
  })

  test('is flagged where the expense comes to less, and found by it', async () => {
    const { id } = await company()
    const expense = await helping(id)
    await award(id, expense.id)
    expect(expense.gaps).toEqual(['receipt'])
    const cheaper = await change(expense, { amount: { minor: 9_999, currency: 'EUR' } })
    expect(cheaper.gaps).toEqual(['receipt', 'aid'])
    const { items } = await api.call(listExpenses, { query: { company: id, gap: 'aid' } })
    expect(items.map((one) => one.id)).toEqual([expense.id])
    expect(await change(cheaper, { amount: { minor: 10_000, currency: 'EUR' } })).toMatchObject({
      gaps: ['receipt'],
    })
    expect((await api.call(listExpenses, { query: { company: id, gap: 'aid' } })).items).toEqual([])
  })

  test('stays true through undo: the company it was chosen for can’t be taken away below it', async () => {
    const { id } = await company()
    const expense = await helping(id, { companyId: null })
    const chosen = await api.send(
      updateExpense,
      { params: { id: expense.id }, body: { companyId: id } },
      { version: expense.version },
    )
    const set = { params: { id: chosen.headers.get('x-change-set') ?? '' } }
    const given = await award(id, expense.id)
    await expect(api.call(undoChange, set)).rejects.toMatchObject({ status: 409, code: 'undo_blocked' })
    expect((await seen(expense.id)).company?.id).toBe(id)
    await api.call(removeAid, { params: { id: given.id } }, { version: given.version })
    await api.call(undoChange, set)
    expect((await seen(expense.id)).company).toBeNull()
  })
})
