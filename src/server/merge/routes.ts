import * as contract from '../../contract/merge.ts'
import { route } from '../route.ts'
import { mergeIntoOrganisation, mergeIntoPerson, previewMerge } from './merge.ts'

export const mergeRoutes = [
  route(contract.previewOrganisationMerge, previewMerge('organisations')),
  route(contract.mergeOrganisations, mergeIntoOrganisation),
  route(contract.previewPersonMerge, previewMerge('people')),
  route(contract.mergePeople, mergeIntoPerson),
]
