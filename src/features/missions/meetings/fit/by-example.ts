import { model as solverModel } from '../../../../domain/schedule/model.ts'
import type { ScheduleProblem, Timetable } from '../../../../domain/schedule/types.ts'

/**
 * Whether everything fits, shown by doing it: meetings without a place are given the first slot that suits both, those with
 * the fewest slots first, around what stands; where that fails, around what is locked only. True is a proof; false is none.
 */
export function fitsByExample(problem: ScheduleProblem, present: Timetable): boolean {
  const locked = new Set(problem.meetings.flatMap(({ id, locked: place }) => (place ? [id] : [])))
  return (
    completes(problem, present) ||
    completes(
      problem,
      present.filter(({ meeting }) => locked.has(meeting)),
    )
  )
}

function completes(problem: ScheduleProblem, standing: Timetable): boolean {
  const of = solverModel(problem)
  const busy = new Uint8Array(of.participants * of.slots)
  const left = Int32Array.from(of.capacity)
  const placed = new Set<number>()
  const take = (meeting: number, slot: number): boolean => {
    const [a, b] = [of.a[meeting] ?? -1, of.b[meeting] ?? -1]
    const seats = [a * of.slots + slot, b * of.slots + slot]
    const free = of.allowed[meeting * of.slots + slot] && (left[slot] ?? 0) > 0
    if (!free || seats.some((seat) => busy[seat])) return false
    for (const seat of seats) busy[seat] = 1
    left[slot] = (left[slot] ?? 0) - 1
    placed.add(meeting)
    return true
  }
  for (const { meeting, slot } of standing) {
    const index = of.indexOf.get(meeting)
    if (index === undefined || !take(index, slot)) return false
  }
  // An order between meetings asks for more than the first slot that is free.
  const rest = problem.meetings.map((_, index) => index).filter((index) => !placed.has(index))
  const ordered = (index: number) =>
    (of.before[index]?.length ?? 0) + (of.after[index]?.length ?? 0) > 0 || (of.tableSeat[index] ?? -1) >= 0
  if (rest.some(ordered)) return false
  return rest
    .sort((x, y) => (of.options[x] ?? 0) - (of.options[y] ?? 0))
    .every((meeting) => problem.slots.some((_, slot) => take(meeting, slot)))
}
