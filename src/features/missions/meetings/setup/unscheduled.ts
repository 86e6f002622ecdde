import type { Placement } from '../../../../domain/schedule/types.ts'
import type { Model } from '../model.ts'
import type { SetupDraft } from './setup-draft.ts'

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
