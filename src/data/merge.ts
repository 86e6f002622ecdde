import { dismissDuplicate, listDuplicates } from '../contract/duplicates.ts'
import {
  mergeOrganisations,
  mergePeople,
  previewOrganisationMerge,
  previewPersonMerge,
} from '../contract/merge.ts'
import { lists, reads, writes } from './options.ts'

export const duplicates = {
  list: lists(listDuplicates),
  dismiss: writes(dismissDuplicate),
}

export const merges = {
  previewOrganisations: reads(previewOrganisationMerge),
  organisations: writes(mergeOrganisations),
  previewPeople: reads(previewPersonMerge),
  people: writes(mergePeople),
}
