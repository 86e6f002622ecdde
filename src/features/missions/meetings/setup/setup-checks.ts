import type { Mission } from '../../../../contract/missions.ts'
import { firstDay, isCivilDate, lastDay } from '../../../../domain/partial-date.ts'
import { clockChangeAt, instantOf } from '../../../../domain/time-zone.ts'
import type { SetupDraft, SlotRow } from './setup-draft.ts'
import { isTime, minutesOf } from './slot-generator.ts'

export type SlotField = 'day' | 'starts' | 'ends' | 'session'
export type SetupComplaint =
  | { field: SlotField; code: 'needed' | 'noDay' | 'noTime' | 'endsFirst' }
  | { field: SlotField; code: 'overlap'; with: SlotRow }
  | { field: SlotField; code: 'outside'; from: string; to: string }
  /** The clock is put forward over this time, so that it doesn't exist that day; or back, so that it comes twice. */
  | { field: SlotField; code: 'skipped' | 'repeated' }
  /** A slot of the morning after one of the afternoon. */
  | { field: SlotField; code: 'sessionOrder' }
  /** The clock changes while the slot lasts: it would be this many minutes long. */
  | { field: SlotField; code: 'clockChange'; minutes: number }

interface ReadSlot {
  row: SlotRow
  day: string
  starts: string
  ends: string
}

const readable = (row: SlotRow): ReadSlot | null => {
  const { day, starts, ends } = row
  return day && isCivilDate(day) && isTime(starts) && isTime(ends) ? { row, day, starts, ends } : null
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

/** What the clocks of the mission's zone make of a slot. */
function byTheClock({ day, starts, ends }: ReadSlot, zone: string): SetupComplaint | null {
  const change = clockChangeAt(day, starts, zone)
  if (change) return { field: 'starts', code: change }
  const changeAtEnd = clockChangeAt(day, ends, zone)
  if (changeAtEnd) return { field: 'ends', code: changeAtEnd }
  const minutes = (instantOf(day, ends, zone) - instantOf(day, starts, zone)) / 60_000
  return minutes === minutesOf(ends) - minutesOf(starts)
    ? null
    : { field: 'ends', code: 'clockChange', minutes }
}

type Frame = Pick<Mission, 'starts' | 'ends' | 'timeZone'>

/** What is wrong with each slot, by its key: the first complaint only, at the field that it is about. */
export function slotComplaints(rows: readonly SlotRow[], mission: Frame): Map<string, SetupComplaint> {
  const found = new Map<string, SetupComplaint>()
  const from = mission.starts && firstDay(mission.starts)
  const last = mission.ends ?? mission.starts
  const to = last && lastDay(last)
  const read: ReadSlot[] = []
  for (const row of rows) {
    const slot = readable(row)
    const complaint =
      unreadable(row) ??
      (slot && slot.ends <= slot.starts
        ? ({ field: 'ends', code: 'endsFirst' } as const)
        : slot && from && to && (slot.day < from || slot.day > to)
          ? ({ field: 'day', code: 'outside', from, to } as const)
          : slot && mission.timeZone
            ? byTheClock(slot, mission.timeZone)
            : null)
    if (complaint) found.set(row.key, complaint)
    if (slot && slot.starts < slot.ends) read.push(slot)
  }
  read.sort((x, y) => x.day.localeCompare(y.day) || x.starts.localeCompare(y.starts))
  let reach: ReadSlot | null = null
  for (const slot of read) {
    const before: ReadSlot | null = reach?.day === slot.day ? reach : null
    if (before && !found.has(slot.row.key)) {
      if (slot.starts < before.ends)
        found.set(slot.row.key, { field: 'starts', code: 'overlap', with: before.row })
      else if (before.row.session === 'afternoon' && slot.row.session === 'morning')
        found.set(slot.row.key, { field: 'session', code: 'sessionOrder' })
    }
    if (!reach || reach.day !== slot.day || slot.ends > reach.ends) reach = slot
  }
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
