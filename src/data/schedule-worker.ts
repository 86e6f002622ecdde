import type { ScheduleJob } from './schedule-runner.ts'
import { runScheduleJob } from './schedule-work.ts'

const page = self as unknown as DedicatedWorkerGlobalScope

page.onmessage = ({ data }: MessageEvent<ScheduleJob>) =>
  runScheduleJob(
    data,
    (message) => page.postMessage(message),
    () => performance.now(),
  )
