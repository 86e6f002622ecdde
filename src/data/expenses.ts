import {
  approveExpense,
  createExpense,
  enterExpenses,
  listExpenses,
  readExpense,
  removeExpense,
  restoreExpense,
  updateExpense,
} from '../contract/expenses.ts'
import { expenseAdded } from './expense-overlays.ts'
import { lists, reads, writes } from './options.ts'

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
