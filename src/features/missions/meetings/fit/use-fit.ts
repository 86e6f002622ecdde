import { useDeferredValue, useMemo } from 'react'
import { type Fit, willItFit } from '../../../../domain/schedule/will-it-fit.ts'
import type { Model } from '../model.ts'
import { fitsByExample } from './by-example.ts'

const known = new WeakMap<Model, Fit>()

function fitOf({ problem, timetable }: Model): Fit {
  const fit = willItFit(problem)
  const shown = fit.verdict === 'perhaps' && fitsByExample(problem, timetable)
  return shown ? { ...fit, verdict: 'fits' } : fit
}

/** Whether everything asked for fits; counted once per schedule, and never in the way of what is being typed or moved. */
export function useFit(model: Model): Fit {
  const later = useDeferredValue(model)
  return useMemo(() => {
    const fit = known.get(later) ?? fitOf(later)
    known.set(later, fit)
    return fit
  }, [later])
}
