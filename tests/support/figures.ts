import { agreementRecords } from '../../src/contract/agreements.ts'
import { listCompanies } from '../../src/contract/companies.ts'
import { listTasks } from '../../src/contract/dossier.ts'
import type { CallInput, Endpoint, Reply } from '../../src/contract/endpoint.ts'
import { listExpenses } from '../../src/contract/expenses.ts'
import { grantRecords } from '../../src/contract/grants.ts'
import { missionRecords } from '../../src/contract/missions.ts'
import { listServedCompanies, listServedRecords } from '../../src/contract/served.ts'
import type { Tally } from '../../src/contract/views.ts'
import type { OpenedList } from '../../src/domain/figures.ts'

export const openedEndpoints: Record<OpenedList, Endpoint> = {
  'agreements.list': agreementRecords.list,
  'missions.list': missionRecords.list,
  'companies.list': listCompanies,
  'served.companies': listServedCompanies,
  'served.records': listServedRecords,
  'grants.list': grantRecords.list,
  'expenses.list': listExpenses,
  'tasks.list': listTasks,
}

/** How operations are called: over a test's API or the demo's. */
export type Caller = <E extends Endpoint>(endpoint: E, input: CallInput<E>) => Promise<Reply<E>>

/** The number of records of the list that a figure opens. */
export async function totalOf(call: Caller, list: OpenedList, query: object): Promise<number> {
  const reply = (await call(openedEndpoints[list], {
    query: { ...query, limit: 1 },
  } as never)) as unknown as {
    total: number
  }
  return reply.total
}

/** What the expenses of a list come to per currency, worked out from its rows. */
export async function sumsOf(call: Caller, query: object): Promise<Tally['sums']> {
  const sums = new Map<string, number>()
  let cursor: string | undefined
  do {
    const { items, next } = await call(listExpenses, { query: { ...query, cursor, limit: 200 } })
    for (const { amount, eligible } of items)
      sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + eligible)
    cursor = next ?? undefined
  } while (cursor)
  return [...sums].sort().map(([currency, minor]) => ({ currency, minor }))
}
