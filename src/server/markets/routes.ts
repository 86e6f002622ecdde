import { marketRecords } from '../../contract/markets.ts'
import { moveToBin, takeFromBin } from '../record.ts'
import { route } from '../route.ts'
import { createMarket } from './create.ts'
import { listMarkets } from './list.ts'
import { readMarket } from './queries.ts'
import { updateMarket } from './update.ts'

const { list, read, create, update, remove, restore } = marketRecords

export const marketRoutes = [
  route(list, (ctx, { query }) => listMarkets(ctx, query)),
  route(read, (ctx, { params, query }) => readMarket(ctx, params.id, query)),
  route(create, createMarket),
  route(update, updateMarket),
  route(remove, async (ctx, { params, ifMatch }) => {
    await moveToBin(ctx, 'markets', params.id, ifMatch)
    return readMarket(ctx, params.id)
  }),
  route(restore, async (ctx, { params }) => {
    await takeFromBin(ctx, 'markets', params.id)
    return readMarket(ctx, params.id)
  }),
]
