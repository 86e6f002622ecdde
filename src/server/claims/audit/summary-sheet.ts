import { indirectBase, isDirect } from '../../../domain/indirect-costs.ts'
import { decimalsOf } from '../../../domain/money.ts'
import {
  dayCell,
  moneyCell,
  moneyFormula,
  numberCell,
  type Sheet,
  type SheetCell,
} from '../../../sheets/cells.ts'
import { type Audited, nameOfCategory, type Summed } from './audited.ts'

/** Rows of the table by category, and of the sums above it, as formulas name them. */
const byFormula = 'B'

/** What the claim is, what it comes to, and that by category: by formula over the rows, beside what was claimed. */
export function summarySheet(audited: Audited, summed: Summed): Sheet {
  const { claim, rows, rules, words, madeOn } = audited
  const { currency } = claim
  const s = words.summary
  const money = (minor: number) => ({ minor, currency })
  const head: SheetCell[][] = [
    [s.grant, claim.grant.name],
    [s.claim, [claim.number, claim.title].filter(Boolean).join(' · ')],
    [s.state, words.state[claim.state]],
    [s.period, dayCell(claim.from), dayCell(claim.to)],
    [s.due, dayCell(claim.dueOn)],
    [s.frozen, dayCell(claim.frozenOn)],
    [s.submitted, dayCell(claim.submittedOn)],
    [s.decided, dayCell(claim.decidedOn)],
    [s.paid, dayCell(claim.paidOn)],
    [s.currency, currency],
    [s.asOf, dayCell(madeOn)],
    [s.note, claim.note],
    ...(claim.state === 'draft' ? [[s.draft]] : []),
    [],
    [null, s.byFormula, s.kept],
  ]
  // Rows of the sheet count from 1: the sums follow the head, and the categories the sums.
  const at = (place: number) => head.length + place
  const [own, adjusted] = ['expense', 'adjustment'].map((kind) =>
    rows.reduce((sum, row) => sum + (row.kind === kind ? row.amount : 0), 0),
  ) as [number, number]
  const indirect = rules.indirect
  const bp = indirect && indirect.kind !== 'none' ? indirect.bp : 0
  const base = indirectBase(
    rules,
    rows.map(({ category, amount }) => ({ category, minor: amount })),
  )
  const sumRows = 10
  const firstCategory = at(sumRows) + 3
  const lastCategory = firstCategory + Math.max(1, claim.byCategory.length) - 1
  const column = (letter: string) => `${letter}$${firstCategory}:${letter}$${lastCategory}`
  const decimals = decimalsOf(currency)
  const sums: SheetCell[][] = [
    [s.rows, moneyFormula(summed[0]?.sum ?? '0', money(own)), moneyCell(money(own))],
    [s.adjustments, moneyFormula(summed[1]?.sum ?? '0', money(adjusted)), moneyCell(money(adjusted))],
    [
      s.direct,
      moneyFormula(`SUMIF(${column('F')},TRUE,${column(byFormula)})`, money(claim.direct)),
      moneyCell(money(claim.direct)),
    ],
    [
      s.base,
      moneyFormula(`SUMIF(${column('E')},TRUE,${column(byFormula)})`, money(base)),
      moneyCell(money(base)),
    ],
    [s.rate, numberCell(bp / 10_000, 4)],
    [
      s.indirect,
      // Reckoned ones, and rows of categories that are none of direct costs.
      moneyFormula(
        `ROUND(${byFormula}${at(4)}*${byFormula}${at(5)},${decimals})+${byFormula}${at(1)}+${byFormula}${at(2)}-${byFormula}${at(3)}`,
        money(claim.indirect),
      ),
      moneyCell(money(claim.indirect)),
    ],
    [
      s.total,
      moneyFormula(`${byFormula}${at(3)}+${byFormula}${at(6)}`, money(claim.total)),
      moneyCell(money(claim.total)),
    ],
    [s.rejected, null, moneyCell(money(claim.rejected))],
    [s.accepted, null, moneyCell(money(claim.accepted.total))],
    [s.received, null, claim.paidMinor === null ? null : moneyCell(money(claim.paidMinor))],
  ]
  const counts = (category: string | null) => indirectBase(rules, [{ category, minor: 1 }]) === 1
  const categories = claim.byCategory.map(({ category, amount, limit }, n): SheetCell[] => [
    nameOfCategory(category, audited),
    moneyFormula(
      summed.map((part) => `SUMPRODUCT((${part.category}=$A${firstCategory + n})*${part.amount})`).join('+'),
      money(amount),
    ),
    moneyCell(money(amount)),
    limit === null ? null : moneyCell(money(limit)),
    counts(category),
    isDirect(rules.categories, category),
  ])
  return {
    name: words.sheets.summary,
    rows: [
      ...head,
      ...sums,
      [],
      [s.category, s.byFormula, s.kept, s.limit, s.inBase, s.isDirect],
      ...categories,
    ],
    widths: [36, 20, 20, 18, 18, 18],
  }
}
