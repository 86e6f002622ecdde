import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../../../../ui/toast.ts'
import type { Model } from '../model.ts'
import { useNames } from '../names.ts'
import { useSentences } from '../sentences.ts'
import { type Cell, usePick } from './pick-store.ts'
import { indexOf, targetAt } from './targets.ts'
import type { Moves } from './use-moves.ts'

/** What can be done with meetings on the grid, whatever the hand or key that does it. */
export interface GridActions {
  mayMove: boolean
  /** Takes a meeting up; where that can't be, says why and gives false. */
  pickUp: (meeting: string) => boolean
  /** Puts the picked meeting down. Gives whether it could be. */
  dropOn: (cell: Cell) => boolean
  takeOff: (meeting: string) => void
  toggleLock: (meeting: string) => void
  select: (meeting: string | null) => void
}

export function useGridActions(
  model: Model,
  moves: Moves,
  mayMove: boolean,
  select: (meeting: string | null) => void,
): GridActions {
  const { t } = useTranslation('meetings')
  const names = useNames(model)
  const say = useSentences(model)
  const { pick, drop } = usePick.getState()
  const refuse = useCallback((message: string) => void toast({ tone: 'failed', message }), [])

  const pinned = useCallback(
    (id: string): string | null => {
      const meeting = model.meetings.get(id)
      if (meeting && meeting.state !== 'planned') return t('grid.isRecorded', { pair: names.pair(id) })
      return meeting?.locked ? t('grid.isLocked', { pair: names.pair(id) }) : null
    },
    [model, names, t],
  )

  return useMemo(
    () => ({
      mayMove,
      select,
      pickUp(id) {
        const why = mayMove ? pinned(id) : t('grid.readOnly')
        if (why) refuse(why)
        else pick(id)
        return !why
      },
      dropOn(cell) {
        const { picked } = usePick.getState()
        if (!picked) return false
        const target = targetAt(model, picked, cell)
        if (target.kind === 'no') {
          refuse(target.conflicts.map(say.conflict).join(' '))
          return false
        }
        drop()
        if (target.kind !== 'same') void moves.move(target.moves)
        return true
      },
      takeOff(id) {
        const why = mayMove ? pinned(id) : t('grid.readOnly')
        drop()
        if (why) refuse(why)
        else if (indexOf(model).placed.has(id)) void moves.move([{ meeting: id, to: null }])
      },
      toggleLock(id) {
        const meeting = model.meetings.get(id)
        if (!mayMove) return refuse(t('grid.readOnly'))
        if (!meeting?.slotId) return
        const locked = !meeting.locked
        const message = t(locked ? 'moved.locked' : 'moved.unlocked', { pair: names.pair(id) })
        void moves.change(meeting, { locked }, message)
      },
    }),
    [mayMove, select, pinned, refuse, pick, drop, model, moves, say, names, t],
  )
}
