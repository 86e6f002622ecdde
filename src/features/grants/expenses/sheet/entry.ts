import type { Expense, ExpenseInput } from '../../../../contract/expenses.ts'
import type { Named } from '../../../../contract/primitives.ts'
import type { FieldError } from '../../../../contract/problems.ts'
import { reckoningDay } from '../../../../domain/expense.ts'
import { wholeShare } from '../../../../domain/grant.ts'
import { type AmountRefusal, isCurrency, readAmount, writeAmount } from '../../../../domain/money.ts'
import { isCivilDate } from '../../../../domain/partial-date.ts'
import { plain } from '../../../../ui/matches.ts'

/** How far an expense has come when it is entered; what claims do with it comes later. */
export const enteredStates = ['planned', 'committed', 'paid'] as const
export type EnteredState = (typeof enteredStates)[number]

/** A row of the sheet as it is being typed. What can't be read stays as it was typed. */
export interface Entry {
  /** Its id as an expense, chosen here: sent twice, it is entered once. */
  id: string
  day: string
  state: string
  title: string
  supplier: string
  reference: string
  amount: string
  currency: string
  /** The line's id, or what was pasted in its place. */
  line: string
  /** The cluster's id, or what was pasted in its place. */
  payer: string
  /** Chosen where their columns are shown. */
  mission?: Named | null
  company?: Named | null
  order?: Named | null
}

/** Columns that a row may have besides, with the field of an expense that each is. */
export const linkCells = { mission: 'missionId', company: 'companyId', order: 'partOfId' } as const
export type LinkCell = keyof typeof linkCells

export const cells = [
  'day',
  'state',
  'title',
  'supplier',
  'reference',
  'amount',
  'currency',
  'line',
  'payer',
] as const
export type Cell = (typeof cells)[number]

export const blankEntry = (id: string, day: string, currency: string): Entry => ({
  id,
  day,
  state: 'paid',
  title: '',
  supplier: '',
  reference: '',
  amount: '',
  currency,
  line: '',
  payer: '',
})

/** Whether nothing was typed of what makes an expense. */
export const isBlank = ({ title, supplier, amount }: Entry): boolean => !title && !supplier && !amount

/** The next row begins where the last one was: same day, state, currency, line and payer. */
export const nextAfter = (entry: Entry, id: string): Entry => ({
  ...entry,
  id,
  title: '',
  supplier: '',
  reference: '',
  amount: '',
  company: null,
  order: null,
})

export type Wrong =
  | { code: 'title' | 'day' | 'currency' | 'state' | 'line' | 'several_lines' | 'payer' }
  | { code: 'amount'; why: 'not_a_number' | 'negative' | 'too_precise' | 'too_large' | 'none' }
export type Wrongs = Partial<Record<Cell, Wrong>>

interface Known {
  lines: ReadonlySet<string>
  payers: ReadonlySet<string>
  /** Words, in plain letters, that more than one line goes by. */
  several?: ReadonlySet<string>
}

/** What can't be taken of a row, cell by cell. */
export function wrongsOf(entry: Entry, known: Known): Wrongs {
  const wrongs: Wrongs = {}
  const amount = readAmount(entry.amount, entry.currency)
  if (!isCivilDate(entry.day)) wrongs.day = { code: 'day' }
  if (!isEnteredState(entry.state)) wrongs.state = { code: 'state' }
  if (!entry.title.trim()) wrongs.title = { code: 'title' }
  if (!isCurrency(entry.currency)) wrongs.currency = { code: 'currency' }
  if ('refusal' in amount) wrongs.amount = { code: 'amount', why: whyNot(entry, amount.refusal) }
  else if (amount.minor === 0) wrongs.amount = { code: 'amount', why: 'none' }
  if (entry.line && !known.lines.has(entry.line))
    wrongs.line = { code: known.several?.has(plain(entry.line)) ? 'several_lines' : 'line' }
  if (entry.payer && !known.payers.has(entry.payer)) wrongs.payer = { code: 'payer' }
  return wrongs
}

function whyNot({ amount, currency }: Entry, refusal: AmountRefusal) {
  const text = amount.trim()
  if (text === '') return 'none'
  // As accountants write it, too: (12.50).
  const bare = /^[-\u2212](.+)$/.exec(text)?.[1] ?? /^\((.+)\)$/.exec(text)?.[1]
  return bare !== undefined && 'minor' in readAmount(bare, currency) ? 'negative' : refusal
}

export const isEnteredState = (text: string): text is EnteredState =>
  (enteredStates as readonly string[]).includes(text)

