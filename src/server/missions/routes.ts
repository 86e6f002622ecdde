import {
  cancelMission as cancel,
  closeMission as close,
  missionRecords,
  moveMission as move,
  reopenMission as reopen,
  tickStep as tick,
} from '../../contract/missions.ts'
import { moveToBin, takeFromBin } from '../record.ts'
import { route } from '../route.ts'
import { cancelMission } from './cancel.ts'
import { closeMission } from './close.ts'
import { createMission } from './create.ts'
import { listMissions } from './list.ts'
import { moveMission } from './move.ts'
import { readMission } from './queries.ts'
import { reopenMission } from './reopen.ts'
import { tickStep } from './tick.ts'
import { updateMission } from './update.ts'

const { list, read, create, update, remove, restore } = missionRecords

export const missionRoutes = [
  route(list, (ctx, { query }) => listMissions(ctx, query)),
  route(read, (ctx, { params, query }) => readMission(ctx, params.id, query.asOf)),
  route(create, createMission),
  route(update, updateMission),
  route(remove, async (ctx, { params, ifMatch }) => {
    await moveToBin(ctx, 'missions', params.id, ifMatch)
    return readMission(ctx, params.id)
  }),
  route(restore, async (ctx, { params }) => {
    await takeFromBin(ctx, 'missions', params.id)
    return readMission(ctx, params.id)
  }),
  route(move, moveMission),
  route(cancel, cancelMission),
  route(close, closeMission),
  route(reopen, reopenMission),
  route(tick, tickStep),
]
