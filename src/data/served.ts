import { listServedCompanies, listServedRecords, readCompanyServed, readServed } from '../contract/served.ts'
import { lists, reads } from './options.ts'

export const served = {
  summary: reads(readServed),
  companies: lists(listServedCompanies),
  records: lists(listServedRecords),
  ofCompany: reads(readCompanyServed),
}
