import {
  columnLetters,
  dayCell,
  moneyCell,
  moneyFormula,
  numberCell,
  type Sheet,
  type SheetCell,
} from '../../../sheets/cells.ts'
import { type Audited, type AuditRow, nameOfCategory, type RowRanges } from './audited.ts'
import type { AuditWords } from './words.ts'

interface Column {
  key: keyof AuditWords['row']
  width: number
  cell: (row: AuditRow) => SheetCell
}

/** A sheet of rows, the last of which is their sum. Even without rows it has one, empty, for the formulas to name. */
export function rowSheet(
  name: string,
  rows: readonly AuditRow[],
  audited: Audited,
): { sheet: Sheet; ranges: RowRanges } {
  const { claim, words } = audited
  const columns = columnsOf(audited)
  const body =
    rows.length > 0 ? rows.map((row) => columns.map(({ cell }) => cell(row))) : [columns.map(() => null)]
  const last = body.length + 1
  const at = (key: Column['key']) => columnLetters(columns.findIndex((column) => column.key === key))
  const range = (key: Column['key']) => `${at(key)}$2:${at(key)}$${last}`
  const total = { minor: rows.reduce((sum, { amount }) => sum + amount, 0), currency: claim.currency }
  const sumRow = columns.map(({ key }): SheetCell => {
    if (key === 'amount') return moneyFormula(`SUM(${range('amount')})`, total)
    return key === 'title' ? words.row.sum : null
  })
  const there = (what: string) => `'${name.replaceAll("'", "''")}'!${what}`
  return {
    sheet: {
      name,
      rows: [columns.map(({ key }) => words.row[key]), ...body, sumRow],
      heads: 1,
      widths: columns.map(({ width }) => width),
    },
    ranges: {
      amount: there(range('amount')),
      category: there(range('category')),
      payer: there(range('payer')),
      sum: there(`${at('amount')}${last + 1}`),
    },
  }
}

function columnsOf(audited: Audited): Column[] {
  const { receipts, lines, words } = audited
  const { currency } = audited.claim
  const filesOf = (row: AuditRow) =>
    receipts.flatMap(({ file, row: number }) => (number === row.number ? [file] : [])).join('\n')
  const decimal = (rate: string | null) => (rate === null ? null : numberCell(rate))
  return [
    { key: 'number', width: 6, cell: ({ number }) => numberCell(number) },
    { key: 'paidOn', width: 12, cell: ({ paidOn }) => dayCell(paidOn) },
    { key: 'title', width: 36, cell: ({ expense }) => expense.name },
    { key: 'supplier', width: 24, cell: ({ supplier }) => supplier },
    { key: 'reference', width: 16, cell: ({ reference }) => reference },
    { key: 'payer', width: 24, cell: ({ payer }) => payer?.name ?? words.clusters.none },
    {
      key: 'category',
      width: 18,
      cell: ({ category }) => nameOfCategory(category, audited),
    },
    { key: 'line', width: 28, cell: ({ lineId }) => (lineId === null ? null : (lines.get(lineId) ?? null)) },
    { key: 'whole', width: 14, cell: ({ whole }) => moneyCell(whole) },
    { key: 'currency', width: 10, cell: ({ whole }) => whole.currency },
    { key: 'share', width: 10, cell: ({ bp }) => numberCell(bp / 100) },
    {
      key: 'part',
      width: 14,
      cell: ({ part, whole }) => moneyCell({ minor: part, currency: whole.currency }),
    },
    {
      key: 'rate',
      width: 12,
      cell: ({ rate }) => decimal(rate.policy === 'same_currency' ? null : rate.rate),
    },
    { key: 'crossRate', width: 12, cell: ({ rate }) => decimal(rate.crossRate) },
    {
      key: 'rateOn',
      width: 12,
      cell: ({ rate }) => dayCell(rate.policy === 'same_currency' ? null : rate.on),
    },
    {
      key: 'rateSource',
      width: 24,
      cell: ({ rate }) => (rate.policy === 'same_currency' ? null : rate.source),
    },
    {
      key: 'before',
      width: 16,
      cell: ({ claimedBefore }) =>
        claimedBefore === null ? null : moneyCell({ minor: claimedBefore, currency }),
    },
    {
      key: 'now',
      width: 16,
      cell: ({ claimedBefore, amount }) =>
        claimedBefore === null ? null : moneyCell({ minor: claimedBefore + amount, currency }),
    },
    { key: 'amount', width: 16, cell: ({ amount }) => moneyCell({ minor: amount, currency }) },
    { key: 'decision', width: 12, cell: ({ decision }) => decision && words.decision[decision] },
    { key: 'reason', width: 24, cell: ({ reason }) => reason },
    { key: 'receipts', width: 40, cell: filesOf },
    { key: 'expense', width: 38, cell: ({ expense }) => expense.id },
  ]
}
