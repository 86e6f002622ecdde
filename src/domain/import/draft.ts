import type { LegalGround } from '../privacy.ts'
import type { NumberScheme } from '../registration-numbers.ts'
import type { ImportField } from './fields.ts'

/** What one row of a table says, ready to be matched and entered. */
export interface ImportDraft {
  organisation: OrganisationDraft | null
  person: PersonDraft | null
  /** Clusters that the organisation belongs to, by name. */
  memberships: { cluster: string; from: string | null; to: string | null }[]
  /** A mission that it took part in, by title. */
  participation: { mission: string; state: string; since: string | null } | null
  /** Kept as notes of the person, or of the body where the row names nobody. */
  notes: string[]
}

export interface OrganisationDraft {
  /** Of a record here, where the table was exported from it. */
  id: string | null
  name: string
  kinds: string[]
  /** Whether the row itself says its kind; otherwise it is what the table's rows are taken for. */
  kindSaid: boolean
  names: { name: string; kind: 'former' | 'alias' | 'acronym' }[]
  legalForm: string | null
  websites: string[]
  numbers: { scheme: NumberScheme; value: string }[]
  street: string | null
  postcode: string | null
  town: string | null
  region: string | null
  country: string | null
  latitude: number | null
  longitude: number | null
  founded: string | null
  sectors: string[]
  themes: string[]
  focus: string | null
}

export interface PersonDraft extends PersonalData {
  /** Of a record here, where the table was exported from it. */
  id: string | null
  givenName: string | null
  familyName: string
  nativeName: string | null
  email: string | null
  phone: string | null
  language: string | null
  jobTitle: string | null
}

/** Where data about people comes from, what it is kept for, and on what ground: nobody is entered without the first two. */
export interface PersonalData {
  source: string | null
  purpose: string | null
  legalBasis: LegalGround | null
}
export const noPersonalData: PersonalData = { source: null, purpose: null, legalBasis: null }

/** What is said of every row that says nothing itself. */
export interface ImportDefaults extends PersonalData {
  kind: string
  country: string | null
  cluster: string | null
  memberFrom: string | null
  mission: string | null
  participationState: string
}
export const noDefaults: ImportDefaults = {
  ...noPersonalData,
  kind: 'company',
  country: null,
  cluster: null,
  memberFrom: null,
  mission: null,
  participationState: 'attended',
}

/**
 * What is to be said of a cell. An "error" keeps its row back, a "warning" asks for a look, a "repair" tells what was mended.
 * Codes are the keys of sentences.
 */
export interface CellProblem {
  /** Null where it is about the row. */
  column: number | null
  field: ImportField | null
  code: string
  severity: 'error' | 'warning' | 'repair'
  params?: Record<string, string>
}

/** Whether a row can be entered as it is. */
export const isReady = (problems: readonly CellProblem[]): boolean =>
  problems.every(({ severity }) => severity !== 'error')
