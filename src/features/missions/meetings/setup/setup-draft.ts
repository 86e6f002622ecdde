import type { Schedule, setGrid } from '../../../../contract/meetings.ts'
import type { WriteInput } from '../../../../data/options.ts'
import { type NewSlot, sessionOf } from './slot-generator.ts'

/** A slot being edited: what can't be read yet stays as it was typed. */
export interface SlotRow {
  /** Its id, or for a new one any text of its own. */
  key: string
  id: string | null
  day: string | null
  starts: string | null
  ends: string | null
  session: NewSlot['session']
}

export interface TableRow {
  key: string
  id: string | null
  name: string
  place: string
  /** Ids of saved slots in which nobody can sit there. */
  closed: string[]
}

export interface SetupDraft {
  /** The version of the schedule that the editing began with. */
  version: number
  slots: SlotRow[]
  tables: TableRow[]
}

export type GridBody = WriteInput<typeof setGrid>['body']

/** By day and time. */
export const inOrder = <Row extends Pick<SlotRow, 'day' | 'starts'>>(rows: readonly Row[]): Row[] =>
  rows.toSorted(
    (x, y) => (x.day ?? '').localeCompare(y.day ?? '') || (x.starts ?? '').localeCompare(y.starts ?? ''),
  )

export const draftOf = ({ version, slots, tables }: Schedule): SetupDraft => ({
  version,
  slots: inOrder(slots).map((slot) => ({ key: slot.id, ...slot })),
  tables: tables.map((table) => ({ ...table, key: table.id, place: table.place ?? '' })),
})

let made = 0
/** A name for a row that has no id yet; other tabs and reloads give out others. */
const newKey = () => `new-${Date.now().toString(36)}-${++made}`

export const newSlotRow = (slot: Partial<NewSlot> = {}): SlotRow => ({
  key: newKey(),
  id: null,
  day: slot.day ?? null,
  starts: slot.starts ?? null,
  ends: slot.ends ?? null,
  session: slot.session ?? (slot.starts ? sessionOf(slot.starts, null) : 'morning'),
})

export const newTableRow = (name: string): TableRow => ({
  key: newKey(),
  id: null,
  name,
  place: '',
  closed: [],
})

/** Generated slots in the place of those held; one that begins at the same time stays the same slot, with its meetings. */
export function takeOver(rows: readonly SlotRow[], slots: readonly NewSlot[]): SlotRow[] {
  const held = new Map(rows.map((row) => [`${row.day} ${row.starts}`, row]))
  return slots.map((slot) => {
    const row = held.get(`${slot.day} ${slot.starts}`)
    return row ? { ...row, ...slot } : newSlotRow(slot)
  })
}

/** The draft as the API takes it, in the order of its rows: a complaint about `slots.3` is about the fourth. */
export function bodyOf({ slots, tables }: SetupDraft, { unschedule }: { unschedule: boolean }): GridBody {
  const kept = new Set(slots.flatMap(({ id }) => id ?? []))
  return {
    slots: slots.map(({ id, day, starts, ends, session }) => ({
      ...(id ? { id } : {}),
      day: day ?? '',
      starts: starts ?? '',
      ends: ends ?? '',
      session,
    })),
    tables: tables.map(({ id, name, place, closed }) => ({
      ...(id ? { id } : {}),
      name,
      place: place || null,
      closed: closed.filter((slot) => kept.has(slot)),
    })),
    unschedule,
  }
}
