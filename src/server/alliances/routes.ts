import { allianceRecords } from '../../contract/alliances.ts'
import { moveToBin, takeFromBin } from '../record.ts'
import { route } from '../route.ts'
import { createAlliance } from './create.ts'
import { listAlliances } from './list.ts'
import { readAlliance } from './queries.ts'
import { updateAlliance } from './update.ts'

const { list, read, create, update, remove, restore } = allianceRecords

export const allianceRoutes = [
  route(list, (ctx, { query }) => listAlliances(ctx, query)),
  route(read, (ctx, { params, query }) => readAlliance(ctx, params.id, query.asOf)),
  route(create, createAlliance),
  route(update, updateAlliance),
  route(remove, async (ctx, { params, ifMatch }) => {
    await moveToBin(ctx, 'alliances', params.id, ifMatch)
    return readAlliance(ctx, params.id)
  }),
  route(restore, async (ctx, { params }) => {
    await takeFromBin(ctx, 'alliances', params.id)
    return readAlliance(ctx, params.id)
  }),
]
