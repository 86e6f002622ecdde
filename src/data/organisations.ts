import { organisationRecords } from '../contract/organisations.ts'
import { lists, reads, writes } from './options.ts'

export const organisations = {
  list: lists(organisationRecords.list),
  /** One page, for pickers. */
  page: reads(organisationRecords.list),
  read: reads(organisationRecords.read),
  create: writes(organisationRecords.create),
  update: writes(organisationRecords.update),
  remove: writes(organisationRecords.remove),
  restore: writes(organisationRecords.restore),
}
