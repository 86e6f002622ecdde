import * as contract from '../contract/saved-views.ts'
import { reads, writes } from './options.ts'

export const savedViews = {
  list: reads(contract.listSavedViews),
  create: writes(contract.createSavedView),
  update: writes(contract.updateSavedView),
  remove: writes(contract.removeSavedView),
  choose: writes(contract.chooseDefaultView),
}
