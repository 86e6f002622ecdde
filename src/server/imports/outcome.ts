import type { ImportRow } from '../../contract/import-row.ts'
import type { Failure } from '../failure.ts'
import type { Draft } from './match.ts'

/** A row that is decided and about to be applied. */
export interface DecidedRow {
  position: number
  draft: Draft
  decision: NonNullable<ImportRow['decision']>
  targetId: string | null
  targetPosition: number | null
  /** What the row that it is the same as has come to, where that was applied before. */
  targetRecord: string | null
  /** Whether a row of this import before it has changed the same record: then it fills in only, and a repeated import changes nothing. */
  follows: boolean
}

/** What came of a row. */
export interface Outcome {
  outcome: NonNullable<ImportRow['outcome']>
  recordId: string | null
  refusal: ImportRow['refusal']
  /** What came of the person whom the row names. */
  person?: ImportRow['person']
}

export type Done = Map<number, Outcome>

export const done = (outcome: Outcome['outcome'], recordId: string | null): Outcome => ({
  outcome,
  recordId,
  refusal: null,
})

export const refused = (
  code: string,
  message: string,
  params: Record<string, string | number> = {},
): Outcome => ({
  outcome: 'refused',
  recordId: null,
  refusal: { code, message, params },
})

/** Of a failure the most telling: what is wrong with the field, where it says. */
export const refusedBy = ({ code, message, extras }: Failure): Outcome =>
  refused(extras.errors?.[0]?.code ?? code, message, extras.params ?? {})
