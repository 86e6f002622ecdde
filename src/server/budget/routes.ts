import {
  adoptVersion,
  beginVersion,
  checkTransfer,
  dropTransfer,
  dropVersion,
  makeTransfer,
  readBudget,
  readBurn,
  readPosition,
  storeLines,
} from '../../contract/budget.ts'
import type { Context } from '../context.ts'
import { route } from '../route.ts'
import { readGrantBurn } from './burn.ts'
import { storeVersionLines } from './lines.ts'
import { readGrantPosition } from './position.ts'
import { readGrantBudget } from './read.ts'
import { check, takeBack, transfer } from './transfers.ts'
import { adopt, begin, drop } from './versions.ts'

const current = (ctx: Context, id: string) => readGrantBudget(ctx, id)

export const budgetRoutes = [
  route(readBudget, (ctx, { params, query }) => readGrantBudget(ctx, params.id, query.asOf)),
  route(beginVersion, begin, current),
  route(storeLines, storeVersionLines, current),
  route(adoptVersion, adopt, current),
  route(dropVersion, drop, current),
  route(checkTransfer, check),
  route(makeTransfer, transfer, current),
  route(dropTransfer, takeBack, current),
  route(readPosition, readGrantPosition),
  route(readBurn, readGrantBurn),
]
