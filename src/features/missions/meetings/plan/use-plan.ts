import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type JobResult,
  type RunningJob,
  type ScheduleJob,
  startScheduleJob,
} from '../../../../data/schedule-runner.ts'
import type { Model } from '../model.ts'

/** A piece of work, and the schedule that its positions of slots are counted in. */
export interface Question {
  job: ScheduleJob
  model: Model
}

/** How far the work is. `model` is the schedule that it was asked of: only there does its timetable mean what it says. */
export type PlanState = { model: Model } & (
  | { phase: 'running'; best: JobResult | null }
  | { phase: 'done'; result: JobResult; stopped: boolean }
  | { phase: 'failed' }
)

/** One piece of scheduling work: begun at once, ended with the component, stopped on request with the best so far. */
export function usePlan(question: Question) {
  const [state, setState] = useState<PlanState>({ phase: 'running', best: null, model: question.model })
  const running = useRef<RunningJob | null>(null)
  // The question stays the one that was asked when the work began, whatever changes meanwhile; "again" asks it of the new state.
  const [asked, setAsked] = useState(question)
  useEffect(() => {
    let current = true
    const { model } = asked
    setState({ phase: 'running', best: null, model })
    const started = startScheduleJob(asked.job, {
      onBest: (best) => current && setState({ phase: 'running', best, model }),
      onDone: (result) => current && setState({ phase: 'done', result, stopped: false, model }),
      onFailed: () => current && setState({ phase: 'failed', model }),
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
      now.phase === 'running' && now.best
        ? { phase: 'done', result: now.best, stopped: true, model: now.model }
        : now,
    )
  }, [])
  return { state, stop, again: () => setAsked({ ...question }) }
}
