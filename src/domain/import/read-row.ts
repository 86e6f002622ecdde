import { participationStates } from '../participation.ts'
import { bareNumber, type NumberScheme, numberFlaw } from '../registration-numbers.ts'
import { cleanColumns } from './clean-cells.ts'
import {
  type CellProblem,
  type ImportDefaults,
  type ImportDraft,
  noDefaults,
  type OrganisationDraft,
} from './draft.ts'
import type { ImportField } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { personOf } from './read-person.ts'
import * as read from './values.ts'

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
  const person = personOf(text, parsed, defaults)
  const organisation = organisationOf()
  const [email] = all('email')
  // A mailbox is no name: "anne@…" may be anybody, "contact@…" is nobody.
  if (email && !person)
    problems.push({
      column: email.column,
      field: 'email',
      code: read.isGeneralMailbox(email.text) ? 'email_general' : 'email_alone',
      severity: organisation ? 'warning' : 'error',
    })
  else if (!organisation && !person)
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
      notes:
        organisation || person
          ? notesOf(
              all('note').map((one) => one.text),
              text('reading'),
            )
          : [],
    },
    problems,
  }

  function organisationOf(): OrganisationDraft | null {
    const name = text('name')
    // Read even where the row names no body, so that the cells are checked.
    const country = parsed('country', read.countryCode, 'country') ?? defaults.country
    const said = parsed('kind', read.bodyKind, 'kind')
    const kind = said ?? defaults.kind
    const rest = {
      id: parsed('id', read.recordId, 'id'),
      kinds: [kind],
      kindSaid: said !== null,
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
        if (url !== null) return url
        const mended = read.mendedAddress(address)
        const about = { column, field: 'website' as const }
        // A body is worth having without its address.
        if (mended === null) problems.push({ ...about, code: 'url', severity: 'warning' })
        else
          problems.push({
            ...about,
            code: 'url_repaired',
            severity: 'repair',
            params: { from: address, to: mended },
          })
        return mended ?? []
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

/** What a row remarks; how a name is read is a remark, too. */
const notesOf = (notes: readonly string[], reading: string | null): string[] => [
  ...new Set([
    ...(reading ? [/[\u3040-\u30ff]/.test(reading) ? `ふりがな: ${reading}` : `/${reading}/`] : []),
    ...notes,
  ]),
]
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
