import * as contract from '../contract/tokens.ts'
import { reads, writes } from './options.ts'

/** One's own tokens for programs. */
export const tokens = {
  list: reads(contract.listTokens),
  make: writes(contract.makeToken),
  revoke: writes(contract.revokeToken),
}