const dayField = { planned: 'plannedOn', committed: 'committedOn', paid: 'paidOn' } as const

const amountOf = ({ amount, currency }: Entry) => {
  const read = readAmount(amount, currency)
  return { minor: 'minor' in read ? read.minor : 0, currency }
}

/** The expense that a row is; only of one without wrongs. The grant bears all of it. */
export function toInput(
  entry: Entry,
  grantId: string,
  suppliers: ReadonlyMap<string, string>,
): ExpenseInput & { id: string } {
  const { id, title, reference, line, payer, state, day } = entry
  const supplierId = suppliers.get(entry.supplier.trim().toLocaleLowerCase()) ?? null
  return {
    id,
    title,
    reference: reference || null,
    supplierId,
    supplierName: supplierId ? null : entry.supplier || null,
    payerId: payer || null,
    amount: amountOf(entry),
    ...(entry.mission && { missionId: entry.mission.id }),
    ...(entry.company && { companyId: entry.company.id }),
    ...(entry.order && { partOfId: entry.order.id }),
    ...(isEnteredState(state) && { [dayField[state]]: day }),
    shares: [{ grantId, lineId: line || null, bp: wholeShare }],
  }
}

/** An expense as a row to be changed, or to begin another from. */
export function entryOf(expense: Expense, grantId: string, id: string): Entry {
  const { title, reference, amount, payer, supplier, supplierName, shares, mission, company, partOf } =
    expense
  return {
    id,
    day: reckoningDay({ ...expense, expectedOn: null }) ?? '',
    state: stateOf(expense),
    title,
    supplier: supplier?.name ?? supplierName ?? '',
    reference: reference ?? '',
    amount: writeAmount(amount),
    currency: amount.currency,
    line: shares.find(({ grant }) => grant.id === grantId)?.lineId ?? '',
    payer: payer?.id ?? '',
    mission,
    company,
    order: partOf,
  }
}

const stateOf = ({ paidOn, committedOn }: Expense): EnteredState =>
  paidOn ? 'paid' : committedOn ? 'committed' : 'planned'

/** What a changed row changes of its expense; what stands stays out. */
export function toPatch(
  entry: Entry,
  expense: Expense,
  grantId: string,
  suppliers: ReadonlyMap<string, string>,
): Partial<ExpenseInput> {
  const before = entryOf(expense, grantId, entry.id)
  const changed = (cell: Cell) => entry[cell] !== before[cell]
  const wanted = toInput(entry, grantId, suppliers)
  const links = (Object.keys(linkCells) as LinkCell[]).filter(
    (cell) => (entry[cell]?.id ?? null) !== (before[cell]?.id ?? null),
  )
  const { supplierId, supplierName, payerId, amount, title, reference } = wanted
  return {
    ...(changed('title') && { title }),
    ...(changed('reference') && { reference }),
    ...(changed('supplier') && { supplierId, supplierName }),
    ...(changed('payer') && { payerId }),
    ...Object.fromEntries(links.map((cell) => [linkCells[cell], entry[cell]?.id ?? null])),
    ...((changed('amount') || changed('currency')) && { amount }),
    ...((changed('day') || changed('state')) && daysFor(entry)),
    ...(changed('line') && {
      shares: expense.shares.map(({ id, grant, lineId, bp, rate }) => ({
        id,
        grantId: grant.id,
        lineId: grant.id === grantId ? entry.line || null : lineId,
        bp,
        rate: rate.policy === 'by_hand' ? { rate: rate.rate, on: rate.on, source: rate.source } : null,
      })),
    }),
  }
}

/** A step back takes the later days away; earlier ones stay. */
function daysFor({ state, day }: Entry) {
  if (state === 'paid') return { paidOn: day }
  if (state === 'committed') return { committedOn: day, paidOn: null }
  return { plannedOn: day, committedOn: null, paidOn: null }
}

const cellOf: Record<string, Cell> = {
  title: 'title',
  reference: 'reference',
  supplierId: 'supplier',
  supplierName: 'supplier',
  payerId: 'payer',
  amount: 'amount',
  'amount.minor': 'amount',
  'amount.currency': 'currency',
  plannedOn: 'day',
  committedOn: 'day',
  paidOn: 'day',
  'shares.0.lineId': 'line',
}

/** The cell that a problem named by the API is about; without one of its own it is said at the title. */
export const cellAt = ({ path }: Pick<FieldError, 'path'>): Cell => cellOf[path] ?? 'title'
