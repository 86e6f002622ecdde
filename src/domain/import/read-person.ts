import type { PersonalData, PersonDraft } from './draft.ts'
import type { ImportField } from './fields.ts'
import * as read from './values.ts'

/** What a field’s cell says. */
export type Text = (field: ImportField) => string | null
/** The same, read; what can’t be read is a problem of the cell. */
export type Parsed = <T>(field: ImportField, reader: (text: string) => T | null, code: string) => T | null

/** The person whom a row names; null where it names none. An address alone names nobody. */
export function personOf(
  text: Text,
  parsed: Parsed,
  { source, purpose, legalBasis }: PersonalData,
): PersonDraft | null {
  const id = parsed('personId', read.recordId, 'id')
  const email = parsed('email', read.mailAddress, 'email')
  const language = parsed('personLanguage', languageCode, 'language')
  const name = nameOf(text('givenName'), text('familyName'), text('personName'))
  if (!name) return null
  return {
    id,
    ...name,
    source,
    purpose,
    legalBasis,
    nativeName: text('nativeName'),
    email,
    phone: text('phone'),
    language,
    jobTitle: text('jobTitle'),
  }
}

/** A whole name in two: "Doe, John", else the last word is the family's. */
function nameOf(given: string | null, family: string | null, whole: string | null) {
  if (family) return { givenName: given, familyName: family }
  if (given) return { givenName: null, familyName: given }
  if (whole) {
    const [, last, first] = /^([^,]+),\s*(.+)$/.exec(whole) ?? []
    if (last && first) return { givenName: first, familyName: last }
    const words = whole.split(' ')
    return { givenName: words.slice(0, -1).join(' ') || null, familyName: words.at(-1) ?? whole }
  }
  return null
}

function languageCode(text: string): string | null {
  const lower = text.trim().toLowerCase()
  return /^[a-z]{2,3}$/.test(lower) ? lower : null
}
