import type { CallInput } from '../contract/endpoint.ts'
import {
  approveExpense,
  createExpense,
  enterExpenses,
  exportExpenses,
  listExpenses,
  readExpense,
  removeExpense,
  restoreExpense,
  updateExpense,
} from '../contract/expenses.ts'
import { call } from './client.ts'
import { expenseAdded } from './expense-overlays.ts'
import { reads, writes } from './options.ts'
import { windows } from './windows.ts'

/** All that a list shows, as a file. */
export const downloadExpenses = (query: CallInput<typeof exportExpenses>['query']) =>
  call(exportExpenses, { query })

/** A grid holds no more of its rows than somebody scrolls in a while. */
const mostPages = 12

export const expenses = {
  page: reads(listExpenses),
  list: windows(listExpenses, mostPages),
  read: reads(readExpense),
  create: writes(createExpense, expenseAdded),
  enter: writes(enterExpenses),
  update: writes(updateExpense),
  approve: writes(approveExpense),
  remove: writes(removeExpense),
  restore: writes(restoreExpense),
}
