import type { SatMaker } from '../domain/schedule/sat.ts'
import { solve } from '../domain/schedule/solve.ts'
import { replanGently } from './schedule-replan.ts'
import type { JobMessage, JobResult, ScheduleJob } from './schedule-runner.ts'

/** Milliseconds between two timetables told of: hundreds a second would keep the page from its own work. */
const pause = 200

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
  let said = Number.NEGATIVE_INFINITY
  for (let step = work.next(); ; step = work.next()) {
    const now = clock()
    const result: JobResult = { ...step.value, seconds: (now - began) / 1000 }
    if (!step.done && now - said < pause) continue
    said = now
    say({ kind: step.done ? 'done' : 'best', result })
    if (step.done) return
  }
}
