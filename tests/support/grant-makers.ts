import { randomUUID } from 'node:crypto'
import { adoptVersion, type Budget, beginVersion, storeLines } from '../../src/contract/budget.ts'
import type { CallInput } from '../../src/contract/endpoint.ts'
import { createExpense, type Expense, type ExpenseInput } from '../../src/contract/expenses.ts'
import { type Grant, type GrantInput, grantRecords } from '../../src/contract/grants.ts'
import type { TestApi } from './api.ts'
import { makers } from './make.ts'

type Line = CallInput<typeof storeLines>['body']['lines'][number]

/** The grants' own factories: each adds over the API with the fewest fields that make sense. */
export function grantMakers(api: TestApi) {
  const make = makers(api)

  /** A grant of €100,000 over 2008 and 2009. */
  async function grant(fields: Partial<GrantInput> = {}): Promise<Grant> {
    return api.call(grantRecords.create, {
      body: {
        title: `Grant ${randomUUID().slice(0, 8)}`,
        starts: '2008',
        ends: '2009',
        total: { kind: 'exact', minor: 10_000_000 },
        ...fields,
      },
    })
  }

  const versionOf = async (id: string): Promise<number> =>
    (await api.call(grantRecords.read, { params: { id } })).version

  /** The grant's initial budget of these lines, adopted on 1 January 2008. */
  async function budget(grantId: string, lines: readonly Line[], on = '2008-01-01'): Promise<Budget> {
    const params = { id: grantId }
    const begun = await api.call(beginVersion, { params, body: {} }, { version: await versionOf(grantId) })
    const versionId = begun.versions.at(-1)?.id ?? ''
    const stored = await api.call(
      storeLines,
      { params: { ...params, versionId }, body: { lines: [...lines] } },
      { version: begun.version },
    )
    return api.call(
      adoptVersion,
      { params: { ...params, versionId }, body: { on } },
      { version: stored.version },
    )
  }

  /** An expense of €100, paid on 4 February 2008. */
  async function expense(fields: Partial<ExpenseInput> = {}): Promise<Expense> {
    const dated = fields.plannedOn || fields.committedOn ? {} : { paidOn: '2008-02-04' }
    return api.call(createExpense, {
      body: { title: 'Stand', amount: { minor: 10_000, currency: 'EUR' }, ...dated, ...fields },
    })
  }

  return { ...make, grant, budget, expense, versionOf }
}
