import * as contract from '../contract/overview.ts'
import { reads } from './options.ts'

export const overview = { read: reads(contract.readOverview) }
export const search = { all: reads(contract.searchAll) }
export const clusters = { read: reads(contract.readCluster) }
