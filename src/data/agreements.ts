import * as contract from '../contract/agreements.ts'
import { lists, reads, writes } from './options.ts'

const records = contract.agreementRecords

export const agreements = {
  list: lists(records.list),
  /** One page, for pickers. */
  page: reads(records.list),
  read: reads(records.read),
  create: writes(records.create),
  update: writes(records.update),
  remove: writes(records.remove),
  restore: writes(records.restore),
  move: writes(contract.moveAgreement),
  sign: writes(contract.signAgreement),
  unsign: writes(contract.removeSignature),
  abandon: writes(contract.abandonAgreement),
  reopen: writes(contract.reopenAgreement),
  terminate: writes(contract.terminateAgreement),
  renew: writes(contract.renewAgreement),
}
