import { model as solverModel } from './model.ts'
import type { ScheduleProblem, Timetable } from './types.ts'

export const reasonCodes = [
  /** The two have no slot in common that their absences, the half of the day and open tables leave. */
  'no-common-slot',
  /** As many meetings as free slots. */
  'participant-full',
  /** One of the two has another meeting in so many of the slots that both could use. */
  'participant-busy',
  'tables-full',
  /** It has to come before or after others that stand where they leave no slot. */
  'order',
  /** Nothing is in the way: there is room. */
  'room',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

export interface Reason {
  code: ReasonCode
  participants: string[]
  /** Positions of slots. */
  slots: number[]
  meetings: string[]
  count: number | null
  of: number | null
}

const reason = (code: ReasonCode, more: Partial<Reason> = {}): Reason => ({
  code,
  participants: [],
  slots: [],
  meetings: [],
  count: null,
  of: null,
  ...more,
})

/**
 * Why a meeting has no place in a timetable: for every slot that it could use, what is in the way there, gathered by whom or
 * what it binds to. A sentence can be made of each, and each names something that somebody can change.
 */
export function explainer(problem: ScheduleProblem, timetable: Timetable): (meetingId: string) => Reason[] {
  const of = solverModel(problem)
  const { slots } = of
  const busy = new Map<number, number>()
  const taken = new Int32Array(slots)
  const slotOf = new Map<number, number>()
  const held = new Int32Array(of.participants)
  for (const { meeting, slot } of timetable) {
    const index = of.indexOf.get(meeting)
    if (index === undefined) continue
    slotOf.set(index, slot)
    taken[slot] = (taken[slot] ?? 0) + 1
    for (const person of [of.a[index] ?? -1, of.b[index] ?? -1]) {
      busy.set(person * slots + slot, index)
      if (person >= 0) held[person] = (held[person] ?? 0) + 1
    }
  }
  const freeSlots = (person: number) =>
    of.free.subarray(person * slots, (person + 1) * slots).reduce((sum, free) => sum + free, 0)
  const idOf = (index: number) => problem.meetings[index]?.id ?? ''
  const personId = (person: number) => problem.participants[person]?.id ?? ''

  return (meetingId) => {
    const index = of.indexOf.get(meetingId)
    if (index === undefined || slotOf.has(index)) return []
    const two = [of.a[index] ?? -1, of.b[index] ?? -1]
    const usable = Array.from({ length: slots }, (_, slot) => slot).filter(
      (slot) => of.allowed[index * slots + slot] === 1,
    )
    if (usable.length === 0) return [reason('no-common-slot', { participants: two.map(personId) })]
    const isBusy = (person: number, slot: number) => busy.has(person * slots + slot)
    const full = two.filter((person) => (held[person] ?? 0) >= freeSlots(person))
    const findings: Reason[] = full.map((person) =>
      reason('participant-full', {
        participants: [personId(person)],
        count: held[person] ?? 0,
        of: freeSlots(person),
      }),
    )
    if (findings.length > 0) return findings
    for (const person of two) {
      const slotsOf = usable.filter((slot) => isBusy(person, slot))
      if (slotsOf.length === 0) continue
      findings.push(
        reason('participant-busy', {
          participants: [personId(person)],
          slots: slotsOf,
          meetings: [...new Set(slotsOf.map((slot) => idOf(busy.get(person * slots + slot) ?? -1)))],
          count: slotsOf.length,
          of: usable.length,
        }),
      )
    }
    const left = usable.filter((slot) => !two.some((person) => isBusy(person, slot)))
    const crowded = left.filter((slot) => (taken[slot] ?? 0) >= (of.capacity[slot] ?? 0))
    if (crowded.length > 0)
      findings.push(reason('tables-full', { slots: crowded, count: crowded.length, of: usable.length }))
    const open = left.filter((slot) => !crowded.includes(slot))
    const against = (slot: number) => [
      ...(of.before[index] ?? []).filter((other) => (slotOf.get(other) ?? -1) >= slot),
      ...(of.after[index] ?? []).filter((other) => (slotOf.get(other) ?? slots) <= slot),
    ]
    const ordered = open.filter((slot) => against(slot).length > 0)
    if (ordered.length > 0)
      findings.push(
        reason('order', { slots: ordered, meetings: [...new Set(ordered.flatMap(against).map(idOf))] }),
      )
    const room = open.filter((slot) => !ordered.includes(slot))
    return room.length > 0 ? [reason('room', { slots: room })] : findings
  }
}

/** The meetings that a timetable leaves out, the most wanted first, and why. */
export function unplacedIn(
  { problem }: { problem: ScheduleProblem },
  timetable: Timetable,
): { meeting: string; reasons: Reason[] }[] {
  const placed = new Set(timetable.map(({ meeting }) => meeting))
  const explain = explainer(problem, timetable)
  return problem.meetings
    .filter(({ id }) => !placed.has(id))
    .toSorted((x, y) => y.value - x.value)
    .map(({ id }) => ({ meeting: id, reasons: explain(id) }))
}

/** A reason as a run keeps it: slots by their ids. */
export const keptReason = (found: Reason, slotId: (index: number) => string | undefined) => ({
  ...found,
  slots: found.slots.flatMap((slot) => slotId(slot) ?? []),
  tables: [] as string[],
})
