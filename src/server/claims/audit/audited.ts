import type { Claim, ClaimRow } from '../../../contract/claims.ts'
import type { GrantRules } from '../../../domain/grant.ts'
import { categoryName } from '../../grants/category-name.ts'
import type { Receipt } from './receipts.ts'
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

/** Where the rows of a sheet stand, as formulas on other sheets name it. */
export interface RowRanges {
  amount: string
  category: string
  payer: string
  /** The cell of their sum. */
  sum: string
}

/** The ranges of rows that formulas sum over: those of the claim and the adjustments. */
export type Summed = readonly RowRanges[]

/** What a row's category is called. */
export const nameOfCategory = (key: string | null, { rules, words, language }: Audited): string =>
  key === null ? words.noCategory : categoryName(key, rules.categories, language)
