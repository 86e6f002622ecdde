import * as contract from '../contract/views.ts'
import { reads } from './options.ts'

/** What there is of a cluster, a market or an alliance over all nouns. */
export const views = {
  market: reads(contract.viewMarket),
  cluster: reads(contract.viewCluster),
  alliance: reads(contract.viewAlliance),
  breakdown: reads(contract.readBreakdown),
  matrix: reads(contract.readMatrix),
}
