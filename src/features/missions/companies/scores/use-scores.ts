import { useEffect, useRef, useState } from 'react'
import { useWrite } from '../../../../components/use-write.ts'
import type { Mission } from '../../../../contract/missions.ts'
import type { Participation } from '../../../../contract/participations.ts'
import { ApiProblem } from '../../../../data/failures.ts'
import { participations } from '../../../../data/participations.ts'

/** How long after the last digit a row is saved, in milliseconds. */
const pause = 700

/** The weighted mean of the scores given; null before any. */
export function meanOf(scores: ReadonlyMap<string, number>, criteria: Mission['criteria']): number | null {
  const given = criteria.filter(({ id }) => scores.has(id))
  const weight = given.reduce((sum, one) => sum + one.weight, 0)
  if (weight === 0) return null
  return given.reduce((sum, one) => sum + one.weight * (scores.get(one.id) ?? 0), 0) / weight
}

/**
 * One company's scores as they are being typed: shown at once, saved together when the typing pauses or the row is left. What
 * is typed while a save is under way goes with the next.
 */
export function useScores(mission: Mission, row: Participation) {
  const held = new Map(row.scores.map(({ criterionId, score }) => [criterionId, score]))
  const [typed, setTyped] = useState<ReadonlyMap<string, number | null>>(new Map())
  /** The last save was refused or got no answer: what was typed stays, and goes with the next digit or by leaving the row. */
  const [stuck, setStuck] = useState(false)
  const write = useWrite(participations.update, { failure: 'toast' })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const scores = new Map(held)
  for (const [id, score] of typed) {
    if (score === null) scores.delete(id)
    else scores.set(id, score)
  }
  const save = () => {
    clearTimeout(timer.current)
    if (typed.size === 0 || write.isPending) return
    const sent = typed
    const notes = new Map(row.scores.map(({ criterionId, note }) => [criterionId, note]))
    const body = {
      scores: [...scores].map(([criterionId, score]) => ({
        criterionId,
        score,
        note: notes.get(criterionId) ?? null,
      })),
    }
    write.mutateAsync({ params: { id: row.id }, body, version: row.version }).then(
      // What has been saved comes with the row; only what was typed since stays.
      () => setTyped((now) => new Map([...now].filter(([id, score]) => sent.get(id) !== score))),
      // Somebody else changed the company: it is read anew, and the scores go with its new version.
      (error) => setStuck(!(error instanceof ApiProblem && error.code === 'version_stale')),
    )
  }
  const latest = useRef(save)
  latest.current = save
  useEffect(() => () => clearTimeout(timer.current), [])
  // A save that had to wait for another is taken up as soon as that has been answered.
  useEffect(() => {
    if (!write.isPending && typed.size > 0 && !stuck) {
      timer.current = setTimeout(() => latest.current(), pause)
      return () => clearTimeout(timer.current)
    }
  }, [write.isPending, typed, stuck])
  return {
    scores,
    mean: meanOf(scores, mission.criteria),
    set(criterionId: string, score: number | null) {
      setStuck(false)
      setTyped((current) => new Map(current).set(criterionId, score))
    },
    flush: () => latest.current(),
  }
}
