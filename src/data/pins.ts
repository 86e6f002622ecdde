import * as contract from '../contract/pins.ts'
import { reads, writes } from './options.ts'

export const pins = {
  list: reads(contract.listPins),
  add: writes(contract.addPin),
  remove: writes(contract.removePin),
}
