import * as contract from '../../contract/merge.ts'
import { route } from '../route.ts'
import { merge, previewMerge } from './merge.ts'

export const mergeRoutes = [
  route(contract.previewOrganisationMerge, previewMerge('organisations')),
  route(contract.mergeOrganisations, merge('organisations')),
  route(contract.previewPersonMerge, previewMerge('people')),
  route(contract.mergePeople, merge('people')),
]
