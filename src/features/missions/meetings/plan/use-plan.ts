import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type JobResult,
  type RunningJob,
  type ScheduleJob,
  startScheduleJob,
} from '../../../../data/schedule-runner.ts'

export type PlanState =
  | { phase: 'running'; best: JobResult | null }
  | { phase: 'done'; result: JobResult; stopped: boolean }
  | { phase: 'failed' }

/** One piece of scheduling work: begun at once, ended with the component, stopped on request with the best so far. */
export function usePlan(job: ScheduleJob) {
  const [state, setState] = useState<PlanState>({ phase: 'running', best: null })
  const running = useRef<RunningJob | null>(null)
  // The question stays the one that was asked when the work began, whatever changes meanwhile; "again" asks it of the new state.
  const [asked, setAsked] = useState(job)
  useEffect(() => {
    let current = true
    setState({ phase: 'running', best: null })
    const started = startScheduleJob(asked, {
      onBest: (best) => current && setState({ phase: 'running', best }),
      onDone: (result) => current && setState({ phase: 'done', result, stopped: false }),
      onFailed: () => current && setState({ phase: 'failed' }),
    })
    running.current = started
    return () => {
      current = false
      started.stop()
    }
  }, [asked])
  const stop = useCallback(() => {
    running.current?.stop()
    setState((now) =>
      now.phase === 'running' && now.best ? { phase: 'done', result: now.best, stopped: true } : now,
    )
  }, [])
  return { state, stop, again: () => setAsked({ ...job }) }
}
