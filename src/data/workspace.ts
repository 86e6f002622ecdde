import * as contract from '../contract/workspace.ts'
import { call } from './client.ts'
import { reads, writes } from './options.ts'

export const session = {
  read: reads(contract.readSession),
  actors: reads(contract.listActors),
  rights: reads(contract.readRights),
}

export const workspace = {
  read: reads(contract.readWorkspace),
  update: writes(contract.updateWorkspace),
  reset: writes(contract.resetWorkspace),
  import: writes(contract.importWorkspace),
  sample: reads(contract.readSample),
  removeSample: writes(contract.removeSample),
}

/** The whole workspace as one file. */
export const exportWorkspace = () => call(contract.exportWorkspace, {})
