import * as contract from '../../contract/requests.ts'
import { route } from '../route.ts'
import { enter } from './enter.ts'
import { pageOfRequests } from './list.ts'

export const requestRoutes = [
  route(contract.listRequests, pageOfRequests),
  route(contract.enterRequests, enter),
]
