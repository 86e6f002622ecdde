import { differences } from './differences.ts'
import type { ScheduleProblem, ScheduleSlot, Timetable } from './types.ts'

/** What can be told of a timetable by looking at it, however it was made. */
export interface TimetableFigures {
  placed: number
  /** Meetings that want a place. */
  wanted: number
  /** What those placed are worth. */
  value: number
  breaks: number
  /** Meetings that had a place before and don't have that one any more. */
  moved: number
}

export function timetableFigures(
  problem: ScheduleProblem,
  timetable: Timetable,
  before: Timetable,
): TimetableFigures {
  const worth = new Map(problem.meetings.map(({ id, value }) => [id, value]))
  return {
    placed: timetable.length,
    wanted: problem.meetings.length,
    value: timetable.reduce((sum, { meeting }) => sum + (worth.get(meeting) ?? 0), 0),
    breaks: [...slotsByPerson(problem, timetable).values()].reduce(
      (sum, slots) => sum + breaksOf(problem.slots, slots),
      0,
    ),
    moved: movedFrom(before, timetable),
  }
}

export const movedFrom = (before: Timetable, after: Timetable): number =>
  differences(before, after).filter(({ kind }) => kind !== 'placed').length

/** How often somebody waits between two meetings of a day, however long, by the slots of their meetings. */
export function breaksOf(slots: readonly Pick<ScheduleSlot, 'day'>[], held: readonly number[]): number {
  const busy = [...new Set(held)].sort((x, y) => x - y)
  return busy.filter((slot, index) => {
    const last = busy[index - 1]
    return last !== undefined && slot - last > 1 && slots[last]?.day === slots[slot]?.day
  }).length
}

/** The slots of each participant’s meetings in a timetable. */
export function slotsByPerson(
  { meetings }: Pick<ScheduleProblem, 'meetings'>,
  timetable: Timetable,
): Map<string, number[]> {
  const two = new Map(meetings.map(({ id, a, b }) => [id, [a, b]]))
  const found = new Map<string, number[]>()
  for (const { meeting, slot } of timetable)
    for (const id of two.get(meeting) ?? []) {
      const slots = found.get(id)
      if (slots) slots.push(slot)
      else found.set(id, [slot])
    }
  return found
}
