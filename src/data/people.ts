import { personRecords } from '../contract/people.ts'
import { lists, reads, writes } from './options.ts'

export const people = {
  list: lists(personRecords.list),
  /** One page, for pickers. */
  page: reads(personRecords.list),
  read: reads(personRecords.read),
  create: writes(personRecords.create),
  update: writes(personRecords.update),
  remove: writes(personRecords.remove),
  restore: writes(personRecords.restore),
}
