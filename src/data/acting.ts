import * as contract from '../contract/acting.ts'
import { lists, reads } from './options.ts'

/** What clusters did for one another. */
export const acting = { ledger: reads(contract.readLedger), list: lists(contract.listActs) }
