import * as contract from '../../contract/served.ts'
import { route } from '../route.ts'
import { servedCompanies } from './companies.ts'
import { companyServed } from './company.ts'
import { servedRecords } from './list.ts'
import { servedSummary } from './summary.ts'

export const servedRoutes = [
  route(contract.readServed, servedSummary),
  route(contract.listServedCompanies, servedCompanies),
  route(contract.listServedRecords, servedRecords),
  route(contract.readCompanyServed, companyServed),
]
