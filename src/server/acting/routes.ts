import * as contract from '../../contract/acting.ts'
import { route } from '../route.ts'
import { readTheLedger } from './ledger.ts'
import { pageOfActs } from './list.ts'

export const actingRoutes = [route(contract.readLedger, readTheLedger), route(contract.listActs, pageOfActs)]
