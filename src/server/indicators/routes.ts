import * as contract from '../../contract/indicators.ts'
import { moveToBin, takeFromBin } from '../record.ts'
import { route } from '../route.ts'
import { countTheIndicator, recordsLookedAt, whatIsLeftOut } from './count.ts'
import { listIndicators } from './list.ts'
import { readIndicator } from './queries.ts'
import { createIndicator, updateIndicator } from './write.ts'

const { list, read, create, update, remove, restore } = contract.indicatorRecords

export const indicatorRoutes = [
  route(list, (ctx, { query }) => listIndicators(ctx, query)),
  route(read, (ctx, { params }) => readIndicator(ctx, params.id)),
  route(create, createIndicator),
  route(update, updateIndicator),
  route(remove, async (ctx, { params, ifMatch }) => {
    await moveToBin(ctx, 'indicators', params.id, ifMatch)
    return readIndicator(ctx, params.id)
  }),
  route(restore, async (ctx, { params }) => {
    await takeFromBin(ctx, 'indicators', params.id)
    return readIndicator(ctx, params.id)
  }),
  route(contract.countIndicator, countTheIndicator),
  route(contract.listLookedAt, recordsLookedAt),
  route(contract.readLeftOut, whatIsLeftOut),
]
