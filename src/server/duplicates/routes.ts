import * as contract from '../../contract/duplicates.ts'
import { route } from '../route.ts'
import { dismissDuplicate } from './dismiss.ts'
import { listDuplicates } from './list.ts'

export const duplicateRoutes = [
  route(contract.listDuplicates, listDuplicates),
  route(contract.dismissDuplicate, dismissDuplicate),
]
