import type { Mission } from '../../../../contract/missions.ts'
import { isCivilDate } from '../../../../domain/partial-date.ts'
import { type SlotFlaw, type SlotTimes, slotFlaws } from '../../../../domain/slot-flaws.ts'
import type { SetupDraft, SlotRow } from './setup-draft.ts'
import { isTime } from './slot-generator.ts'

/** A row that can be read as a slot. */
interface ReadSlot extends SlotTimes {
  row: SlotRow
}

export type SlotField = 'day' | 'starts' | 'ends' | 'session'
/** What can't be read as a slot, or what the rules for slots say of it. */
export type SetupComplaint = { field: SlotField; code: 'needed' | 'noDay' | 'noTime' } | SlotFlaw<ReadSlot>

function readable(row: SlotRow): ReadSlot | null {
  const { day, starts, ends, session } = row
  return day && isCivilDate(day) && isTime(starts) && isTime(ends)
    ? { row, day, starts, ends, session }
    : null
}

function unreadable({ day, starts, ends }: SlotRow): SetupComplaint | null {
  if (!day) return { field: 'day', code: 'needed' }
  if (!isCivilDate(day)) return { field: 'day', code: 'noDay' }
  for (const [field, value] of [
    ['starts', starts],
    ['ends', ends],
  ] as const) {
    if (!value) return { field, code: 'needed' }
    if (!isTime(value)) return { field, code: 'noTime' }
  }
  return null
}

type Frame = Pick<Mission, 'starts' | 'ends' | 'timeZone'>

/** What is wrong with each slot, by its key: the first complaint only, at the field that it is about. */
export function slotComplaints(rows: readonly SlotRow[], mission: Frame): Map<string, SetupComplaint> {
  const found = new Map<string, SetupComplaint>()
  for (const row of rows) {
    const complaint = unreadable(row)
    if (complaint) found.set(row.key, complaint)
  }
  const read = rows.flatMap((row) => readable(row) ?? [])
  for (const flaw of slotFlaws(read, mission))
    if (!found.has(flaw.slot.row.key)) found.set(flaw.slot.row.key, flaw)
  return found
}

export type TableComplaint = 'needed' | 'twice'

/** What is wrong with each table's name, by its key. */
export function tableComplaints({ tables }: Pick<SetupDraft, 'tables'>): Map<string, TableComplaint> {
  const found = new Map<string, TableComplaint>()
  const seen = new Set<string>()
  for (const { key, name } of tables) {
    const plain = name.trim().toLowerCase()
    if (!plain) found.set(key, 'needed')
    else if (seen.has(plain)) found.set(key, 'twice')
    seen.add(plain)
  }
  return found
}

/** Slots without any table hold no meeting. */
export const lacksTables = ({ slots, tables }: SetupDraft) => slots.length > 0 && tables.length === 0
