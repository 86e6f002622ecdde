import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readBurn, readPosition } from '../../src/contract/budget.ts'
import { uploadDocument } from '../../src/contract/dossier.ts'
import {
  createExpense,
  type Expense,
  readExpense,
  removeExpense,
  restoreExpense,
  updateExpense,
} from '../../src/contract/expenses.ts'
import { undoChange } from '../../src/contract/history.ts'
import { exportWorkspace, importWorkspace } from '../../src/contract/workspace.ts'
import { type Movement, openSums } from '../../src/domain/budget-position.ts'
import { addDays } from '../../src/domain/partial-date.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { grantMakers } from '../support/grants.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi({ clock: '2010-06-01' })
})
afterAll(() => api.stop())

const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2008-01-01', n))
const maybe = fc.option(day, { nil: null })
const minor = fc.integer({ min: 1, max: 1_000_000 })
const days = fc.record({ plannedOn: day, committedOn: maybe, paidOn: maybe, cancelledOn: maybe })
const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), minor, days, order: fc.option(fc.nat(), { nil: null }) }),
  fc.record({ kind: fc.constant('change' as const), at: fc.nat(), minor, days }),
  fc.record({ kind: fc.constantFrom('bin' as const, 'restore' as const, 'receipt' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('undo' as const) }),
)

/** What is paid is not cancelled. */
const legal = ({ cancelledOn, ...rest }: { paidOn: string | null; cancelledOn: string | null }) => ({
  ...rest,
  cancelledOn: rest.paidOn ? null : cancelledOn,
})

/** Everything that is kept, worked out anew. */
async function anew() {
  const { rows } = await sql<{ rows: number }>`
    select count(*)::int as rows from (
      (select grant_id, line_id, currency, grain, day, planned, committed, paid, planned_part, committed_part, expenses, bare from ledger_cells
        where (planned, committed, paid, planned_part, committed_part, expenses, bare) <> (0, 0, 0, 0, 0, 0, 0)
       except select * from ledger_cells_wanted)
      union all
      (select * from ledger_cells_wanted where (planned, committed, paid, planned_part, committed_part, expenses, bare) <> (0, 0, 0, 0, 0, 0, 0)
       except select grant_id, line_id, currency, grain, day, planned, committed, paid, planned_part, committed_part, expenses, bare from ledger_cells)
      union all
      (select grant_id, null, currency, '', reckoned_on, amount_minor, 0, 0, 0, 0, 0, 0 from (table ledger except table ledger_wanted) l)
      union all
      (select grant_id, null, currency, '', reckoned_on, amount_minor, 0, 0, 0, 0, 0, 0 from (table ledger_wanted except table ledger) l)
    ) d`.execute(api.db)
  return rows[0]?.rows
}

it('whatever is written, undone or restored, the position of any day is that of the rule', async () => {
  const make = grantMakers(api)
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 12 }),
      fc.array(day, { minLength: 3, maxLength: 3 }),
      async (steps, on) => {
        const { id } = await make.grant()
        const { lines } = await make.budget(id, [{ category: 'travel', minor: 5_000_000 }])
        const shares = [{ grantId: id, lineId: lines[0]?.id ?? null, bp: 10_000 }]
        const ids: string[] = []
        let last: string | null = null
        /** One that an undo took away has none. */
        const versionOf = async (of: string) => {
          const answer = await api.send(readExpense, { params: { id: of } })
          return answer.ok ? ((await answer.json()) as Expense).version : 1
        }
        for (const one of steps) {
          const at = 'at' in one && ids.length > 0 ? ids[one.at % ids.length] : undefined
          const params = { id: at ?? '' }
          const version = at ? await versionOf(at) : 1
          let answer: Response | null = null
          if (one.kind === 'add') {
            const partOfId = one.order !== null && ids.length > 0 ? ids[one.order % ids.length] : null
            const body = {
              id: randomUUID(),
              title: 'x',
              amount: { minor: one.minor, currency: 'EUR' },
              ...legal(one.days),
              partOfId,
              shares,
            }
            answer = await api.send(createExpense, { body })
            if (answer.ok) ids.push(body.id)
          } else if (one.kind === 'undo') {
            if (last) answer = await api.send(undoChange, { params: { id: last } })
          } else if (at && one.kind === 'change') {
            const body = { amount: { minor: one.minor, currency: 'EUR' }, ...legal(one.days) }
            answer = await api.send(updateExpense, { params, body }, { version })
          } else if (at && one.kind === 'receipt') {
            const query = { noun: 'expenses', recordId: at, filename: 'a' }
            answer = await api.send(uploadDocument, { query, body: new Uint8Array([1]) })
          } else if (at) {
            answer = await api.send(
              one.kind === 'bin' ? removeExpense : restoreExpense,
              { params },
              { version },
            )
          }
          expect(answer?.status ?? 200).toBeLessThan(500)
          if (answer?.ok) last = answer.headers.get('x-change-set')
        }
        const found = await Promise.all(ids.map((of) => api.send(readExpense, { params: { id: of } })))
        const all = (await Promise.all(found.filter((one) => one.ok).map((one) => one.json()))) as Expense[]
        const living = all.filter(({ deletedAt }) => !deletedAt)
        const movements = living.map(
          (held): Movement => ({
            ...held,
            lineId: null,
            orderId: held.partOf?.id ?? null,
            minor: held.shares[0]?.amount.minor ?? 0,
          }),
        )
        for (const asOf of on) {
          const { total } = await api.call(readPosition, { params: { id }, query: { asOf } })
          expect(total).toMatchObject(openSums(movements, asOf))
          const { points } = await api.call(readBurn, { params: { id }, query: { asOf } })
          const { paid, committed } = openSums(movements, asOf)
          expect(points.find((point) => point.day === asOf)).toMatchObject({ paid, committed })
          expect(points.at(-1)?.forecast).toBe(total.forecast)
        }
        expect(await anew()).toBe(0)
      },
    ),
    { numRuns: Number(process.env.LEDGER_RUNS ?? 12) },
  )
}, 300_000)

it('a workspace that is saved and read back stands where it stood', async () => {
  const { id } = await grantMakers(api).grant()
  await grantMakers(api).expense({ shares: [{ grantId: id, bp: 5000 }] })
  const before = await api.call(readPosition, { params: { id } })
  const file = new Uint8Array(await (await api.send(exportWorkspace, {})).arrayBuffer())
  await api.call(importWorkspace, { body: file })
  expect(await api.call(readPosition, { params: { id } })).toEqual(before)
  expect(before.total.paid).toBe(5000)
  expect(await anew()).toBe(0)
})
