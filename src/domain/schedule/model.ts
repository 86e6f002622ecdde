import type { HalfDay, ScheduleMeeting, ScheduleProblem } from './types.ts'

/**
 * A problem turned into numbers: meetings, participants and slots are positions, and what a meeting may never do is
 * one table of flags. Everything that searches or counts works on this.
 */
export interface Model {
  problem: ScheduleProblem
  slots: number
  meetings: number
  /** Real participants; seats from this number on stand for fixed tables, which hold one meeting a slot just the same. */
  participants: number
  seats: number
  /** The two participants of a meeting; -1 for a stranger, who keeps the meeting from being placed. */
  a: Int32Array
  b: Int32Array
  /** The seat of a meeting's fixed table, or -1. */
  tableSeat: Int32Array
  value: Float64Array
  /** `allowed[meeting * slots + slot]`: 1 where nothing but other meetings can be in the way. */
  allowed: Uint8Array
  /** How many slots a meeting may use. */
  options: Int32Array
  /** `free[participant * slots + slot]`. */
  free: Uint8Array
  /** Open tables in each slot. */
  capacity: Int32Array
  /** Meetings that come before, and after, each one. */
  before: readonly (readonly number[])[]
  after: readonly (readonly number[])[]
  ofParticipant: readonly (readonly number[])[]
  indexOf: ReadonlyMap<string, number>
  participantIndex: ReadonlyMap<string, number>
}

const inSession = (session: HalfDay | 'any' | undefined, slot: HalfDay) =>
  !session || session === 'any' || session === slot

/** Whether a meeting's own terms permit a slot, its participants and tables aside. */
export function termsPermit(problem: ScheduleProblem, meeting: ScheduleMeeting, slot: number): boolean {
  const { session, allowed, fixed, locked } = meeting
  if (!inSession(session, problem.slots[slot]!.session)) return false
  if (allowed && !allowed.includes(slot)) return false
  if (fixed && fixed.slot !== slot) return false
  return !locked || locked.slot === slot
}

const fixedTable = ({ locked, fixed }: ScheduleMeeting): string | undefined => locked?.table ?? fixed?.table

function grid(problem: ScheduleProblem): Pick<Model, 'capacity' | 'free'> {
  const slots = problem.slots.length
  const capacity = new Int32Array(slots).fill(problem.tables.length)
  for (const { closed } of problem.tables) {
    for (const slot of new Set(closed)) if (slot >= 0 && slot < slots) capacity[slot]! -= 1
  }
  const free = new Uint8Array(problem.participants.length * slots).fill(1)
  problem.participants.forEach(({ unavailable }, index) => {
    for (const slot of unavailable ?? []) if (slot >= 0 && slot < slots) free[index * slots + slot] = 0
  })
  return { capacity, free }
}

function orders(meetings: readonly ScheduleMeeting[], indexOf: ReadonlyMap<string, number>) {
  const before: number[][] = meetings.map(() => [])
  const after: number[][] = meetings.map(() => [])
  meetings.forEach((meeting, index) => {
    for (const id of new Set(meeting.after)) {
      const earlier = indexOf.get(id)
      if (earlier === undefined) continue
      before[index]!.push(earlier)
      after[earlier]!.push(index)
    }
  })
  return { before, after }
}

/** The table a meeting is bound to, and whether it can be had in a slot. */
function tableOpen(problem: ScheduleProblem): (meeting: ScheduleMeeting, slot: number) => boolean {
  const closed = new Map(problem.tables.map((table) => [table.id, new Set(table.closed)]))
  return (meeting, slot) => {
    const { fixed, locked } = meeting
    if (fixed?.table !== undefined && locked?.table !== undefined && fixed.table !== locked.table)
      return false
    const table = fixedTable(meeting)
    if (table === undefined) return true
    const shut = closed.get(table)
    return shut !== undefined && !shut.has(slot)
  }
}

export function model(problem: ScheduleProblem): Model {
  const slots = problem.slots.length
  const meetings = problem.meetings.length
  const participants = problem.participants.length
  const participantIndex = new Map(problem.participants.map(({ id }, index) => [id, index]))
  const indexOf = new Map(problem.meetings.map(({ id }, index) => [id, index]))
  const { capacity, free } = grid(problem)
  const a = new Int32Array(meetings)
  const b = new Int32Array(meetings)
  const tableSeat = new Int32Array(meetings).fill(-1)
  const value = new Float64Array(meetings)
  const allowed = new Uint8Array(meetings * slots)
  const options = new Int32Array(meetings)
  const ofParticipant: number[][] = problem.participants.map(() => [])
  const seatOf = new Map<string, number>()
  const open = tableOpen(problem)
  problem.meetings.forEach((meeting, index) => {
    const first = participantIndex.get(meeting.a) ?? -1
    const second = participantIndex.get(meeting.b) ?? -1
    a[index] = first
    b[index] = second
    value[index] = Number.isFinite(meeting.value) ? Math.max(0, meeting.value) : 0
    const table = fixedTable(meeting)
    if (table !== undefined) {
      if (!seatOf.has(table)) seatOf.set(table, participants + seatOf.size)
      tableSeat[index] = seatOf.get(table)!
    }
    if (first >= 0) ofParticipant[first]!.push(index)
    if (second >= 0 && second !== first) ofParticipant[second]!.push(index)
    if (first < 0 || second < 0 || first === second) return
    for (let slot = 0; slot < slots; slot++) {
      if (!free[first * slots + slot] || !free[second * slots + slot] || capacity[slot]! <= 0) continue
      if (!termsPermit(problem, meeting, slot) || !open(meeting, slot)) continue
      allowed[index * slots + slot] = 1
      options[index]! += 1
    }
  })
  return {
    problem,
    slots,
    meetings,
    participants,
    seats: participants + seatOf.size,
    a,
    b,
    tableSeat,
    value,
    allowed,
    options,
    free,
    capacity,
    ...orders(problem.meetings, indexOf),
    ofParticipant,
    indexOf,
    participantIndex,
  }
}
