/** What a column of a table may hold, by what it is about. */
export const importFields = {
  organisation: [
    'id',
    'name',
    'formerName',
    'otherName',
    'acronym',
    'kind',
    'legalForm',
    'website',
    'siren',
    'siret',
    'vat',
    'pic',
    'number',
    'street',
    'postcode',
    'town',
    'region',
    'country',
    'latitude',
    'longitude',
    'founded',
    'sectors',
    'themes',
    'focus',
  ],
  person: [
    'personId',
    'personName',
    'givenName',
    'familyName',
    'nativeName',
    'email',
    'phone',
    'jobTitle',
    'personLanguage',
    'reading',
    'note',
  ],
  membership: ['cluster', 'memberFrom', 'memberTo'],
  participation: ['mission', 'participationState', 'participationSince'],
} as const

export type ImportGroup = keyof typeof importFields
export type ImportField = (typeof importFields)[ImportGroup][number]
export const importFieldNames: readonly ImportField[] = Object.values(importFields).flat()

/** Fields that several columns may hold at once; of any other the first column with something in it counts. */
export const repeatable: ReadonlySet<ImportField> = new Set([
  'formerName',
  'otherName',
  'website',
  'sectors',
  'themes',
  'cluster',
  'note',
])
