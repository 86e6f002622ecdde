import type { Claim, ClaimRow } from '../../../contract/claims.ts'
import type { GrantRules } from '../../../domain/grant.ts'
import type { Sheet } from '../../../sheets/cells.ts'
import { sheetNames } from '../../../sheets/write-workbook.ts'
import { categoryName } from '../../grants/category-name.ts'
import { clusterSheet, funderSheet, rateSheet, receiptSheet } from './other-sheets.ts'
import type { Receipt } from './receipts.ts'
import { type RowRanges, rowSheet } from './row-sheet.ts'
import { summarySheet } from './summary-sheet.ts'
import type { AuditWords } from './words.ts'

export type AuditRow = ClaimRow & { number: number }

export interface Audited {
  claim: Claim
  rows: readonly AuditRow[]
  receipts: readonly Receipt[]
  /** What is said of each budget line, by its id. */
  lines: ReadonlyMap<string, string>
  rules: GrantRules
  words: AuditWords
  language: 'en' | 'fr'
  madeOn: string
}

/** The ranges of rows that formulas sum over: those of the claim and the adjustments. */
export type Summed = readonly RowRanges[]

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

/** What a row's category is called. */
export const nameOfCategory = (key: string | null, { rules, words, language }: Audited): string =>
  key === null ? words.noCategory : categoryName(key, rules.categories, language)
