import type { JobMessage, ScheduleJob } from './schedule-runner.ts'
import { loadSolver } from './schedule-solver.ts'
import { runScheduleJob } from './schedule-work.ts'

const page = self as unknown as DedicatedWorkerGlobalScope
const say = (message: JobMessage) => page.postMessage(message)

page.onmessage = async ({ data }: MessageEvent<ScheduleJob>) => {
  try {
    // Planning anew with few changes leaves breaks where they are.
    const sat = data.kind === 'automatic' ? await loadSolver() : undefined
    runScheduleJob(data, say, () => performance.now(), sat)
  } catch (error) {
    say({ kind: 'failed', message: String(error) })
  }
}
