import type { SatMaker } from '../domain/schedule/sat.ts'
import { solve } from '../domain/schedule/solve.ts'
import { replanGently } from './schedule-replan.ts'
import type { JobMessage, JobResult, ScheduleJob } from './schedule-runner.ts'

/**
 * Does one piece of scheduling work, says each better timetable, and ends with the best. Ended from outside. With a solver
 * it finds breaks that the search alone leaves.
 */
export function runScheduleJob(
  { kind, problem, present, seconds }: ScheduleJob,
  say: (message: JobMessage) => void,
  clock: () => number,
  sat?: SatMaker,
): void {
  const began = clock()
  const limit = seconds * 1000
  const work =
    kind === 'replan' ? replanGently(problem, present, clock, limit) : solve(problem, { clock, limit, sat })
  for (let step = work.next(); ; step = work.next()) {
    const result: JobResult = { ...step.value, seconds: (clock() - began) / 1000 }
    say({ kind: step.done ? 'done' : 'best', result })
    if (step.done) return
  }
}
