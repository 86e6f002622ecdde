import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { describe } from '../../../components/problem-sentence.ts'
import { useScope } from '../../../components/scope.ts'
import { undoChange, undoChanges } from '../../../components/undo.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Mission } from '../../../contract/missions.ts'
import type { Participation } from '../../../contract/participations.ts'
import { participations } from '../../../data/participations.ts'
import { canMove, type ParticipationState } from '../../../domain/participation.ts'
import { useFormat } from '../../../i18n/format.ts'
import { toast } from '../../../ui/toast.ts'
import { asksFirst } from './rules.ts'

export interface Step {
  state: ParticipationState
  since: string
  reason: string | null
  /** De minimis aid that comes with a place, in euro cents; left out, what waits with who waits. */
  aid?: number | null | undefined
}

/** How far a move of several has come, and how to leave it at that. */
export interface MoveProgress {
  done: number
  total: number
  stop: () => void
}

/** Moves participations one after the other, and says at the end what became of them. Rejects where a single one failed. */
export function useMoves() {
  const { t } = useTranslation(['participations', 'common'])
  const f = useFormat()
  const client = useQueryClient()
  const { mutateAsync, isPending, error } = useWrite(participations.move)
  const [progress, setProgress] = useState<MoveProgress | null>(null)
  const stopped = useRef(false)
  const stop = () => {
    stopped.current = true
  }
  const stateName = (state: ParticipationState) => t(`common:participationState.${state}`)

  const moveOne = async (row: Participation, body: Step) => {
    const { reply, changeSetId } = await mutateAsync({ params: { id: row.id }, body, version: row.version })
    const { participation, promoted, aidGranted, unscheduled, feeOwed } = reply
    const name = participation.organisation.name
    const waits = body.state === 'accepted' && participation.state === 'waitlisted'
    const message = [
      waits
        ? t('moved.waits', { name, turn: participation.waiting ?? 1 })
        : t('moved.one', { name, state: stateName(participation.state) }),
      unscheduled > 0 && t('moved.unscheduled', { count: unscheduled }),
      feeOwed && t('moved.feeOwed'),
      promoted && t('moved.promoted', { name: promoted.organisation.name }),
      aidGranted !== null && t(aidGranted ? 'moved.aidGranted' : 'moved.aidRefused'),
    ]
    void toast({
      message: message.filter(Boolean).join(' '),
      action: changeSetId
        ? { label: t('common:undo'), run: () => void undoChange(client, changeSetId) }
        : undefined,
    })
  }

  const moveMany = async (rows: readonly Participation[], body: Step) => {
    const reached = new Map<ParticipationState, number>()
    const failed: string[] = []
    const made: string[] = []
    let done = 0
    stopped.current = false
    for (const row of rows) {
      if (stopped.current) break
      setProgress({ done: done++, total: rows.length, stop })
      try {
        const { reply, changeSetId } = await mutateAsync({
          params: { id: row.id },
          body,
          version: row.version,
        })
        if (changeSetId) made.push(changeSetId)
        const { state } = reply.participation
        reached.set(state, (reached.get(state) ?? 0) + 1)
      } catch (problem) {
        failed.push(t('moved.failed', { name: row.organisation.name, why: await describe(problem) }))
      }
    }
    setProgress(null)
    const parts = [...reached].map(([state, count]) => `${stateName(state)}${f.colon}${f.number(count)}`)
    void toast({
      tone: failed.length > 0 ? 'failed' : undefined,
      message: [
        parts.join(' · '),
        done < rows.length && t('moved.stopped', { count: rows.length - done }),
        ...failed,
      ]
        .filter(Boolean)
        .join(' '),
      action:
        made.length > 0 ? { label: t('common:undo'), run: () => void undoChanges(client, made) } : undefined,
    })
  }

  const run = async (rows: readonly Participation[], step: Step) => {
    const [only, ...others] = rows
    if (only && others.length === 0) await moveOne(only, step)
    else await moveMany(rows, step)
  }
  return { run, isPending, error, progress }
}

/**
 * The gesture of moving one or several to another state: at once where nothing need be asked, otherwise by the dialog. Those
 * for whom the step is not possible are left out.
 */
export function useMoveGesture(mission: Mission) {
  const { day } = useScope()
  const [, setParams] = useSearchParams()
  const moves = useMoves()
  const move = (rows: readonly Participation[], to: ParticipationState) => {
    const able = rows.filter(({ state }) => !canMove(state, to))
    if (able.length === 0) return
    if (!able.some((row) => asksFirst(mission, row, to, day))) {
      moves
        .run(able, { state: to, since: day, reason: null })
        .catch(async (problem) => toast({ tone: 'failed', message: await describe(problem) }))
      return
    }
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        next.set('dialog', 'move-participation')
        next.set('mission', mission.id)
        next.set('who', able.map(({ id }) => id).join(','))
        next.set('to', to)
        return next
      },
      { preventScrollReset: true },
    )
  }
  return { move, isPending: moves.isPending, progress: moves.progress }
}
