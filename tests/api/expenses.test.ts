import { afterAll, beforeAll, describe } from 'vitest'
import {
  createExpense,
  type Expense,
  listExpenses,
  readExpense,
  removeExpense,
  restoreExpense,
  updateExpense,
} from '../../src/contract/expenses.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { describeRecords } from '../support/record-suite.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe('expenses, as records', () => {
  describeRecords<Expense>({
    api: () => api,
    records: {
      list: listExpenses,
      read: readExpense,
      create: createExpense,
      update: updateExpense,
      remove: removeExpense,
      restore: restoreExpense,
    },
    body: (title) => ({ title, amount: { minor: 12_345, currency: 'EUR' }, paidOn: '2008-02-04' }),
    field: 'title',
    longest: 500,
  })
})
