import { marketRecords } from '../contract/markets.ts'
import { lists, reads, writes } from './options.ts'

export const markets = {
  list: lists(marketRecords.list),
  /** One page, for pickers. */
  page: reads(marketRecords.list),
  read: reads(marketRecords.read),
  create: writes(marketRecords.create),
  update: writes(marketRecords.update),
  remove: writes(marketRecords.remove),
  restore: writes(marketRecords.restore),
}
