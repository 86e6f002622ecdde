import { awardAid, declareAid, listAid, readAid, removeAid, updateAid } from '../contract/aid.ts'
import { lists, reads, writes } from './options.ts'

export const aid = {
  list: lists(listAid),
  read: reads(readAid),
  award: writes(awardAid),
  declare: writes(declareAid),
  update: writes(updateAid),
  remove: writes(removeAid),
}
