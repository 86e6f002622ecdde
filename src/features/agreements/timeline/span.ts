import type { AgreementRow } from '../../../contract/agreements.ts'
import { openStages } from '../../../domain/agreement.ts'
import { type CivilDate, firstDay, type PartialDate } from '../../../domain/partial-date.ts'

/** What the timeline draws of one agreement. */
export interface Span {
  /** The period: in force once signed, planned before; null where nothing of it is known. */
  period: { from: PartialDate | null; to: PartialDate | null; planned: boolean } | null
  signedOn: CivilDate | null
  /** The target signature, while it is unsigned. */
  target: { on: PartialDate; overdue: boolean } | null
  /** The day it was abandoned or terminated. */
  brokenOff: CivilDate | null
}

/** Reads a row for the timeline. An unsigned agreement's period is a plan; termination cuts a period short. */
export function spanOf(row: AgreementRow): Span {
  const brokenOff = row.terminatedOn ?? row.abandonedOn
  const from = row.starts ?? row.signedOn
  const to = row.terminatedOn ?? row.ends
  const open = (openStages as readonly string[]).includes(row.status)
  const target = open && row.targetSignature ? { on: row.targetSignature, overdue: row.overdue } : null
  const period = from || to ? { from, to, planned: row.signedOn === null } : null
  return { period, signedOn: row.signedOn, target, brokenOff }
}

/** Every date of a span, for finding the years to show. */
export const datesOf = ({ period, signedOn, target, brokenOff }: Span): PartialDate[] =>
  [period?.from, period?.to, signedOn, target?.on, brokenOff].filter((date) => date != null)

/** The day to sort by: the earliest that the span can mean. */
export const earliestOf = (span: Span): CivilDate | null => datesOf(span).map(firstDay).sort()[0] ?? null
