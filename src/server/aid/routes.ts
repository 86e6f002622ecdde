import * as contract from '../../contract/aid.ts'
import { route } from '../route.ts'
import { awardAid } from './award.ts'
import { declareAid } from './declare.ts'
import { listLedger } from './list.ts'
import { readRoom } from './position.ts'
import { readAidEntry } from './queries.ts'
import { exportRegister } from './register.ts'
import { removeAid } from './remove.ts'
import { updateAid } from './update.ts'

export const aidRoutes = [
  route(contract.listAid, listLedger),
  route(contract.readAid, (ctx, { params }) => readAidEntry(ctx, params.id)),
  route(contract.readAidRoom, readRoom),
  route(contract.awardAid, awardAid),
  route(contract.declareAid, declareAid),
  route(contract.updateAid, updateAid),
  route(contract.removeAid, removeAid),
  route(contract.exportAidRegister, exportRegister),
]
