import * as contract from '../contract/reports.ts'
import { lists, listsOf, reads, writes } from './options.ts'

const { list, read, create, update, remove, restore } = contract.reportRecords

export const reports = {
  list: lists(list),
  read: reads(read),
  create: writes(create),
  update: writes(update),
  remove: writes(remove),
  restore: writes(restore),
  run: writes(contract.runReport),
  readRun: reads(contract.readRun),
  runRecords: listsOf(contract.listRunRecords),
  compare: reads(contract.compareRuns),
}
