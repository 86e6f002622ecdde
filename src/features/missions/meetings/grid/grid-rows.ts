import type { Conflict } from '../../../../domain/schedule/check.ts'
import type { Model } from '../model.ts'

/** For each slot and table, the meeting that stands there. */
export function meetingAt(model: Model): (string | undefined)[][] {
  const rows = model.slots.map(() => new Array<string | undefined>(model.tables.length))
  for (const { meeting, slot, table } of model.timetable) {
    const column = model.tableIndex.get(table)
    const row = rows[slot]
    if (row && column !== undefined) row[column] = meeting
  }
  return rows
}

/** The meetings that a conflict is about. */
export const meetingsIn = (conflict: Conflict): readonly string[] =>
  'meetings' in conflict ? conflict.meetings : [conflict.meeting]
