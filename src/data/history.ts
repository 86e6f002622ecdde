import * as contract from '../contract/history.ts'
import { lists, reads, writes } from './options.ts'

/** What happened, newest first. */
export const history = {
  list: lists(contract.listHistory),
  /** The newest few, for a summary. */
  page: reads(contract.listHistory),
  undo: writes(contract.undoChange),
}

export const bin = { list: lists(contract.listBin) }
