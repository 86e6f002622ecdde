import type { ScheduleProblem, Timetable } from '../domain/schedule/types.ts'

/** Scheduling to be done beside the page. */
export interface ScheduleJob {
  /** All anew, or with as few changes as will do to the timetable that stands. */
  kind: 'automatic' | 'replan'
  problem: ScheduleProblem
  present: Timetable
  /** After so long it gives the best it has found. */
  seconds: number
}

export interface JobResult {
  timetable: Timetable
  value: number
  /** The most that any timetable could be worth, where that is known. */
  bound: number | null
  /** How often somebody waits between two meetings of a day, over all. */
  breaks: number
  seconds: number
  /** Proven: nothing worth more can be had. */
  optimal: boolean
}

/** What the work says while it lasts. */
export type JobMessage =
  | { kind: 'best'; result: JobResult }
  | { kind: 'done'; result: JobResult }
  | { kind: 'failed'; message: string }

export interface JobListeners {
  onBest: (result: JobResult) => void
  onDone: (result: JobResult) => void
  onFailed: (message: string) => void
}

export interface RunningJob {
  /** Ends the work at once; nothing more is heard of it. */
  stop: () => void
}

type StartJob = (job: ScheduleJob, listen: (message: JobMessage) => void) => RunningJob

const inWorker: StartJob = (job, listen) => {
  const worker = new Worker(new URL('./schedule-worker.ts', import.meta.url), {
    type: 'module',
    name: 'schedule',
  })
  worker.onmessage = ({ data }: MessageEvent<JobMessage>) => listen(data)
  worker.onerror = (event) => listen({ kind: 'failed', message: event.message })
  worker.postMessage(job)
  return { stop: () => worker.terminate() }
}

let start: StartJob = inWorker
/** Where there are no workers (tests) the work is done by what is given here. */
export function setScheduleRunner(next: StartJob): void {
  start = next
}

/** Begins the work, in a worker of its own: the page stays as quick as it is, and ending it needs no consent. */
export function startScheduleJob(job: ScheduleJob, { onBest, onDone, onFailed }: JobListeners): RunningJob {
  let over = false
  const end = () => {
    over = true
    running.stop()
  }
  const running = start(job, (message) => {
    if (over) return
    if (message.kind === 'best') return onBest(message.result)
    over = true
    if (message.kind === 'done') onDone(message.result)
    else onFailed(message.message)
    // One that answers before it is handed over is not to be stopped any more.
    queueMicrotask(() => running.stop())
  })
  return { stop: end }
}
