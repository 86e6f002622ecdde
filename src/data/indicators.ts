import * as contract from '../contract/indicators.ts'
import { lists, listsOf, reads, writes } from './options.ts'

const { list, read, create, update, remove, restore } = contract.indicatorRecords

export const indicators = {
  list: lists(list),
  page: reads(list),
  read: reads(read),
  create: writes(create),
  update: writes(update),
  remove: writes(remove),
  restore: writes(restore),
  /** What it counts, against its target. */
  count: reads(contract.countIndicator),
  records: listsOf(contract.listLookedAt),
  leftOut: reads(contract.readLeftOut),
}
