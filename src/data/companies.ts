import {
  createAccounts,
  listAccounts,
  readSmeStatus,
  removeAccounts,
  updateAccounts,
} from '../contract/accounts.ts'
import { createCompany, listCompanies, readCompany, updateCompany } from '../contract/companies.ts'
import { createOwnership, readOwnership, removeOwnership, updateOwnership } from '../contract/ownership.ts'
import { createService, listServices, removeService, updateService } from '../contract/services.ts'
import { lists, reads, writes } from './options.ts'

export const companies = {
  page: reads(listCompanies),
  list: lists(listCompanies),
  read: reads(readCompany),
  status: reads(readSmeStatus),
  create: writes(createCompany),
  update: writes(updateCompany),
}

export const accounts = {
  list: reads(listAccounts),
  create: writes(createAccounts),
  update: writes(updateAccounts),
  remove: writes(removeAccounts),
}

export const ownership = {
  read: reads(readOwnership),
  create: writes(createOwnership),
  update: writes(updateOwnership),
  remove: writes(removeOwnership),
}

export const services = {
  page: reads(listServices),
  create: writes(createService),
  update: writes(updateService),
  remove: writes(removeService),
}
