import * as contract from '../../contract/tokens.ts'
import { route } from '../route.ts'
import { listOwnTokens } from './list.ts'
import { makeOwnToken } from './make.ts'
import { revokeOwnToken } from './revoke.ts'

export const tokenRoutes = [
  route(contract.listTokens, listOwnTokens),
  route(contract.makeToken, makeOwnToken),
  route(contract.revokeToken, revokeOwnToken),
]
