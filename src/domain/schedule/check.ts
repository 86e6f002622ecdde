import type { HalfDay, Place, Placement, ScheduleMeeting, ScheduleProblem, Timetable } from './types.ts'

/** One rule a timetable breaks, with the ids that a sentence about it needs. */
export type Conflict =
  | { code: 'unknown-meeting'; meeting: string }
  | { code: 'unknown-slot'; meeting: string; slot: number }
  | { code: 'unknown-table'; meeting: string; table: string }
  | { code: 'with-itself'; meeting: string; participant: string }
  | { code: 'placed-twice'; meeting: string; slots: readonly number[] }
  | { code: 'double-booking'; participant: string; slot: number; meetings: readonly string[] }
  | { code: 'table-taken'; table: string; slot: number; meetings: readonly string[] }
  | { code: 'table-closed'; table: string; slot: number; meeting: string }
  | { code: 'unavailable'; participant: string; slot: number; meeting: string }
  | { code: 'session'; meeting: string; slot: number; session: HalfDay }
  | { code: 'slot-not-allowed'; meeting: string; slot: number; allowed: readonly number[] }
  | { code: 'order'; meeting: string; slot: number; earlier: string; earlierSlot: number }
  | { code: 'fixed'; meeting: string; slot: number; wanted: Place }
  | { code: 'locked'; meeting: string; slot: number | null; wanted: Place }

/** A meeting to be put somewhere, or taken out (`to: null`). */
export interface Move {
  meeting: string
  to: { slot: number; table: string } | null
}

/** A problem's parts by id, so that asking about one placement costs no search. */
export interface Lookup {
  problem: ScheduleProblem
  meetings: ReadonlyMap<string, ScheduleMeeting>
  unavailable: ReadonlyMap<string, ReadonlySet<number>>
  closed: ReadonlyMap<string, ReadonlySet<number>>
  /** For each meeting, those that have to come after it. */
  later: ReadonlyMap<string, readonly string[]>
}

export function lookup(problem: ScheduleProblem): Lookup {
  const later = new Map<string, string[]>()
  for (const { id, after } of problem.meetings) {
    for (const earlier of after ?? []) {
      const list = later.get(earlier)
      if (list) list.push(id)
      else later.set(earlier, [id])
    }
  }
  return {
    problem,
    meetings: new Map(problem.meetings.map((meeting) => [meeting.id, meeting])),
    unavailable: new Map(problem.participants.map(({ id, unavailable }) => [id, new Set(unavailable)])),
    closed: new Map(problem.tables.map(({ id, closed }) => [id, new Set(closed)])),
    later,
  }
}

const elsewhere = (wanted: Place, at: Placement) =>
  wanted.slot !== at.slot || (wanted.table !== undefined && wanted.table !== at.table)

/** What is wrong with one placement by itself, whatever else is placed. */
export function conflictsAlone(
  { problem, meetings, unavailable, closed }: Lookup,
  placement: Placement,
): Conflict[] {
  const { meeting: id, slot, table } = placement
  const meeting = meetings.get(id)
  if (!meeting) return [{ code: 'unknown-meeting', meeting: id }]
  const found: Conflict[] = []
  const when = problem.slots[slot]
  if (!when) found.push({ code: 'unknown-slot', meeting: id, slot })
  const shut = closed.get(table)
  if (!shut) found.push({ code: 'unknown-table', meeting: id, table })
  else if (shut.has(slot)) found.push({ code: 'table-closed', table, slot, meeting: id })
  if (meeting.a === meeting.b) found.push({ code: 'with-itself', meeting: id, participant: meeting.a })
  for (const participant of new Set([meeting.a, meeting.b])) {
    if (unavailable.get(participant)?.has(slot)) {
      found.push({ code: 'unavailable', participant, slot, meeting: id })
    }
  }
  const { session, allowed, fixed, locked } = meeting
  if (when && session && session !== 'any' && session !== when.session) {
    found.push({ code: 'session', meeting: id, slot, session })
  }
  if (allowed && !allowed.includes(slot)) {
    found.push({ code: 'slot-not-allowed', meeting: id, slot, allowed })
  }
  if (fixed && elsewhere(fixed, placement)) found.push({ code: 'fixed', meeting: id, slot, wanted: fixed })
  if (locked && elsewhere(locked, placement))
    found.push({ code: 'locked', meeting: id, slot, wanted: locked })
  return found
}

function gather(into: Map<string, Placement[]>, key: string, placement: Placement) {
  const list = into.get(key)
  if (list) list.push(placement)
  else into.set(key, [placement])
}

/**
 * Every rule that a timetable breaks; empty when it can be held as it stands. It says nothing of meetings without a
 * place, but for locked ones: those are promised.
 */
export function check(problem: ScheduleProblem, timetable: Timetable): Conflict[] {
  const table = lookup(problem)
  const found: Conflict[] = []
  const byMeeting = new Map<string, Placement[]>()
  const byParticipant = new Map<string, Placement[]>()
  const byTable = new Map<string, Placement[]>()
  for (const placement of timetable) {
    found.push(...conflictsAlone(table, placement))
    gather(byMeeting, placement.meeting, placement)
    gather(byTable, `${placement.slot} ${placement.table}`, placement)
    const meeting = table.meetings.get(placement.meeting)
    if (!meeting) continue
    for (const participant of new Set([meeting.a, meeting.b])) {
      gather(byParticipant, `${placement.slot} ${participant}`, placement)
    }
  }
  for (const [meeting, at] of byMeeting) {
    if (at.length > 1) found.push({ code: 'placed-twice', meeting, slots: at.map(({ slot }) => slot) })
  }
  for (const [key, at] of byParticipant) {
    const slot = at[0]!.slot
    const ids = [...new Set(at.map(({ meeting }) => meeting))]
    if (ids.length > 1) {
      const participant = key.slice(key.indexOf(' ') + 1)
      found.push({ code: 'double-booking', participant, slot, meetings: ids })
    }
  }
  for (const at of byTable.values()) {
    const ids = [...new Set(at.map(({ meeting }) => meeting))]
    if (ids.length > 1) {
      found.push({ code: 'table-taken', table: at[0]!.table, slot: at[0]!.slot, meetings: ids })
    }
  }
  for (const { id, after, locked } of problem.meetings) {
    const here = byMeeting.get(id)?.[0]
    if (locked && !here) found.push({ code: 'locked', meeting: id, slot: null, wanted: locked })
    if (!here) continue
    for (const earlier of after ?? []) {
      const there = byMeeting.get(earlier)?.[0]
      if (there && there.slot >= here.slot) {
        found.push({ code: 'order', meeting: id, slot: here.slot, earlier, earlierSlot: there.slot })
      }
    }
  }
  return found
}

/** Required meetings that a timetable leaves out. */
export function missingRequired(problem: ScheduleProblem, timetable: Timetable): string[] {
  const placed = new Set(timetable.map(({ meeting }) => meeting))
  return problem.meetings.filter(({ id, required }) => required && !placed.has(id)).map(({ id }) => id)
}
