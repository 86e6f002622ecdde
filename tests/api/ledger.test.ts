import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTransfer, readBurn, readPosition } from '../../src/contract/budget.ts'
import {
  type Claim,
  decideClaim,
  draftClaim,
  freezeClaim,
  listClaimRows,
  listClaims,
  payClaim,
  readClaim,
  submitClaim,
  thawClaim,
} from '../../src/contract/claims.ts'
import { uploadDocument } from '../../src/contract/dossier.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
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
import { figuresOf } from '../../src/domain/budget-position.ts'
import { addDays } from '../../src/domain/partial-date.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { grantMakers } from '../support/grants.ts'
import { replay, sumsByLog } from '../support/replay.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi({ clock: '2010-06-01' })
})
afterAll(() => api.stop())

const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2008-01-01', n))
const maybe = fc.option(day, { nil: null })
const minor = fc.integer({ min: 1, max: 1_000_000 })
const days = fc.record({ plannedOn: day, committedOn: maybe, paidOn: maybe, cancelledOn: maybe })
const currency = fc.constantFrom('EUR', 'USD', 'JPY')
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      minor,
      currency,
      days,
      order: fc.option(fc.nat(), { nil: null }),
      line: fc.nat(1),
    }),
  },
  fc.record({ kind: fc.constant('change' as const), at: fc.nat(), minor, days }),
  fc.record({ kind: fc.constantFrom('bin' as const, 'restore' as const, 'receipt' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('undo' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('move' as const), minor, on: day }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('claim' as const), on: day }) },
  fc.record({ kind: fc.constant('thaw' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What is paid is not cancelled. */
const legal = ({ cancelledOn, ...rest }: { paidOn: string | null; cancelledOn: string | null }) => ({
  ...rest,
  cancelledOn: rest.paidOn ? null : cancelledOn,
})

/** Everything that is kept, worked out anew. */
async function anew() {
  const { rows } = await sql<{ rows: number }>`
    select count(*)::int as rows from (
      (select grant_id, line_id, currency, grain, day, planned, committed, paid, planned_part, committed_part, expenses, bare, settled, bare_paid from ledger_cells
        where (planned, committed, paid, planned_part, committed_part, expenses, bare, settled, bare_paid) <> (0, 0, 0, 0, 0, 0, 0, 0, 0)
       except select * from ledger_cells_wanted)
      union all
      (select * from ledger_cells_wanted where (planned, committed, paid, planned_part, committed_part, expenses, bare, settled, bare_paid) <> (0, 0, 0, 0, 0, 0, 0, 0, 0)
       except select grant_id, line_id, currency, grain, day, planned, committed, paid, planned_part, committed_part, expenses, bare, settled, bare_paid from ledger_cells)
      union all
      (select grant_id, null, currency, '', reckoned_on, amount_minor, 0, 0, 0, 0, 0, 0, 0, 0 from (table ledger except table ledger_wanted) l)
      union all
      (select grant_id, null, currency, '', reckoned_on, amount_minor, 0, 0, 0, 0, 0, 0, 0, 0 from (table ledger_wanted except table ledger) l)
    ) d`.execute(api.db)
  return rows[0]?.rows
}

/** Takes steps with one grant, as they come: what is refused is left. */
function walker(make: ReturnType<typeof grantMakers>, grantId: string, lines: readonly string[]) {
  const ids: string[] = []
  const sets: string[] = []
  /** One that an undo took away has none. */
  const versionOf = async (id: string) => {
    const answer = await api.send(readExpense, { params: { id } })
    return answer.ok ? ((await answer.json()) as Expense).version : 1
  }
  const newest = async (): Promise<Claim | null> => {
    const [last] = (await api.call(listClaims, { params: { id: grantId } })).items
    return last ? api.call(readClaim, { params: { id: last.id } }) : null
  }
  const onClaim = (endpoint: Endpoint, { id, version }: Claim, body?: object) =>
    api.send(endpoint, { params: { id }, ...(body && { body }) }, { version })

  /** The next step of the newest claim, which refuses its first row; or the next claim. */
  async function claim(on: string): Promise<Response> {
    const held = await newest()
    if (!held || held.state === 'paid')
      return api.send(draftClaim, { params: { id: grantId }, body: { from: '2008-01-01', to: '2008-12-31' } })
    const last = held.decidedOn ?? held.submittedOn ?? held.frozenOn ?? on
    const body = { on: on < last ? last : on }
    if (held.state === 'draft') return onClaim(freezeClaim, held, body)
    if (held.state === 'frozen') return onClaim(submitClaim, held, body)
    if (held.state === 'decided') return onClaim(payClaim, held, { ...body, minor: 1 })
    const [row] = (await api.call(listClaimRows, { params: { id: held.id } })).items
    return onClaim(decideClaim, held, { ...body, rejected: row ? [{ rowId: row.id, reason: 'x' }] : [] })
  }

  async function expense(one: Extract<Step, { kind: 'add' | 'change' | 'bin' | 'restore' | 'receipt' }>) {
    if (one.kind === 'add') {
      const order = one.order !== null && ids.length > 0 ? ids[one.order % ids.length] : null
      const id = randomUUID()
      const amount = { minor: one.minor, currency: one.currency }
      const shares = [{ grantId, lineId: lines[one.line] ?? null, bp: 10_000 }]
      const body = { id, title: 'x', amount, ...legal(one.days), partOfId: order, shares }
      const answer = await api.send(createExpense, { body })
      if (answer.ok) ids.push(id)
      return answer
    }
    const id = ids[one.at % Math.max(1, ids.length)]
    if (!id) return null
    const params = { id }
    if (one.kind === 'receipt') {
      const query = { noun: 'expenses', recordId: id, filename: 'a' } as const
      return api.send(uploadDocument, { query, body: new Uint8Array([1]) })
    }
    const version = await versionOf(id)
    if (one.kind === 'change') {
      const amount = { minor: one.minor, currency: 'EUR' }
      return api.send(updateExpense, { params, body: { amount, ...legal(one.days) } }, { version })
    }
    return api.send(one.kind === 'bin' ? removeExpense : restoreExpense, { params }, { version })
  }

  async function sent(one: Step): Promise<Response | null> {
    if (one.kind === 'undo') {
      const id = sets.at(-1 - (one.at % 3))
      return id ? api.send(undoChange, { params: { id } }) : null
    }
    if (one.kind === 'claim') return claim(one.on)
    if (one.kind === 'thaw') {
      const held = await newest()
      return held && onClaim(thawClaim, held)
    }
    if (one.kind === 'move') {
      const [fromLineId = '', toLineId = ''] = lines
      const body = { fromLineId, toLineId, minor: one.minor, on: one.on }
      return api.send(
        makeTransfer,
        { params: { id: grantId }, body },
        { version: await make.versionOf(grantId) },
      )
    }
    return expense(one)
  }

  return async (one: Step) => {
    const answer = await sent(one)
    expect(answer?.status ?? 200).toBeLessThan(500)
    const set = answer?.ok ? answer.headers.get('x-change-set') : null
    if (set) sets.push(set)
  }
}

it('whatever is written, undone or restored, the position of any day is the replay of the log of changes', async () => {
  const make = grantMakers(api)
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 16 }),
      fc.array(day, { minLength: 3, maxLength: 3 }),
      async (steps, on) => {
        const { id } = await make.grant()
        const { lines } = await make.budget(id, [
          { category: 'travel', minor: 5_000_000 },
          { category: 'events', minor: 1_000_000 },
        ])
        const take = walker(
          make,
          id,
          lines.map((line) => line.id),
        )
        for (const one of steps) await take(one)
        const log = await replay(api)
        for (const asOf of on) {
          const position = await api.call(readPosition, { params: { id }, query: { asOf } })
          const { expenses: _, ...total } = figuresOf({ ...sumsByLog(log, id, asOf), expenses: 0 })
          expect(position.total).toMatchObject(total)
          for (const line of lines) {
            const { expenses: __, ...figures } = figuresOf({
              ...sumsByLog(log, id, asOf, line.id),
              expenses: 0,
            })
            expect(position.lines.find(({ lineId }) => lineId === line.id)?.figures).toMatchObject(figures)
          }
          const { points } = await api.call(readBurn, { params: { id }, query: { asOf } })
          const { paid, committed } = total
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
