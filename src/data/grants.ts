import {
  adoptVersion,
  beginVersion,
  checkTransfer,
  dropTransfer,
  dropVersion,
  makeTransfer,
  readBudget,
  readBurn,
  readPosition,
  storeLines,
} from '../contract/budget.ts'
import { grantRecords, readBalances } from '../contract/grants.ts'
import { convertAmount, importRates, listQuotes, readRates } from '../contract/rates.ts'
import { lists, reads, writes } from './options.ts'

export const grants = {
  page: reads(grantRecords.list),
  list: lists(grantRecords.list),
  read: reads(grantRecords.read),
  balances: reads(readBalances),
  create: writes(grantRecords.create),
  update: writes(grantRecords.update),
  remove: writes(grantRecords.remove),
  restore: writes(grantRecords.restore),
}

export const budget = {
  read: reads(readBudget),
  position: reads(readPosition),
  burn: reads(readBurn),
  check: reads(checkTransfer),
  begin: writes(beginVersion),
  store: writes(storeLines),
  adopt: writes(adoptVersion),
  drop: writes(dropVersion),
  transfer: writes(makeTransfer),
  dropTransfer: writes(dropTransfer),
}

export const rates = {
  read: reads(readRates),
  quotes: reads(listQuotes),
  convert: reads(convertAmount),
  import: writes(importRates),
}
