import * as contract from '../../contract/requests.ts'
import { route } from '../route.ts'
import { enter } from './enter.ts'
import { pageOfRequests } from './list.ts'
import { readRequest } from './queries.ts'
import { suggest } from './suggest.ts'
import { changeRequest, dropRequest } from './update.ts'

export const requestRoutes = [
  route(contract.listRequests, pageOfRequests),
  route(contract.enterRequests, enter),
  route(contract.updateRequest, changeRequest, readRequest),
  route(contract.removeRequest, dropRequest, readRequest),
  route(contract.suggestMeetings, suggest),
]
