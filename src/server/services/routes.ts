import * as contract from '../../contract/services.ts'
import { route } from '../route.ts'
import { listAllServices } from './list.ts'
import { readService } from './queries.ts'
import { addService, changeService, dropService } from './write.ts'

export const serviceRoutes = [
  route(contract.listServices, listAllServices),
  route(contract.createService, addService),
  route(contract.updateService, changeService, readService),
  route(contract.removeService, dropService, readService),
]
