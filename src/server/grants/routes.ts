import { grantRecords, readBalances } from '../../contract/grants.ts'
import { moveToBin, takeFromBin } from '../record.ts'
import { route } from '../route.ts'
import { readGrantBalances } from './balances.ts'
import { createGrant } from './create.ts'
import { listGrants } from './list.ts'
import { readGrant } from './queries.ts'
import { updateGrant } from './update.ts'

const { list, read, create, update, remove, restore } = grantRecords

export const grantRoutes = [
  route(list, (ctx, { query }) => listGrants(ctx, query)),
  route(read, (ctx, { params, query }) => readGrant(ctx, params.id, query.asOf)),
  route(create, createGrant),
  route(update, updateGrant),
  route(remove, async (ctx, { params, ifMatch }) => {
    await moveToBin(ctx, 'grants', params.id, ifMatch)
    return readGrant(ctx, params.id)
  }),
  route(restore, async (ctx, { params }) => {
    await takeFromBin(ctx, 'grants', params.id)
    return readGrant(ctx, params.id)
  }),
  route(readBalances, readGrantBalances),
]
