import type { Grant } from '../../../../contract/grants.ts'
import { eligibleDays } from '../../../../domain/grant.ts'
import { decimalsOf, readAmount } from '../../../../domain/money.ts'
import { isCivilDate } from '../../../../domain/partial-date.ts'
import { type Cell, cells, type Entry } from '../sheet/entry.ts'
import type { ImportRow } from './read-rows.ts'

/** What is possible, and yet somebody should have a look at: a row with such is taken when they say so. */
export type Doubt =
  | { code: 'before' | 'after'; day: string }
  | { code: 'same_as'; row: number }
  | { code: 'more_than_grant' }
  | { code: 'absurd' }
export type Doubts = Partial<Record<Cell, Doubt>>

/** More than ten million of a currency that has cents, or a thousand million of one that has none. */
const absurd = (currency: string) =>
  decimalsOf(currency) === 0 ? 1_000_000_000 : 10_000_000 * 10 ** decimalsOf(currency)

/** What is doubtful in a row: a day that the grant doesn't count, an amount that no single expense of it can be. */
export function doubtsOf(
  { day, amount, currency }: Entry,
  grant: Pick<Grant, 'starts' | 'ends' | 'rules' | 'total' | 'currency'>,
): Doubts {
  const doubts: Doubts = {}
  const { from, to } = eligibleDays(grant, grant.rules)
  if (isCivilDate(day) && from !== null && day < from) doubts.day = { code: 'before', day: from }
  if (isCivilDate(day) && to !== null && day > to) doubts.day = { code: 'after', day: to }
  const read = readAmount(amount, currency)
  if ('minor' in read) {
    const known = grant.total.kind === 'exact' && currency === grant.currency ? grant.total.minor : null
    if (known !== null && read.minor > known) doubts.amount = { code: 'more_than_grant' }
    else if (read.minor > absurd(currency)) doubts.amount = { code: 'absurd' }
  }
  return doubts
}

/** Rows that say the same as one before them in the file, by id: twice the same cost, or one row too many. */
export function alikeOf(rows: readonly Pick<ImportRow, 'entry' | 'number'>[]): Map<string, Doubts> {
  const first = new Map<string, number>()
  const alike = new Map<string, Doubts>()
  for (const { entry, number } of rows) {
    const read = readAmount(entry.amount, entry.currency)
    const said = cells.map((cell) =>
      cell === 'amount' && 'minor' in read ? String(read.minor) : entry[cell].trim().toLocaleLowerCase(),
    )
    const key = JSON.stringify(said)
    const before = first.get(key)
    if (before === undefined) first.set(key, number)
    else alike.set(entry.id, { title: { code: 'same_as', row: before } })
  }
  return alike
}

/** Whether amounts with a decimal comma and amounts with a decimal point stand in one file. */
export function mixesMarks(amounts: readonly string[]): boolean {
  const marks = new Set(amounts.flatMap((text) => /([.,])\d{1,2}\s*\D*$/.exec(text)?.[1] ?? []))
  return marks.size > 1
}
