import { participationStates } from '../participation.ts'
import { bareNumber, type NumberScheme, numberFlaw } from '../registration-numbers.ts'
import type { ImportField } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { hasLostLetters, looksBroken, repaired } from './mojibake.ts'
import * as read from './values.ts'

/** What one row of a table says, ready to be matched and entered. */
export interface ImportDraft {
  organisation: OrganisationDraft | null
  person: PersonDraft | null
  /** Clusters that the organisation belongs to, by name. */
  memberships: { cluster: string; from: string | null; to: string | null }[]
  /** A mission that it took part in, by title. */
  participation: { mission: string; state: string; since: string | null } | null
}

export interface OrganisationDraft {
  /** Of a record here, where the table was exported from it. */
  id: string | null
  name: string
  kinds: string[]
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

export interface PersonDraft {
  givenName: string | null
  familyName: string
  nativeName: string | null
  email: string | null
  phone: string | null
  language: string | null
  jobTitle: string | null
}

/** What is said of every row that says nothing itself. */
export interface ImportDefaults {
  kind: string
  country: string | null
  cluster: string | null
  memberFrom: string | null
  mission: string | null
  participationState: string
}
export const noDefaults: ImportDefaults = {
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

/** Longest texts, as the contract has them. */
const longest: Partial<Record<ImportField, number>> = {
  legalForm: 100,
  postcode: 20,
  street: 500,
  focus: 20_000,
  givenName: 200,
  familyName: 200,
  personName: 200,
  nativeName: 200,
  phone: 60,
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Reads a row by the mapping. A draft is given even where something is wrong with it; `problems` says what. */
export function draftOf(
  cells: readonly string[],
  mapping: Mapping,
  defaults: ImportDefaults = noDefaults,
): { draft: ImportDraft; problems: CellProblem[] } {
  const problems: CellProblem[] = []
  const columns = cleanColumns(cells, mapping, problems)
  const all = (field: ImportField) => columns.filter((one) => one.field === field)
  const text = (field: ImportField) => all(field)[0]?.text ?? null
  const several = (field: ImportField) =>
    all(field)
      .flatMap((one) => read.severalIn(one.text))
      .filter((part, n, parts) => parts.indexOf(part) === n)
      .slice(0, 50)
  /** A cell read by `reader`; one that it can't read is an error of the cell. */
  const parsed = <T>(field: ImportField, reader: (text: string) => T | null, code: string): T | null => {
    const [first] = all(field)
    if (!first) return null
    const value = reader(first.text)
    if (value === null) problems.push({ column: first.column, field, code, severity: 'error' })
    return value
  }
  const person = personOf(text, parsed)
  const organisation = organisationOf()
  if (!organisation && !person)
    problems.push({ column: null, field: 'name', code: 'nothing', severity: 'error' })
  const cluster = several('cluster')
  const memberFrom = parsed('memberFrom', read.partialDate, 'date') ?? defaults.memberFrom
  const memberTo = parsed('memberTo', read.partialDate, 'date')
  const mission = text('mission') ?? defaults.mission
  const state = parsed('participationState', stateSaid, 'state') ?? defaults.participationState
  const since = parsed('participationSince', civilDate, 'day')
  const clusters = cluster.length > 0 ? cluster : defaults.cluster ? [defaults.cluster] : []
  return {
    draft: {
      organisation,
      person,
      memberships: organisation
        ? clusters.map((name) => ({ cluster: name, from: memberFrom, to: memberTo }))
        : [],
      participation: organisation && mission ? { mission, state, since } : null,
    },
    problems,
  }

  function organisationOf(): OrganisationDraft | null {
    const name = text('name')
    // Read even where the row names no body, so that the cells are checked.
    const country = parsed('country', read.countryCode, 'country') ?? defaults.country
    const kind = parsed('kind', read.bodyKind, 'kind') ?? defaults.kind
    const rest = {
      id: parsed('id', recordId, 'id'),
      kinds: [kind],
      names: (
        [
          ['formerName', 'former'],
          ['otherName', 'alias'],
          ['acronym', 'acronym'],
        ] as const
      ).flatMap(([field, which]) =>
        several(field)
          .filter((other) => other !== name)
          .map((other) => ({ name: other.slice(0, 300), kind: which })),
      ),
      legalForm: text('legalForm'),
      websites: all('website').flatMap(({ column, text: address }) => {
        const url = read.webAddress(address)
        if (url === null) problems.push({ column, field: 'website', code: 'url', severity: 'error' })
        return url ?? []
      }),
      numbers: (['siren', 'siret', 'vat', 'pic', 'number'] as const).flatMap((field) => {
        const [first] = all(field)
        if (!first) return []
        const scheme: NumberScheme = field === 'number' ? 'other' : field
        const value = bareNumber(first.text)
        const flaw = value.length > 40 ? 'number_length' : value === '' ? null : numberFlaw(scheme, value)
        if (flaw) problems.push({ column: first.column, field, code: flaw, severity: 'error' })
        return value && !flaw ? [{ scheme, value }] : []
      }),
      street: text('street'),
      postcode: text('postcode'),
      town: text('town'),
      region: text('region'),
      country,
      latitude: parsed('latitude', within(90), 'coordinate'),
      longitude: parsed('longitude', within(180), 'coordinate'),
      founded: parsed('founded', read.partialDate, 'date'),
      sectors: several('sectors').map((word) => word.slice(0, 100)),
      themes: several('themes').map((word) => word.slice(0, 100)),
      focus: text('focus'),
    }
    if (name) return { name, ...rest }
    const [first] = columns.filter(
      ({ field }) => field === 'formerName' || field === 'siren' || field === 'siret',
    )
    if (first) problems.push({ column: first.column, field: 'name', code: 'name_missing', severity: 'error' })
    return null
  }
}

const recordId = (text: string) =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : null
const civilDate = (text: string) => {
  const date = read.partialDate(text)
  return date?.length === 10 ? date : null
}
const within = (most: number) => (text: string) => {
  const value = read.decimal(text)
  return value !== null && Math.abs(value) <= most ? value : null
}
const stateSaid = (text: string) => {
  const state = read.stateSaid(text)
  return participationStates.find((one) => one === state) ?? null
}

/** The cells that hold something, mended where they were broken without loss; what is wrong with their letters is noted. */
function cleanColumns(cells: readonly string[], mapping: Mapping, problems: CellProblem[]) {
  return mapping.flatMap((field, column) => {
    const given = cells[column] ?? ''
    if (!field || given.trim() === '') return []
    const note = (code: string, severity: CellProblem['severity'], params?: Record<string, string>) =>
      problems.push({ column, field, code, severity, ...(params ? { params } : {}) })
    const mended = repaired(given)
    if (mended !== null) note('repaired', 'repair', { from: given, to: mended })
    else if (hasLostLetters(given)) note('lost_letters', 'warning')
    else if (looksBroken(given)) note('broken_letters', 'warning')
    const whole = (mended ?? given).toWellFormed().replaceAll(controls, ' ').trim()
    const text = field === 'focus' || field === 'street' ? whole : whole.replaceAll(/\s+/g, ' ')
    if (text === '') return []
    const most = longest[field] ?? 300
    if (text.length > most && !['sectors', 'themes', 'website', 'focus'].includes(field))
      note('too_long', 'error', { most: String(most) })
    return [
      {
        column,
        field,
        text: text.slice(0, field === 'focus' || field === 'website' ? 20_000 : Math.max(most, 2000)),
      },
    ]
  })
}

type Text = (field: ImportField) => string | null
type Parsed = <T>(field: ImportField, reader: (text: string) => T | null, code: string) => T | null

function personOf(text: Text, parsed: Parsed): PersonDraft | null {
  const email = parsed('email', read.mailAddress, 'email')
  const language = parsed('personLanguage', languageCode, 'language')
  const name = nameOf(text('givenName'), text('familyName'), text('personName'), email)
  if (!name) return null
  return {
    ...name,
    nativeName: text('nativeName'),
    email,
    phone: text('phone'),
    language,
    jobTitle: text('jobTitle'),
  }
}

/** A whole name in two: "Doe, John", else the last word is the family's. Without any, the mailbox has to do. */
function nameOf(given: string | null, family: string | null, whole: string | null, email: string | null) {
  if (family) return { givenName: given, familyName: family }
  if (given) return { givenName: null, familyName: given }
  if (whole) {
    const [, last, first] = /^([^,]+),\s*(.+)$/.exec(whole) ?? []
    if (last && first) return { givenName: first, familyName: last }
    const words = whole.split(' ')
    return { givenName: words.slice(0, -1).join(' ') || null, familyName: words.at(-1) ?? whole }
  }
  return email ? { givenName: null, familyName: email.split('@')[0] ?? email } : null
}

function languageCode(text: string): string | null {
  const lower = text.trim().toLowerCase()
  return /^[a-z]{2,3}$/.test(lower) ? lower : null
}

/** Whether a row can be entered as it is. */
export const isReady = (problems: readonly CellProblem[]): boolean =>
  problems.every(({ severity }) => severity !== 'error')
