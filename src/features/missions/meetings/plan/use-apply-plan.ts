import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { undoChange } from '../../../../components/undo.ts'
import type { Schedule } from '../../../../contract/meetings.ts'
import { meetings } from '../../../../data/meetings.ts'
import type { JobResult } from '../../../../data/schedule-runner.ts'
import { pairKey } from '../../../../domain/matching.ts'
import { keptReason, unplacedIn } from '../../../../domain/schedule/explain.ts'
import { movedFrom } from '../../../../domain/schedule/figures.ts'
import { toast } from '../../../../ui/toast.ts'
import { isPairId, type Model, placementsOf, twoOf } from '../model.ts'

/**
 * Puts a schedule that was worked out on the grid. Pairs that agreed and have no meeting yet get theirs first; then the
 * whole grid is filled in one change, which the toast undoes. `model` is the schedule that it was worked out of: its slots
 * are meant, and what was changed since is refused (412) until `run` is told of the newer schedule that was seen.
 */
export function useApplyPlan(model: Model, kind: 'automatic' | 'replan', onDone: () => void) {
  const { t } = useTranslation('meetings')
  const client = useQueryClient()
  const create = useMutation(meetings.create)
  const apply = useMutation(meetings.applyRun)
  const [error, setError] = useState<unknown>(null)
  const { missionId } = model.schedule
  const key = meetings.schedule({ params: { id: missionId } }).queryKey

  async function attempt({ timetable, value, bound, breaks, seconds, optimal }: JobResult, seen: Model) {
    const params = { id: missionId }
    const unplaced = unplacedIn(model, timetable)
    const asked = [...timetable, ...unplaced].map(({ meeting }) => meeting)
    const schedule: Schedule = asked.some(isPairId)
      ? (await create.mutateAsync({ params, body: {} })).reply
      : model.schedule
    const made = new Map(schedule.meetings.map(({ id, aId, bId }) => [pairKey(aId, bId), id]))
    const idOf = (id: string): string | undefined => {
      const two = isPairId(id) ? twoOf(model, id) : undefined
      return two ? made.get(pairKey(two.aId, two.bId)) : id
    }
    const { reply, changeSetId } = await apply.mutateAsync({
      params,
      version: seen.schedule.version,
      body: {
        kind,
        seen: placementsOf(seen, seen.timetable),
        figures: {
          placed: timetable.length,
          wanted: model.problem.meetings.length,
          value,
          bound,
          breaks,
          moved: movedFrom(model.timetable, timetable),
          seconds,
          optimal,
        },
        placements: timetable.flatMap(({ meeting, slot, table }) => {
          const meetingId = idOf(meeting)
          const slotId = model.slots[slot]?.id
          return meetingId && slotId ? [{ meetingId, slotId, tableId: table }] : []
        }),
        unplaced: unplaced.flatMap(({ meeting, reasons }) => {
          const meetingId = idOf(meeting)
          const kept = reasons.map((one) => {
            const meetings = one.meetings.flatMap((id) => idOf(id) ?? [])
            return keptReason({ ...one, meetings }, (slot) => model.slots[slot]?.id)
          })
          return meetingId ? [{ meetingId, reasons: kept }] : []
        }),
      },
    })
    client.setQueryData(key, reply)
    void toast({
      message: t('plan.applied', { placed: timetable.length, wanted: model.problem.meetings.length }),
      action: changeSetId ? { label: t('undo'), run: () => void undoChange(client, changeSetId) } : undefined,
    })
    onDone()
  }
  return {
    error,
    busy: create.isPending || apply.isPending,
    run(result: JobResult, seen: Model) {
      setError(null)
      attempt(result, seen).catch(async (failure: unknown) => {
        await client.invalidateQueries({ queryKey: key })
        setError(failure)
      })
    },
  }
}
