import { replan } from '../domain/schedule/replan.ts'
import { type Solution, solve } from '../domain/schedule/solve.ts'
import type { ScheduleProblem, Timetable } from '../domain/schedule/types.ts'

/** What a timetable that stands amounts to, with what is no longer good in it put right. */
function mended(problem: ScheduleProblem, keep: Timetable, clock: () => number, limit: number): Solution {
  const work = solve(problem, { clock, limit, keep })
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

/** Meetings without a place that one could be made for: somewhere a table is left, and both have a slot left. */
function hopeful({ slots, tables, participants, meetings }: ScheduleProblem, timetable: Timetable): string[] {
  const open = tables.reduce((sum, { closed }) => sum + slots.length - new Set(closed).size, 0)
  if (timetable.length >= open) return []
  const placed = new Set(timetable.map(({ meeting }) => meeting))
  const left = new Map(
    participants.map(({ id, unavailable }) => [id, slots.length - new Set(unavailable).size]),
  )
  for (const { id, a, b } of meetings)
    if (placed.has(id)) for (const who of [a, b]) left.set(who, (left.get(who) ?? 0) - 1)
  return meetings
    .filter(({ id, a, b }) => !placed.has(id) && [a, b].every((who) => (left.get(who) ?? 0) > 0))
    .toSorted((x, y) => y.value - x.value)
    .map(({ id }) => id)
}

/**
 * Plans anew with the fewest changes: first what stands is mended and gaps are filled, nothing else moved; then, as long as
 * there is time, room is made for meetings without a place, one after the other, by moving as few others as will do. Each
 * yield can be held as it is.
 */
export function* replanGently(
  problem: ScheduleProblem,
  present: Timetable,
  clock: () => number,
  limit: number,
): Generator<Solution, Solution> {
  const began = clock()
  const first = mended(problem, present, clock, limit)
  yield first
  let timetable: Timetable = first.timetable
  const tried = new Set<string>()
  for (;;) {
    const next = hopeful(problem, timetable).find((id) => !tried.has(id))
    if (next === undefined || clock() - began >= limit) break
    tried.add(next)
    const found = replan(problem, timetable, { added: [next] })
    if (found.timetable.length > timetable.length) timetable = found.timetable
  }
  return timetable === first.timetable ? first : mended(problem, timetable, clock, limit)
}
