import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describe } from '../../../../components/problem-sentence.ts'
import { undoChange } from '../../../../components/undo.ts'
import type { Meeting, Schedule } from '../../../../contract/meetings.ts'
import { ApiProblem } from '../../../../data/failures.ts'
import { meetings } from '../../../../data/meetings.ts'
import { check, type Move } from '../../../../domain/schedule/check.ts'
import { timetableFigures } from '../../../../domain/schedule/figures.ts'
import type { Placement } from '../../../../domain/schedule/types.ts'
import { toast } from '../../../../ui/toast.ts'
import { type Model, placementsOf } from '../model.ts'
import { useNames } from '../names.ts'
import { useRefusals } from '../refusals.ts'

/** What somebody wanted and somebody else's change came between. */
export interface Thwarted {
  moves: readonly Move[]
  meeting: string
}

type Patch = Partial<Pick<Meeting, 'slotId' | 'tableId' | 'locked' | 'bound' | 'after'>>

const patched = (schedule: Schedule, patches: ReadonlyMap<string, Patch>): Schedule => ({
  ...schedule,
  meetings: schedule.meetings.map((meeting) => {
    const patch = patches.get(meeting.id)
    return patch ? { ...meeting, ...patch } : meeting
  }),
})

/** The timetable once the moves are made. */
export function afterMoves(model: Model, moves: readonly Move[]): Placement[] {
  const moved = new Map(moves.map(({ meeting, to }) => [meeting, to]))
  return [
    ...model.timetable.filter(({ meeting }) => !moved.has(meeting)),
    ...moves.flatMap(({ meeting, to }) => (to ? [{ meeting, ...to }] : [])),
  ]
}

/**
 * Changes to the grid by hand. They show at once and go back where the API refuses; one meeting is one change, several
 * together (an exchange) are one run, so that either can be undone in one go.
 */
export function useMoves(model: Model) {
  const { t } = useTranslation('meetings')
  const client = useQueryClient()
  const names = useNames(model)
  const refusals = useRefusals()
  const one = useMutation(meetings.update)
  const several = useMutation(meetings.applyRun)
  const [thwarted, setThwarted] = useState<Thwarted | null>(null)
  const { missionId } = model.schedule
  const key = meetings.schedule({ params: { id: missionId } }).queryKey

  const attempt = async (
    patches: ReadonlyMap<string, Patch>,
    send: () => Promise<{ changeSetId: string | null }>,
    message: string,
    intent: Thwarted | null,
  ): Promise<boolean> => {
    // An answer that is on its way would put everything back.
    await client.cancelQueries({ queryKey: key })
    const before = client.getQueryData(key)
    if (before) client.setQueryData(key, patched(before, patches))
    try {
      const { changeSetId } = await send()
      setThwarted(null)
      void toast({
        message,
        action: changeSetId
          ? { label: t('undo'), run: () => void undoChange(client, changeSetId) }
          : undefined,
      })
      return true
    } catch (error) {
      if (before) client.setQueryData(key, before)
      await client.invalidateQueries({ queryKey: key })
      if (error instanceof ApiProblem && error.code === 'version_stale' && intent) setThwarted(intent)
      else {
        const said = refusals(error)
        void toast({ tone: 'failed', message: said.length > 0 ? said.join(' ') : await describe(error) })
      }
      return false
    }
  }

  const placeOf = (to: Move['to']): Patch => ({
    slotId: to ? (model.slots[to.slot]?.id ?? null) : null,
    tableId: to?.table ?? null,
  })

  const sentence = ([move, ...others]: readonly Move[]) => {
    if (!move) return ''
    const pair = names.pair(move.meeting)
    if (others.length > 0) return t('moved.several', { count: others.length + 1 })
    return move.to
      ? t('moved.one', { pair, slot: names.slot(move.to.slot), table: names.table(move.to.table) })
      : t('moved.off', { pair })
  }

  /** Changes one meeting: its lock, half of the day, what comes before it. */
  const change = (meeting: Meeting, patch: Patch, message: string) =>
    attempt(
      new Map([[meeting.id, patch]]),
      () => one.mutateAsync({ params: { id: meeting.id }, body: patch, version: meeting.version }),
      message,
      null,
    )

  const move = async (moves: readonly Move[]): Promise<boolean> => {
    const [first, second] = moves
    const meeting = first && model.meetings.get(first.meeting)
    if (!first || !meeting) return false
    const patches = new Map(moves.map((move) => [move.meeting, placeOf(move.to)]))
    const intent = { moves, meeting: first.meeting }
    if (!second) {
      const body = placeOf(first.to)
      return attempt(
        patches,
        () => one.mutateAsync({ params: { id: meeting.id }, body, version: meeting.version }),
        sentence(moves),
        intent,
      )
    }
    const timetable = afterMoves(model, moves)
    const body = {
      kind: 'by_hand' as const,
      label: t('moved.swap', { a: names.pair(first.meeting), b: names.pair(second.meeting) }),
      // Nothing is known of the best there could be.
      figures: {
        ...timetableFigures(model.problem, timetable, model.timetable),
        bound: null,
        seconds: 0,
        optimal: false,
      },
      placements: placementsOf(model, timetable),
      seen: placementsOf(model, model.timetable),
    }
    return attempt(
      patches,
      () => several.mutateAsync({ params: { id: missionId }, body, version: model.schedule.version }),
      sentence(moves),
      intent,
    )
  }

  /** Whether what was thwarted could still be done on the schedule as it is now. */
  const stillFits = (intent: Thwarted) => {
    const wanted = afterMoves(model, intent.moves)
    const worse = check(model.problem, wanted).length > check(model.problem, model.timetable).length
    return !worse
  }
  return {
    move,
    change,
    thwarted,
    stillFits,
    forget: useCallback(() => setThwarted(null), []),
    busy: one.isPending || several.isPending,
  }
}
export type Moves = ReturnType<typeof useMoves>
