import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { meetings } from '../../../../data/meetings.ts'
import type { Model } from '../model.ts'
import type { Reason } from './reasons.ts'

/** Why each meeting has no place, as far as the run that filled the grid said. */
export function useUnplaced(model: Model): (meetingId: string) => readonly Reason[] | undefined {
  const { missionId, runId } = model.schedule
  const { data } = useQuery({
    ...meetings.runs({ params: { id: missionId } }),
    enabled: runId !== null && model.timetable.length < model.problem.meetings.length,
  })
  const reasons = useMemo(() => {
    const run = data?.items.find(({ id }) => id === runId)
    return new Map(run?.unplaced.map((one) => [one.meetingId, one.reasons]))
  }, [data, runId])
  return (id) => reasons.get(id)
}
