import { type DragEvent, type MouseEvent, type RefObject, useEffect } from 'react'
import type { Model } from '../model.ts'
import { cellOf, painter, paintOver, unpaint } from './paint.ts'
import { type Cell, usePick } from './pick-store.ts'
import { targetAt } from './targets.ts'
import type { GridActions } from './use-grid-actions.ts'

const meetingOf = (target: EventTarget) =>
  (target as Element).closest('[data-meeting]')?.getAttribute('data-meeting') ?? null

/**
 * The grid's pointer: dragging, and pressing a place for what was picked up. One listener of each kind for the whole
 * table; the cells are marked when a meeting is picked up, and while it moves nothing is drawn but the words about it.
 */
export function useGridPointer({
  box,
  model,
  actions,
  onActive,
}: {
  box: RefObject<HTMLElement | null>
  model: Model
  actions: GridActions
  onActive: (cell: Cell) => void
}) {
  useEffect(() => {
    let frame = 0
    const mark = (picked: string | null) => {
      cancelAnimationFrame(frame)
      const begin = () => {
        if (!box.current) return
        if (!picked) return unpaint(box.current)
        const paintOn = painter(box.current, model, picked)
        const next = () => {
          if (paintOn()) frame = requestAnimationFrame(next)
        }
        next()
      }
      // Not in the frame in which the browser takes its picture of what is dragged: it has enough to do.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(begin)
      })
    }
    mark(usePick.getState().picked)
    const stop = usePick.subscribe((now, before) => {
      if (now.picked !== before.picked) mark(now.picked)
      else if (now.over !== before.over && box.current) paintOver(box.current, now.over)
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [box, model])
  // Nothing stays picked up when the grid is left.
  useEffect(() => () => usePick.getState().drop(), [])

  return {
    onDragStart(event: DragEvent) {
      const meeting = meetingOf(event.target)
      if (!meeting || !actions.pickUp(meeting)) {
        event.preventDefault()
        return
      }
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', meeting)
    },
    onDragOver(event: DragEvent) {
      const { picked, hover } = usePick.getState()
      const cell = cellOf(event.target as Element)
      if (!picked || !cell) return
      hover(cell)
      if (targetAt(model, picked, cell).kind !== 'no') event.preventDefault()
    },
    onDrop(event: DragEvent) {
      const cell = cellOf(event.target as Element)
      if (!cell || !usePick.getState().picked) return
      event.preventDefault()
      actions.dropOn(cell)
      onActive(cell)
    },
    onDragEnd: () => usePick.getState().drop(),
    onMouseOver(event: MouseEvent) {
      const { picked, hover } = usePick.getState()
      if (picked) hover(cellOf(event.target as Element))
    },
    onClick(event: MouseEvent) {
      const cell = cellOf(event.target as Element)
      if (!cell) return
      onActive(cell)
      if (usePick.getState().picked) actions.dropOn(cell)
      else actions.select(meetingOf(event.target))
    },
  }
}
