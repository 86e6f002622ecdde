import { type Conflict, conflictsAlone, type Lookup, lookup, type Move } from './check.ts'
import type { Placement, ScheduleProblem, Timetable } from './types.ts'

/** A timetable laid out so that asking about a move touches only what the move touches. */
export interface DragIndex {
  table: Lookup
  placed: Map<string, Placement>
  /** Meetings by "slot participant" and by "slot table". */
  people: Map<string, string[]>
  tables: Map<string, string[]>
}

function put(index: DragIndex, placement: Placement): void {
  const { meeting: id, slot, table } = placement
  index.placed.set(id, placement)
  const meeting = index.table.meetings.get(id)
  const rows: [Map<string, string[]>, string][] = [[index.tables, `${slot} ${table}`]]
  if (meeting) {
    rows.push([index.people, `${slot} ${meeting.a}`])
    if (meeting.b !== meeting.a) rows.push([index.people, `${slot} ${meeting.b}`])
  }
  for (const [map, key] of rows) map.set(key, [...(map.get(key) ?? []), id])
}

function take(index: DragIndex, id: string): void {
  const placement = index.placed.get(id)
  if (!placement) return
  index.placed.delete(id)
  const meeting = index.table.meetings.get(id)
  const { slot, table } = placement
  const rows: [Map<string, string[]>, string][] = [[index.tables, `${slot} ${table}`]]
  if (meeting) rows.push([index.people, `${slot} ${meeting.a}`], [index.people, `${slot} ${meeting.b}`])
  for (const [map, key] of rows) {
    const left = (map.get(key) ?? []).filter((other) => other !== id)
    if (left.length > 0) map.set(key, left)
    else map.delete(key)
  }
}

/** Lays a timetable out for questions about moves: once when a drag begins. */
export function dragIndex(problem: ScheduleProblem, timetable: Timetable): DragIndex {
  const index: DragIndex = { table: lookup(problem), placed: new Map(), people: new Map(), tables: new Map() }
  for (const placement of timetable) put(index, placement)
  return index
}

/** Carries a move out in the index, so that it need not be laid out anew after a drop. */
export function applyMove(index: DragIndex, { meeting, to }: Move): void {
  take(index, meeting)
  if (to) put(index, { meeting, ...to })
}

function conflictsNow(index: DragIndex, placement: Placement): Conflict[] {
  const { meeting: id, slot, table } = placement
  const found = conflictsAlone(index.table, placement)
  const meeting = index.table.meetings.get(id)
  if (!meeting) return found
  for (const participant of new Set([meeting.a, meeting.b])) {
    const others = (index.people.get(`${slot} ${participant}`) ?? []).filter((other) => other !== id)
    if (others.length > 0) {
      found.push({ code: 'double-booking', participant, slot, meetings: [id, ...others] })
    }
  }
  const atTable = (index.tables.get(`${slot} ${table}`) ?? []).filter((other) => other !== id)
  if (atTable.length > 0) found.push({ code: 'table-taken', table, slot, meetings: [id, ...atTable] })
  for (const earlier of meeting.after ?? []) {
    const there = index.placed.get(earlier)
    if (there && there.slot >= slot) {
      found.push({ code: 'order', meeting: id, slot, earlier, earlierSlot: there.slot })
    }
  }
  for (const later of index.table.later.get(id) ?? []) {
    const there = index.placed.get(later)
    if (there && there.slot <= slot) {
      found.push({ code: 'order', meeting: later, slot: there.slot, earlier: id, earlierSlot: slot })
    }
  }
  return found
}

/**
 * The conflicts that moves would bring, before they are made; moves given together are judged together, so that an
 * exchange of two meetings is no conflict. The index is as before when this returns.
 */
export function conflictsOf(index: DragIndex, ...moves: readonly Move[]): Conflict[] {
  const before = moves.map(({ meeting }) => index.placed.get(meeting))
  for (const move of moves) take(index, move.meeting)
  for (const { meeting, to } of moves) if (to) put(index, { meeting, ...to })
  const found: Conflict[] = []
  const seen = new Set<string>()
  const add = (conflict: Conflict) => {
    const key = JSON.stringify(
      'meetings' in conflict ? { ...conflict, meetings: [...conflict.meetings].sort() } : conflict,
    )
    if (!seen.has(key)) found.push(conflict)
    seen.add(key)
  }
  for (const { meeting, to } of moves) {
    if (to) conflictsNow(index, { meeting, ...to }).forEach(add)
    else {
      const locked = index.table.meetings.get(meeting)?.locked
      if (locked) add({ code: 'locked', meeting, slot: null, wanted: locked })
    }
  }
  for (const { meeting } of moves) take(index, meeting)
  for (const placement of before) if (placement) put(index, placement)
  return found
}

/** For every slot and table, whether a meeting could be dropped there: what colours the whole grid during a drag. */
export function freeCells(index: DragIndex, meeting: string): Map<string, boolean[]> {
  const { slots, tables } = index.table.problem
  return new Map(
    tables.map(({ id: table }) => [
      table,
      slots.map((_, slot) => conflictsOf(index, { meeting, to: { slot, table } }).length === 0),
    ]),
  )
}
