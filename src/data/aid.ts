import {
  awardAid,
  declareAid,
  exportAidRegister,
  listAid,
  readAid,
  removeAid,
  updateAid,
} from '../contract/aid.ts'
import type { CallInput } from '../contract/endpoint.ts'
import { call } from './client.ts'
import { lists, reads, writes } from './options.ts'

export const aid = {
  list: lists(listAid),
  /** One page: the ledger of one company. */
  page: reads(listAid),
  read: reads(readAid),
  award: writes(awardAid),
  declare: writes(declareAid),
  update: writes(updateAid),
  remove: writes(removeAid),
}

/** The register of awards as a CSV file. */
export const downloadRegister = (query: CallInput<typeof exportAidRegister>['query']) =>
  call(exportAidRegister, { query })
