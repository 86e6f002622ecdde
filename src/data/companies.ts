import { readSmeStatus } from '../contract/accounts.ts'
import { readAidRoom } from '../contract/aid.ts'
import { createCompany, listCompanies, readCompany, updateCompany } from '../contract/companies.ts'
import { readGate } from '../contract/gate.ts'
import { lists, reads, writes } from './options.ts'

export const companies = {
  list: lists(listCompanies),
  /** One page, for pickers. */
  page: reads(listCompanies),
  read: reads(readCompany),
  create: writes(createCompany),
  update: writes(updateCompany),
  smeStatus: reads(readSmeStatus),
  aidRoom: reads(readAidRoom),
  gate: reads(readGate),
}
