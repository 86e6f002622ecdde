import * as contract from '../../contract/ownership.ts'
import { route } from '../route.ts'
import { readGroup } from './group.ts'
import { readLink } from './queries.ts'
import { addLink, changeLink, dropLink } from './write.ts'

export const ownershipRoutes = [
  route(contract.readOwnership, readGroup),
  route(contract.createOwnership, addLink),
  route(contract.updateOwnership, changeLink, readLink),
  route(contract.removeOwnership, dropLink, readLink),
]
