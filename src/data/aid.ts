import {
  awardAid,
  declareAid,
  exportAidRegister,
  listAid,
  readAid,
  readAidRoom,
  removeAid,
  updateAid,
} from '../contract/aid.ts'
import type { CallInput } from '../contract/endpoint.ts'
import { call } from './client.ts'
import { reads, writes } from './options.ts'

export const aid = {
  page: reads(listAid),
  read: reads(readAid),
  room: reads(readAidRoom),
  award: writes(awardAid),
  declare: writes(declareAid),
  update: writes(updateAid),
  remove: writes(removeAid),
}

/** The register of awards as a CSV file. */
export const downloadRegister = (query: CallInput<typeof exportAidRegister>['query']) =>
  call(exportAidRegister, { query })
