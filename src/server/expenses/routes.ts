import {
  approveExpense,
  createExpense,
  enterExpenses,
  exportExpenses,
  listExpenses as list,
  readExpense,
  removeExpense,
  restoreExpense,
  updateExpense,
} from '../../contract/expenses.ts'
import { takeFromBin } from '../record.ts'
import { route } from '../route.ts'
import { approve } from './approve.ts'
import { addExpense, enterRows } from './enter.ts'
import { exportList } from './export/file.ts'
import { listExpenses } from './list.ts'
import { readExpenseAt } from './queries.ts'
import { binExpense } from './remove.ts'
import { changeExpense } from './update.ts'

export const expenseRoutes = [
  route(list, (ctx, { query }) => listExpenses(ctx, query)),
  route(exportExpenses, exportList),
  route(enterExpenses, enterRows),
  route(readExpense, (ctx, { params, query }) => readExpenseAt(ctx, params.id, query.asOf)),
  route(createExpense, addExpense),
  route(updateExpense, changeExpense),
  route(approveExpense, approve),
  route(removeExpense, binExpense),
  route(restoreExpense, async (ctx, { params }) => {
    await takeFromBin(ctx, 'expenses', params.id)
    return readExpenseAt(ctx, params.id)
  }),
]
