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
import { lists, reads, writes } from './options.ts'

/** All that a list shows, as a file. */
export const downloadExpenses = (query: CallInput<typeof exportExpenses>['query']) =>
  call(exportExpenses, { query })

export const expenses = {
  page: reads(listExpenses),
  list: lists(listExpenses),
  read: reads(readExpense),
  create: writes(createExpense, expenseAdded),
  enter: writes(enterExpenses),
  update: writes(updateExpense),
  approve: writes(approveExpense),
  remove: writes(removeExpense),
  restore: writes(restoreExpense),
}
