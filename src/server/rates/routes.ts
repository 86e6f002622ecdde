import { convertAmount, importRates, listQuotes, readRates } from '../../contract/rates.ts'
import { route } from '../route.ts'
import { importRateFile } from './import.ts'
import { convertForGrant, listRateQuotes, readRateState } from './read.ts'

export const rateRoutes = [
  route(readRates, readRateState),
  route(listQuotes, listRateQuotes),
  route(convertAmount, convertForGrant),
  route(importRates, importRateFile),
]
