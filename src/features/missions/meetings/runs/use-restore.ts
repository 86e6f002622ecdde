import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../../components/use-write.ts'
import { ApiProblem } from '../../../../data/failures.ts'
import { meetings } from '../../../../data/meetings.ts'
import { type Model, placementsOf } from '../model.ts'

/**
 * Brings an earlier run back, as far as it can be: what could not is in `left`. It is refused where a colleague moved
 * something since the grid was seen; then `stale` says what, and the same once more is meant for the grid as it is now.
 */
export function useRestore(model: Model) {
  const { t } = useTranslation('meetings')
  const client = useQueryClient()
  const { missionId, version, runId: runIdNow } = model.schedule
  const { queryKey } = meetings.schedule({ params: { id: missionId } })
  const [runId, setRunId] = useState<string | null>(null)
  const restore = useWrite(meetings.restoreRun, {
    message: ({ left }) =>
      left.length > 0 ? t('runs.restoredBut', { count: left.length }) : t('runs.restored'),
    onDone: ({ schedule }) => client.setQueryData(queryKey, schedule),
  })
  const done = restore.data?.reply
  const problem = restore.error instanceof ApiProblem ? restore.error.problem : null
  const movedId = problem?.params?.meetingId
  return {
    error: restore.error,
    // Of the grid as it stands: once that is another, it tells nothing any more.
    left: done && done.run.id === runIdNow ? done.left : [],
    busyWith: restore.isPending ? runId : null,
    stale: problem?.code === 'version_stale' && runId !== null ? { runId, movedId } : null,
    forget: restore.reset,
    run(id: string) {
      setRunId(id)
      const seen = placementsOf(model, model.timetable)
      restore.mutate(
        { params: { id: missionId, runId: id }, body: { seen }, version },
        { onError: () => void client.invalidateQueries({ queryKey }) },
      )
    },
  }
}
