import { allianceRecords } from '../contract/alliances.ts'
import { lists, reads, writes } from './options.ts'

export const alliances = {
  list: lists(allianceRecords.list),
  /** One page, for pickers. */
  page: reads(allianceRecords.list),
  read: reads(allianceRecords.read),
  create: writes(allianceRecords.create),
  update: writes(allianceRecords.update),
  remove: writes(allianceRecords.remove),
  restore: writes(allianceRecords.restore),
}
