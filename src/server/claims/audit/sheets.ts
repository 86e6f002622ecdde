import type { Sheet } from '../../../sheets/cells.ts'
import { sheetNames } from '../../../sheets/write-workbook.ts'
import type { Audited } from './audited.ts'
import { clusterSheet, funderSheet, rateSheet, receiptSheet } from './other-sheets.ts'
import { rowSheet } from './row-sheet.ts'
import { summarySheet } from './summary-sheet.ts'

/** The sheets of a claim's audit file. Sums stand there twice: by formula over the rows, and as they were claimed. */
export function auditSheets(audited: Audited): Sheet[] {
  const { words, rows } = audited
  const own = rows.filter(({ kind }) => kind === 'expense')
  const adjusted = rows.filter(({ kind }) => kind === 'adjustment')
  const taken = sheetNames(Object.values(words.sheets).map((name) => ({ name })))
  const [, rowsName = '', adjustmentsName = ''] = taken
  const main = rowSheet(rowsName, own, audited)
  const adjustments = rowSheet(adjustmentsName, adjusted, audited)
  const summed = [main.ranges, adjustments.ranges]
  return [
    summarySheet(audited, summed),
    main.sheet,
    adjustments.sheet,
    rateSheet(audited),
    clusterSheet(audited, summed),
    funderSheet(audited),
    receiptSheet(audited),
  ]
}
