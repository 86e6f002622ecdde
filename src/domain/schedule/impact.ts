import { lookup } from './check.ts'
import type { Placement, ScheduleMeeting, ScheduleProblem, ScheduleTable, Timetable } from './types.ts'

/** Slots (positions) and tables (ids) that someone is about to delete. */
export interface Removal {
  slots?: readonly number[]
  tables?: readonly string[]
}

export interface RemovalImpact {
  /** Meetings that lose their place, in the order of their slots. */
  unscheduled: readonly Placement[]
  /** Of these, the ones that could be held at the same time at a table that stays free. */
  canChangeTable: readonly { meeting: string; slot: number; from: string; to: string }[]
  /** Meetings that ask for what is to go, placed or not. */
  asked: readonly string[]
}

const asks = ({ fixed, locked }: ScheduleMeeting, slots: ReadonlySet<number>, tables: ReadonlySet<string>) =>
  [fixed, locked].some(
    (place) => place && (slots.has(place.slot) || (place.table !== undefined && tables.has(place.table))),
  )

/** What deleting slots or tables would unschedule. */
export function removalImpact(
  problem: ScheduleProblem,
  timetable: Timetable,
  removal: Removal,
): RemovalImpact {
  const slots = new Set(removal.slots)
  const tables = new Set(removal.tables)
  const { meetings, closed } = lookup(problem)
  const taken = new Set(timetable.map(({ slot, table }) => `${slot} ${table}`))
  const unscheduled = timetable
    .filter(({ slot, table }) => slots.has(slot) || tables.has(table))
    .toSorted((x, y) => x.slot - y.slot)
  const canChangeTable: { meeting: string; slot: number; from: string; to: string }[] = []
  for (const { meeting, slot, table } of unscheduled) {
    const { locked, fixed } = meetings.get(meeting) ?? {}
    if (slots.has(slot) || locked?.table !== undefined || fixed?.table !== undefined) continue
    const other = problem.tables.find(
      ({ id }) => !tables.has(id) && !closed.get(id)?.has(slot) && !taken.has(`${slot} ${id}`),
    )
    if (!other) continue
    taken.add(`${slot} ${other.id}`)
    canChangeTable.push({ meeting, slot, from: table, to: other.id })
  }
  return {
    unscheduled,
    canChangeTable,
    asked: problem.meetings.filter((meeting) => asks(meeting, slots, tables)).map(({ id }) => id),
  }
}

/**
 * The problem and timetable without some slots and tables, later slots moved up. Meetings fixed or locked to what goes
 * are no longer so; those placed there are no longer placed.
 */
export function removeFrom(
  problem: ScheduleProblem,
  timetable: Timetable,
  removal: Removal,
): { problem: ScheduleProblem; timetable: Timetable } {
  const slots = new Set(removal.slots)
  const tables = new Set(removal.tables)
  let next = 0
  const renumbered = problem.slots.map((_, slot) => (slots.has(slot) ? -1 : next++))
  const kept = (list: readonly number[] | undefined) =>
    list?.map((slot) => renumbered[slot] ?? -1).filter((slot) => slot >= 0)
  const place = (at: ScheduleMeeting['fixed']) =>
    at && !slots.has(at.slot) && !(at.table !== undefined && tables.has(at.table))
      ? { ...at, slot: renumbered[at.slot] ?? at.slot }
      : undefined
  const table = ({ id, closed }: ScheduleTable): ScheduleTable => ({ id, closed: kept(closed) })
  return {
    problem: {
      slots: problem.slots.filter((_, slot) => !slots.has(slot)),
      tables: problem.tables.filter(({ id }) => !tables.has(id)).map(table),
      participants: problem.participants.map(({ id, unavailable }) => ({
        id,
        unavailable: kept(unavailable),
      })),
      meetings: problem.meetings.map((meeting) => ({
        ...meeting,
        allowed: kept(meeting.allowed),
        fixed: place(meeting.fixed),
        locked: place(meeting.locked),
      })),
    },
    timetable: timetable
      .filter((at) => !slots.has(at.slot) && !tables.has(at.table))
      .map((at) => ({ ...at, slot: renumbered[at.slot] ?? at.slot })),
  }
}
