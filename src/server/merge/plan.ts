import type { JoinRule, MergeRefusal, MergeWarning } from '../../contract/merge.ts'
import type { RecordNoun } from '../../contract/primitives.ts'

export type MergedNoun = 'organisations' | 'people'

/** The two records: the one that is kept, and the one that becomes a way to it. */
export interface Pair {
  noun: MergedNoun
  kept: string
  other: string
}

export type Values = Record<string, string | number | boolean | null>

/** A row that is to be changed beyond whose it is. */
export interface RowChange {
  table: string
  id: string
  set: Values
}

/** Rows that one record can't have twice, and what is done about them. */
export interface Join {
  rule: JoinRule
  table: string
  /** What they are about, for the reader: the agreement, the alliance. */
  titles: string[]
  count: number
  changes: RowChange[]
  /** Rows that go, by table. */
  drops: { table: string; id: string }[]
}

export interface Refusal {
  code: MergeRefusal
  title: string
  noun: RecordNoun | null
  recordId: string | null
  params: Record<string, string | number>
}

/** What may be done with a reason. */
export interface Warning {
  code: MergeWarning
  params: Record<string, string | number>
}

/** What the rules for one kind of rows say. */
export interface Findings {
  joins: Join[]
  refusals: Refusal[]
  warnings?: Warning[]
}

/** Rows of the other record that become the kept one's. */
export interface Move {
  table: string
  column: string
  ids: string[]
}

export interface MergePlan extends Required<Findings> {
  moves: Move[]
}

export const nothing: Findings = { joins: [], refusals: [] }

export const refusal = (
  code: MergeRefusal,
  title: string,
  about: { noun: RecordNoun; recordId: string } | null = null,
  params: Refusal['params'] = {},
): Refusal => ({ code, title, noun: about?.noun ?? null, recordId: about?.recordId ?? null, params })
