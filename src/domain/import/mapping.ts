import { folded } from '../matching/names.ts'
import { type ImportField, importFieldNames, repeatable } from './fields.ts'
import { headWords } from './head-words.ts'
import { countryCode } from './values.ts'

/** What each column holds, by its place; null where nothing is taken of it. */
export type Mapping = readonly (ImportField | null)[]

/** A header as it is compared: no case, accents, marks. */
export const headKey = (header: string): string =>
  folded(header.replace(/^\ufeff/, ''))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * 32 hexadecimal digits for the headers: the same columns in the same order have the same, and what they were taken for is
 * remembered by it. Four FNV-1a sums: not meant to keep anything secret.
 */
export function fingerprintOf(headers: readonly string[]): string {
  const text = headers.map(headKey).join('\u001f')
  return [0x811c9dc5, 0x01234567, 0x9e3779b9, 0x5bd1e995].map((seed) => fnv(text, seed)).join('')
}

function fnv(text: string, seed: number): string {
  let sum = seed
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(16).padStart(8, '0')
}

const exact = new Map(
  importFieldNames.flatMap((field) =>
    headWords[field].map((word, rank) => [headKey(word), { field, rank }] as const),
  ),
)

/** As many rows tell what a column holds. */
const sampleSize = 200

/** What most cells of a column without a telling header look like. */
const looks: readonly { field: ImportField; share: number; is: (cell: string) => boolean }[] = [
  { field: 'email', share: 0.8, is: (cell) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(cell) },
  { field: 'website', share: 0.8, is: (cell) => /^(?:https?:\/\/|www\.)\S+$/i.test(cell) },
  { field: 'country', share: 0.9, is: (cell) => countryCode(cell) !== null },
]

const isFigure = (cell: string) => /^-?[\d.,]+$/.test(cell)
/** "manager: false" says whether there is one, not who. */
const isNobody = (cell: string) => isFigure(cell) || /^(?:true|false|yes|no|oui|non)$/i.test(cell)

const refuses: Partial<Record<ImportField, (cell: string) => boolean>> = {
  name: (cell) => /^-?[\d.,]+$/.test(cell) || /^(?:true|false)$/i.test(cell),
  participationState: (cell) => /^(?:true|false|-?[\d.,]+)$/i.test(cell),
  kind: (cell) => /^(?:true|false|-?[\d.,]+)$/i.test(cell),
  personName: isNobody,
  givenName: isNobody,
  familyName: isNobody,
  country: (cell) => countryCode(cell) === null,
  email: (cell) => !cell.includes('@'),
  mission: isFigure,
  sectors: isFigure,
  themes: isFigure,
  focus: isFigure,
  postcode: (cell) => /^0+$/.test(cell),
}

/**
 * What the columns hold, guessed by their headers, and where these say nothing by their cells. A header is believed unless most
 * of its cells can't be what it says.
 */
export function proposedMapping(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): (ImportField | null)[] {
  const mapping: (ImportField | null)[] = headers.map(() => null)
  const sample = rows.slice(0, sampleSize)
  const cellsOf = (column: number) => sample.map((row) => row[column]?.trim() ?? '').filter(Boolean)
  const claims = headers
    .flatMap((header, column) => {
      const found = exact.get(headKey(header))
      return found ? [{ ...found, column, filled: cellsOf(column).length }] : []
    })
    .filter(({ field, column }) => !contradicts(field, cellsOf(column)))
    // Of columns for one thing the best header wins, one that is filled before an empty one.
    .sort((a, b) => Number(b.filled > 0) - Number(a.filled > 0) || a.rank - b.rank || a.column - b.column)
  for (const { field, column } of claims)
    if (repeatable.has(field) || !mapping.includes(field)) mapping[column] = field
  settlePeople(headers, mapping)
  for (const [column] of headers.entries()) {
    if (mapping[column] !== null || exact.has(headKey(headers[column] ?? ''))) continue
    const cells = cellsOf(column)
    const found = looks.find(
      ({ field, share, is }) =>
        !mapping.includes(field) && cells.length > 0 && cells.filter(is).length >= share * cells.length,
    )
    if (found) mapping[column] = found.field
  }
  return mapping
}

function contradicts(field: ImportField, cells: readonly string[]): boolean {
  const refuse = refuses[field]
  return refuse !== undefined && cells.length > 0 && cells.filter(refuse).length > cells.length / 2
}

/** Beside a first name, or a company's, "Name" and "Nom" are a person's. */
function settlePeople(headers: readonly string[], mapping: (ImportField | null)[]): void {
  const at = mapping.indexOf('name')
  if (at < 0) return
  const head = headKey(headers[at] ?? '')
  if (head !== 'nom' && head !== 'name') return
  const given = mapping.includes('givenName')
  const company = headers.findIndex(
    (header, column) => mapping[column] === null && exact.get(headKey(header))?.field === 'name',
  )
  if (given || (company >= 0 && headers.some((header) => exact.get(headKey(header))?.field === 'email'))) {
    mapping[at] = mapping.includes('familyName')
      ? 'personName'
      : given && head === 'nom'
        ? 'familyName'
        : 'personName'
    if (company >= 0) mapping[company] = 'name'
  }
}

/** Whether the first row heads the columns: some of its cells are known headers, or all are words above other things. */
export function hasHeader(rows: readonly (readonly string[])[]): boolean {
  const [head = [], ...rest] = rows
  if (head.some((cell) => exact.has(headKey(cell)))) return true
  const isWord = (cell: string) => /\p{L}/u.test(cell) && !/[@/]|^\d/.test(cell)
  const words = head.filter((cell) => cell.trim() !== '')
  return (
    words.length > 0 &&
    words.every(isWord) &&
    rest.slice(0, sampleSize).some((row) => row.some((cell, n) => head[n] && cell && !isWord(cell)))
  )
}
