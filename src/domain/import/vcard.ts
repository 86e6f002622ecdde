import type { ImportField } from './fields.ts'

/**
 * Address cards (vCard 2.1, 3.0: RFC 2426, 4.0: RFC 6350) as a table, so that they are mapped, checked and matched like any
 * other. What a card says beyond these columns (pictures, birthdays, private addresses) is not taken.
 */
export const cardColumns = [
  'personName',
  'givenName',
  'familyName',
  'name',
  'jobTitle',
  'email',
  'phone',
  'website',
  'street',
  'postcode',
  'town',
  'region',
  'country',
  'reading',
  'note',
] as const satisfies readonly ImportField[]

interface Property {
  name: string
  /** Types and bare words of its parameters, in lower case: "work", "pref", "quoted-printable". */
  words: ReadonlySet<string>
  charset: string
  value: string
  /** What it is to be sorted by (RFC 6350, 5.9). */
  sortAs: string | null
}

export const isCards = (text: string): boolean => /^\ufeff?\s*BEGIN:VCARD/i.test(text)

/** A row for each card. Cards without anything that these columns hold are left out. */
export function cardRows(text: string): string[][] {
  const rows: string[][] = []
  let card: Property[] | null = null
  for (const line of unfolded(text)) {
    if (/^BEGIN:VCARD\s*$/i.test(line)) card = []
    else if (/^END:VCARD\s*$/i.test(line)) {
      const row = card ? rowOf(card) : []
      if (row.some(Boolean)) rows.push(row)
      card = null
    } else if (card) {
      const property = propertyOf(line)
      if (property) card.push(property)
    }
  }
  return rows
}

/** Lines as they were before they were folded: a blank begins what goes on (3.0, 4.0), "=" ends what does (quoted-printable). */
function unfolded(text: string): string[] {
  const lines: string[] = []
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    const last = lines.at(-1)
    if (last !== undefined && /^[^:]*quoted-printable[^:]*:/i.test(last) && last.endsWith('='))
      lines[lines.length - 1] = `${last.slice(0, -1)}${line}`
    else if (last !== undefined && /^[ \t]/.test(line)) lines[lines.length - 1] = last + line.slice(1)
    else lines.push(line)
  }
  return lines
}

function propertyOf(line: string): Property | null {
  const colon = colonIn(line)
  if (colon < 0) return null
  const [head = '', ...parameters] = line.slice(0, colon).split(';')
  const name = head.replace(/^.*\./, '').toUpperCase()
  const words = new Set<string>()
  let charset = 'utf-8'
  let sortAs: string | null = null
  for (const parameter of parameters) {
    const [key = '', said] = parameter.split('=', 2) as [string, string?]
    if (key.toUpperCase() === 'CHARSET' && said) charset = said
    else if (key.toUpperCase() === 'SORT-AS' && said) sortAs = said.replaceAll('"', '')
    else for (const word of (said ?? key).replaceAll('"', '').split(',')) words.add(word.trim().toLowerCase())
  }
  const raw = line.slice(colon + 1)
  if (words.has('base64') || words.has('b')) return null
  const value = words.has('quoted-printable') ? decodedQuotedPrintable(raw, charset) : raw
  return { name, words, charset, value, sortAs }
}

/** The colon that ends the parameters: one in quotes does not. */
function colonIn(line: string): number {
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted
    else if (line[at] === ':' && !quoted) return at
  }
  return -1
}

function decodedQuotedPrintable(text: string, charset: string): string {
  const bytes: number[] = []
  for (const [part, hex] of text.matchAll(/=([0-9a-f]{2})|[\s\S]/gi)) {
    if (hex) bytes.push(Number.parseInt(hex, 16))
    else bytes.push(...new TextEncoder().encode(part))
  }
  try {
    return new TextDecoder(charset).decode(Uint8Array.from(bytes))
  } catch {
    return new TextDecoder().decode(Uint8Array.from(bytes))
  }
}

/** The parts of a structured value, unescaped: "Doe;John" and "Acme\; Sons;Sales". */
function partsOf(value: string): string[] {
  const parts = ['']
  for (const [piece] of value.matchAll(/\\[\s\S]|[\s\S]/g)) {
    if (piece === ';') parts.push('')
    else parts[parts.length - 1] += piece === '\\n' || piece === '\\N' ? '\n' : piece.replace(/^\\(?=.)/, '')
  }
  return parts.map((part) => part.trim())
}

const plain = (value: string) => partsOf(value).join(';')

function rowOf(card: readonly Property[]): string[] {
  const best = (name: string, ...wanted: string[]) =>
    card
      .filter((property) => property.name === name && property.value.trim() !== '')
      .map((property, n) => ({ property, rank: rankOf(property, wanted), n }))
      .sort((a, b) => a.rank - b.rank || a.n - b.n)[0]?.property
  const text = (name: string, ...wanted: string[]) => plain(best(name, ...wanted)?.value ?? '')
  const [family = '', given = ''] = partsOf(best('N')?.value ?? '')
  const [company = ''] = partsOf(best('ORG')?.value ?? '')
  const address = card.find(({ name, words }) => name === 'ADR' && words.has('work'))
  const [, , street = '', town = '', region = '', postcode = '', country = ''] = partsOf(address?.value ?? '')
  const whole = family || given ? '' : text('FN')
  const values: Record<(typeof cardColumns)[number], string> = {
    personName: whole === text('EMAIL') ? '' : whole,
    givenName: given,
    familyName: family,
    name: company,
    jobTitle: text('TITLE'),
    email: text('EMAIL', 'work', 'pref'),
    phone: text('TEL', 'work', 'cell', 'pref'),
    website: text('URL', 'work', 'pref'),
    street: company ? street : '',
    postcode: company ? postcode : '',
    town: company ? town : '',
    region: company ? region : '',
    country: company ? country : '',
    reading: readingOf(card),
    note: text('NOTE'),
  }
  return cardColumns.map((column) => values[column])
}

/**
 * How the name is read: "X-PHONETIC-LAST-NAME" and its like, or what it is sorted by (4.0: a parameter of the name; 3.0:
 * SORT-STRING) where that is more than a part of the name itself.
 */
function readingOf(card: readonly Property[]): string {
  const value = (...names: string[]) => {
    const found = card.find(({ name, value: said }) => names.includes(name) && said.trim() !== '')
    return plain(found?.value ?? '').trim()
  }
  const said = [
    value('X-PHONETIC-LAST-NAME', 'X-PHONETIC-FAMILY-NAME'),
    value('X-PHONETIC-MIDDLE-NAME'),
    value('X-PHONETIC-FIRST-NAME', 'X-PHONETIC-GIVEN-NAME'),
  ].filter(Boolean)
  if (said.length > 0) return said.join(' ')
  const sorted = card.find(({ name, sortAs }) => (name === 'N' || name === 'FN') && sortAs)?.sortAs
  const reading = (sorted ?? value('SORT-STRING')).replaceAll(',', ' ').trim()
  const names = `${value('N')} ${value('FN')}`.toLowerCase()
  return reading.split(/\s+/).every((word) => names.includes(word.toLowerCase())) ? '' : reading
}

/** The first of the words wanted that it bears; faxes and pagers come last. */
function rankOf({ words }: Property, wanted: readonly string[]): number {
  const isTelephone = !['fax', 'pager', 'homefax', 'workfax'].some((word) => words.has(word))
  const at = wanted.findIndex((word) => words.has(word))
  return (isTelephone ? 0 : 100) + (at < 0 ? wanted.length : at)
}
