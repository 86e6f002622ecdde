import { type Solution, type SolveOptions, solve } from '../../../../src/domain/schedule/solve.ts'
import type { ScheduleProblem } from '../../../../src/domain/schedule/types.ts'

/** A clock that moves on with each look at it: as much work everywhere, however busy the machine is. */
export const ticking = () => {
  let now = 0
  return () => now++
}

/** Solves with so many looks at the clock; all solutions on the way, and the last. */
export function solved(
  asked: ScheduleProblem,
  options: Partial<SolveOptions> = {},
): { last: Solution; all: Solution[] } {
  const work = solve(asked, { clock: ticking(), limit: 60, ...options })
  const all: Solution[] = []
  for (let step = work.next(); ; step = work.next()) {
    all.push(step.value)
    if (step.done) return { last: step.value, all }
  }
}
