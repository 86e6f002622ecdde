import * as contract from '../../contract/views.ts'
import { route } from '../route.ts'
import { readTheBreakdown } from './breakdown.ts'
import { readTheMatrix } from './matrix.ts'
import { viewOf } from './view.ts'

export const viewRoutes = [
  route(contract.viewMarket, viewOf('market')),
  route(contract.viewCluster, viewOf('cluster')),
  route(contract.viewAlliance, viewOf('alliance')),
  route(contract.readBreakdown, readTheBreakdown),
  route(contract.readMatrix, readTheMatrix),
]
