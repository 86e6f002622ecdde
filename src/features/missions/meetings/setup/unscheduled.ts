import type { Placement } from '../../../../domain/schedule/types.ts'
import type { Model } from '../model.ts'
import { inOrder, type SetupDraft } from './setup-draft.ts'
import type { Absences } from './use-save-absences.ts'

/** The meetings that a new grid takes from their places, in the order of time: their slot or table goes, or the table is closed to them. */
export function unscheduledBy(model: Model, { slots, tables }: SetupDraft): Placement[] {
  const slotsLeft = new Set(slots.flatMap(({ id }) => id ?? []))
  const tablesLeft = new Map(tables.flatMap(({ id, closed }) => (id ? [[id, new Set(closed)] as const] : [])))
  const lost = model.timetable.filter(({ slot, table }) => {
    const slotId = model.slots[slot]?.id ?? ''
    const left = tablesLeft.get(table)
    return !left || !slotsLeft.has(slotId) || left.has(slotId)
  })
  return inTime(model, lost)
}

const inTime = (model: Model, placements: readonly Placement[]): Placement[] => {
  const at = (table: string) => model.tableIndex.get(table) ?? 0
  return placements.toSorted((x, y) => x.slot - y.slot || at(x.table) - at(y.table))
}

/** Whether it took place, or was waited for in vain: then its place can't go. */
export const isRecorded =
  (model: Model) =>
  ({ meeting }: Placement): boolean => {
    const state = model.meetings.get(meeting)?.state
    return state === 'held' || state === 'no_show'
  }

/** The draft with the places of what is recorded as they are saved. */
export function withRecordedPlaces(model: Model, draft: SetupDraft, saved: SetupDraft): SetupDraft {
  const recorded = unscheduledBy(model, draft).filter(isRecorded(model))
  const slotsOf = new Map<string, string[]>()
  for (const { slot, table } of recorded)
    slotsOf.set(table, [...(slotsOf.get(table) ?? []), model.slots[slot]?.id ?? ''])
  const missing = <Row extends { id: string | null }>(
    from: readonly Row[],
    rows: readonly Row[],
    ids: readonly string[],
  ) => from.filter(({ id }) => id && ids.includes(id) && !rows.some((row) => row.id === id))
  const tables = [...draft.tables, ...missing(saved.tables, draft.tables, [...slotsOf.keys()])]
  return {
    ...draft,
    slots: inOrder([...draft.slots, ...missing(saved.slots, draft.slots, [...slotsOf.values()].flat())]),
    tables: tables.map((table) => ({
      ...table,
      closed: table.closed.filter((slot) => !slotsOf.get(table.id ?? '')?.includes(slot)),
    })),
  }
}

/** The meetings that new absences take from their places; what took place already stays. */
export const unscheduledByAbsences = (model: Model, absences: Absences): Placement[] =>
  inTime(model, model.timetable).filter(({ meeting, slot }) => {
    const held = model.meetings.get(meeting)
    const slotId = model.slots[slot]?.id ?? ''
    return (
      held?.state === 'planned' &&
      [held.aId, held.bId].some(
        (id) => absences[id]?.[slotId] === true && !model.participants.get(id)?.unavailable.includes(slotId),
      )
    )
  })
