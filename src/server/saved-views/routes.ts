import { sql } from 'kysely'
import * as contract from '../../contract/saved-views.ts'
import { route } from '../route.ts'
import { defaultOf, readSavedView, savedViewsWhere } from './queries.ts'
import { changeView, chooseDefault, dropView, keepView } from './write.ts'

export const savedViewRoutes = [
  route(contract.listSavedViews, async (ctx, { query: { list } }) => ({
    items: await savedViewsWhere(ctx, sql<boolean>`v.list = ${list}`),
    opensWith: await defaultOf(ctx, list),
  })),
  route(contract.createSavedView, keepView),
  route(contract.updateSavedView, changeView, readSavedView),
  route(contract.removeSavedView, dropView, readSavedView),
  route(contract.chooseDefaultView, chooseDefault),
]
