import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Claim, draftClaim, freezeClaim, submitClaim } from '../../src/contract/claims.ts'
import { uploadDocument } from '../../src/contract/dossier.ts'
import { enterExpenses, listExpenses } from '../../src/contract/expenses.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { grantMakers } from '../support/grants.ts'

let api: TestApi
let make: ReturnType<typeof grantMakers>
beforeAll(async () => {
  api = await startApi({ clock: '2009-06-01' })
  make = grantMakers(api)
})
afterAll(() => api.stop())

const days = fc.constantFrom('2008-01-31', '2008-02-01', '2008-02-15', '2008-03-01', '2009-12-31')
const maybe = fc.option(days, { nil: null })
const row = fc
  .record({
    plannedOn: maybe,
    committedOn: maybe,
    paidOn: maybe,
    cancelledOn: maybe,
    minor: fc.integer({ min: 1, max: 1_000_000 }),
    bp: fc.constantFrom(10_000, 3333),
  })
  .filter(({ plannedOn, committedOn, paidOn, cancelledOn }) =>
    Boolean((plannedOn || committedOn || paidOn) && !(paidOn && cancelledOn)),
  )

/** So early that it narrows nothing, but has every expense looked at. */
const sinceEver = '1900-01-01'

it('a list of all, of what is paid or lacks a receipt adds up by kept sums what it would by looking at each expense', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), days, async (rows, asOf) => {
      const grant = await make.grant()
      const ids = rows.map(() => crypto.randomUUID())
      const { problems } = await api.call(enterExpenses, {
        body: {
          rows: rows.map(({ minor, bp, ...on }, n) => ({
            id: ids[n] ?? '',
            title: `Row ${n}`,
            amount: { minor, currency: 'EUR' },
            ...on,
            shares: [{ grantId: grant.id, bp }],
          })),
        },
      })
      expect(problems).toEqual([])
      const paid = rows.flatMap(({ paidOn }, n) => (paidOn ? [ids[n] ?? ''] : []))
      for (const recordId of paid.slice(0, 1))
        await api.call(uploadDocument, {
          query: { noun: 'expenses', recordId, filename: 'receipt' },
          body: new Uint8Array([1]),
        })
      // One that is claimed is not "paid" any more.
      const claim = await api.call(draftClaim, {
        params: { id: grant.id },
        body: { from: '2008-01-01', to: '2008-02-01' },
      })
      const step = { params: { id: claim.id }, body: { on: '2008-02-15' } }
      const frozen = await api.send(freezeClaim, step, { version: claim.version })
      if (frozen.ok) await api.call(submitClaim, step, { version: ((await frozen.json()) as Claim).version })
      for (const query of [
        { grant: grant.id, asOf, limit: 3 },
        { asOf, limit: 3 },
        { grant: grant.id, asOf, limit: 3, state: 'paid' },
        { grant: grant.id, asOf, limit: 3, gap: 'receipt' },
      ]) {
        const kept = await api.call(listExpenses, { query })
        const looked = await api.call(listExpenses, { query: { ...query, from: sinceEver } })
        expect(kept.total).toBe(looked.total)
        const told = ({ sums, costs }: typeof kept) => [sums.filter(({ amount }) => amount.minor > 0), costs]
        expect(told(kept)).toEqual(told(looked))
        expect(kept.items.map(({ id }) => id)).toEqual(looked.items.map(({ id }) => id))
      }
    }),
    { numRuns: 15 },
  )
})

it('the pages of a list know how many there are from the first', async () => {
  const grant = await make.grant()
  for (let n = 0; n < 5; n++)
    await make.expense({ title: `Row ${n}`, shares: [{ grantId: grant.id, bp: 10_000 }] })
  const query = { grant: grant.id, limit: 2 }
  const first = await api.call(listExpenses, { query })
  const second = await api.call(listExpenses, { query: { ...query, cursor: first.next ?? '' } })
  const third = await api.call(listExpenses, { query: { ...query, cursor: second.next ?? '' } })
  expect([first, second, third].map(({ total, items }) => [total, items.length])).toEqual([
    [5, 2],
    [5, 2],
    [5, 1],
  ])
  expect(third.next).toBeNull()
  const forged = btoa(JSON.stringify({ sort: '-date', value: 'x' }))
  expect((await api.send(listExpenses, { query: { ...query, cursor: forged } })).status).toBe(422)
})
