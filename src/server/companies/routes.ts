import { readSmeStatus } from '../../contract/accounts.ts'
import * as contract from '../../contract/companies.ts'
import { route } from '../route.ts'
import { createCompany } from './create.ts'
import { listCompanies } from './list.ts'
import { readCompany } from './queries.ts'
import { smeStatus } from './sme-status.ts'
import { updateCompany } from './update.ts'

export const companyRoutes = [
  route(contract.listCompanies, (ctx, { query }) => listCompanies(ctx, query)),
  route(contract.readCompany, (ctx, { params, query }) => readCompany(ctx, params.id, query.asOf)),
  route(contract.createCompany, createCompany),
  route(contract.updateCompany, updateCompany),
  route(readSmeStatus, smeStatus),
]
