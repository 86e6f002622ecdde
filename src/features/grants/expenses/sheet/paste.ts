import { isCurrency } from '../../../../domain/money.ts'
import { plain } from '../../../../ui/matches.ts'
import { parsePartialDate } from '../../../../ui/parse-date.ts'
import { type Cell, cells, type EnteredState, type Entry, isBlank } from './entry.ts'

/** More are imported in parts: so many rows people can still look through. */
export const mostPasted = 2000

/** Cells as a spreadsheet copies them: tabs between cells, quotes around those that hold tabs, quotes or line breaks. */
export function readTable(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else if (letter === '"') quoted = false
      else cell += letter
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === '\t') endCell()
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at += 1
      endCell()
      rows.push([])
    } else cell += letter
  }
  endCell()
  return rows.filter((row) => row.some((one) => one.trim() !== ''))
}

/** Whether a text is rows of a spreadsheet rather than a word for one field. */
export const isTable = (text: string): boolean => text.includes('\t') || /\n./.test(text.trim())

/** The words that columns go by in spreadsheets, in the languages people type here, without accents. */
const heads: Record<Cell, readonly string[]> = {
  day: ['day', 'date', 'jour', 'paid on', 'payee le', 'date de paiement'],
  state: ['state', 'status', 'etat', 'statut'],
  title: ['what', 'title', 'description', 'objet', 'libelle', 'intitule', 'designation'],
  supplier: ['supplier', 'vendor', 'fournisseur', 'prestataire'],
  reference: [
    'reference',
    'invoice',
    'invoice no.',
    'invoice no',
    'facture',
    'facture n°',
    'n° facture',
    'ref',
  ],
  amount: ['amount', 'montant', 'total', 'montant ttc', 'ttc'],
  currency: ['currency', 'devise', 'monnaie'],
  line: ['line', 'budget line', 'category', 'ligne', 'ligne de budget', 'categorie', 'poste'],
  payer: ['payer', 'paid by', 'cluster', 'paye par', 'pole'],
}

const bare = (text: string) => plain(text).replace(/\s+/g, ' ').trim()

/** The cell that each column is, by a first row that names at least two of them; null where there is no such row. */
export function columnsOf(head: readonly string[]): (Cell | null)[] | null {
  const found = head.map((word) => cells.find((cell) => heads[cell].includes(bare(word))) ?? null)
  return found.filter(Boolean).length >= 2 ? found : null
}

/** What the words in pasted cells stand for. */
export interface Words {
  states: ReadonlyMap<string, EnteredState>
  /** Lines by name and by category, in plain letters. */
  lines: ReadonlyMap<string, string>
  payers: ReadonlyMap<string, string>
}

interface Pasted {
  rows: Entry[]
  /** How many rows were left out because there were too many. */
  left: number
}

/**
 * Rows of a spreadsheet as entries: by their heading where there is one, else from the field on that they were pasted into.
 * What is not in them is as in `like`.
 */
export function pastedRows(
  text: string,
  { like, at, words, newId }: { like: Entry; at: Cell; words: Words; newId: () => string },
): Pasted {
  const table = readTable(text)
  const [head = [], ...rest] = table
  const named = columnsOf(head)
  const from = cells.indexOf(at)
  const columns = named ?? cells.slice(from)
  const rows = (named ? rest : table).map((row) => rowOf(row, columns, { ...like, id: newId() }, words))
  const full = rows.filter((row) => !isBlank(row))
  return { rows: full.slice(0, mostPasted), left: Math.max(0, full.length - mostPasted) }
}

/** A row of a table as an entry, by what each column is. */
export function rowOf(
  row: readonly string[],
  columns: readonly (Cell | null)[],
  like: Entry,
  words: Words,
): Entry {
  const entry = { ...like, title: '', supplier: '', reference: '', amount: '' }
  columns.forEach((cell, n) => {
    const text = row[n]?.trim()
    if (cell && text) entry[cell] = readCell(cell, text, words)
  })
  const { amount, currency } = withoutSymbol(entry.amount)
  return { ...entry, amount, currency: (currency ?? entry.currency).toUpperCase() }
}

function readCell(cell: Cell, text: string, { states, lines, payers }: Words): string {
  const word = bare(text)
  if (cell === 'day') return parsePartialDate(text) ?? text
  if (cell === 'state') return states.get(word) ?? text
  if (cell === 'line') return lines.get(word) ?? text
  if (cell === 'payer') return payers.get(word) ?? text
  return text
}

const symbols: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' }

/** "€ 1 234,50", "1'234.50 CHF": the amount without its currency, and which that is. */
export function withoutSymbol(text: string): { amount: string; currency: string | null } {
  const symbol = /[€$£¥]/.exec(text)?.[0]
  const code = /[A-Za-z]{3}/.exec(text)?.[0].toUpperCase()
  const currency = code && isCurrency(code) ? code : symbol ? (symbols[symbol] ?? null) : null
  const amount = currency ? text.replace(/[€$£¥]|[A-Za-z]{3}/g, '').trim() : text
  return { amount, currency }
}
