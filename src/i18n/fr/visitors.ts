import type en from '../en/visitors.ts'
import type { Messages } from '../namespaces.ts'

export default {
  edits_one: '{{names}} est en train de modifier cette fiche',
  edits_other: '{{names}} sont en train de modifier cette fiche',
  looks_one: '{{names}} consulte aussi cette fiche',
  looks_other: '{{names}} consultent aussi cette fiche',
  others_one: '1 autre personne',
  others_other: '{{count}} autres personnes',
} satisfies Messages<typeof en>
