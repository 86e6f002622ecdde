import type { Mission } from '../../../contract/missions.ts'
import { type StepPhase, stepPhases } from '../../../domain/mission.ts'
import type { MissionPatch } from './use-editing.ts'

export type Step = Mission['steps'][number]
export type StepInput = NonNullable<MissionPatch['steps']>[number]

/** Lists replace what is held, so a change of one step sends them all, each with its id. */
export const stepInput = ({ id, phase, key, title, due, anchor, days, doneOn, owner }: Step): StepInput => ({
  id,
  phase,
  key,
  title,
  due,
  anchor,
  days,
  doneOn,
  ownerId: owner?.id ?? null,
})

/** The phases that have any step, in order, with their steps in the order chosen. */
export const byPhase = (steps: readonly Step[]): { phase: StepPhase; steps: Step[] }[] =>
  stepPhases
    .map((phase) => ({ phase, steps: steps.filter((step) => step.phase === phase) }))
    .filter((group) => group.steps.length > 0)

/** The steps with one moved before or after its neighbour of the same phase; null where there is none. */
export function moved(steps: readonly Step[], id: string, by: -1 | 1): Step[] | null {
  const step = steps.find((one) => one.id === id)
  const phase = steps.filter((one) => one.phase === step?.phase)
  const other = phase[phase.findIndex((one) => one.id === id) + by]
  if (!step || !other) return null
  return steps.map((one) => (one.id === step.id ? other : one.id === other.id ? step : one))
}
