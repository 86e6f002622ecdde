import type { Placement } from '../../../../domain/schedule/types.ts'
import type { Model } from '../model.ts'
import type { SetupDraft } from './setup-draft.ts'
import type { Absences } from './use-save-absences.ts'

/** The meetings that a new grid takes from their places: their slot or table goes, or the table is closed to them. */
export function unscheduledBy(model: Model, { slots, tables }: SetupDraft): Placement[] {
  const slotsLeft = new Set(slots.flatMap(({ id }) => id ?? []))
  const tablesLeft = new Map(tables.flatMap(({ id, closed }) => (id ? [[id, new Set(closed)] as const] : [])))
  return model.timetable.filter(({ slot, table }) => {
    const slotId = model.slots[slot]?.id ?? ''
    const left = tablesLeft.get(table)
    return !left || !slotsLeft.has(slotId) || left.has(slotId)
  })
}

/** The meetings that new absences take from their places; what took place already stays. */
export const unscheduledByAbsences = (model: Model, absences: Absences): Placement[] =>
  model.timetable.filter(({ meeting, slot }) => {
    const held = model.meetings.get(meeting)
    const slotId = model.slots[slot]?.id ?? ''
    return (
      held?.state === 'planned' &&
      [held.aId, held.bId].some(
        (id) => absences[id]?.[slotId] === true && !model.participants.get(id)?.unavailable.includes(slotId),
      )
    )
  })
