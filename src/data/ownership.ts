import { createOwnership, readOwnership, removeOwnership, updateOwnership } from '../contract/ownership.ts'
import { reads, writes } from './options.ts'

export const ownership = {
  list: reads(readOwnership),
  create: writes(createOwnership),
  update: writes(updateOwnership),
  remove: writes(removeOwnership),
}
