import { createAccounts, listAccounts, removeAccounts, updateAccounts } from '../contract/accounts.ts'
import { reads, writes } from './options.ts'

export const accounts = {
  list: reads(listAccounts),
  create: writes(createAccounts),
  update: writes(updateAccounts),
  remove: writes(removeAccounts),
}
