import { adoptVersion, type Budget, beginVersion, storeLines } from '../../src/contract/budget.ts'
import { createExpense, type Expense, type ExpenseInput } from '../../src/contract/expenses.ts'
import { type Grant, type GrantInput, grantRecords } from '../../src/contract/grants.ts'
import type { TestApi } from './api.ts'

type Lines = Parameters<typeof lineOf>[0][]
const lineOf = (line: {
  category: string
  clusterId?: string
  marketId?: string
  name?: string
  minor: number
}) => line

/** Grants, budgets and expenses over the API, with the fewest fields that make sense. */
export function funded(api: TestApi) {
  async function grant(fields: Partial<GrantInput> = {}): Promise<Grant> {
    return api.call(grantRecords.create, {
      body: {
        title: 'Alps Bio Cluster',
        starts: '2008-01-01',
        ends: '2010-12-31',
        total: { kind: 'exact', minor: 186_250_500 },
        ...fields,
      },
    })
  }

  /** A budget of these lines, adopted on a day; not with null. */
  async function budget(
    { id, version }: Grant,
    lines: Lines,
    on: string | null = '2008-01-01',
  ): Promise<Budget> {
    const params = { id }
    const begun = await api.call(beginVersion, { params, body: {} }, { version })
    const versionId = begun.versions.at(-1)?.id ?? ''
    const at = { params: { id, versionId } }
    const stored = await api.call(storeLines, { ...at, body: { lines } }, { version: begun.version })
    if (on === null) return stored
    return api.call(adoptVersion, { ...at, body: { on } }, { version: stored.version })
  }

  /** A paid expense that a grant bears as a whole. */
  async function expense(
    grantId: string,
    { lineId = null, ...fields }: Partial<ExpenseInput> & { lineId?: string | null } = {},
  ): Promise<Expense> {
    return api.call(createExpense, {
      body: {
        title: 'Flights',
        amount: { minor: 100_000, currency: 'EUR' },
        paidOn: '2008-06-01',
        shares: [{ grantId, lineId, bp: 10_000 }],
        ...fields,
      },
    })
  }
  return { grant, budget, expense }
}
