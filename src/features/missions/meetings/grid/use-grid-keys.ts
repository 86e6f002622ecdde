import { type KeyboardEvent, type RefObject, useCallback } from 'react'
import type { Model } from '../model.ts'
import { cellKey, cellOf } from './paint.ts'
import { type Cell, usePick } from './pick-store.ts'
import { indexOf } from './targets.ts'
import type { GridActions } from './use-grid-actions.ts'

/** Brings the focus to a cell. */
export function focusCell(box: Element | null, { slot, table }: Cell): void {
  box?.querySelector<HTMLElement>(`[data-cell="${cellKey(slot, table)}"]`)?.focus()
}

const steps: Record<string, Cell> = {
  ArrowUp: { slot: -1, table: 0 },
  ArrowDown: { slot: 1, table: 0 },
  ArrowLeft: { slot: 0, table: -1 },
  ArrowRight: { slot: 0, table: 1 },
}

const within = (value: number, length: number) => Math.min(Math.max(value, 0), length - 1)

/**
 * The grid's keys: arrows go from cell to cell (Home and End along the slot, with Ctrl to the corners), M or Enter takes a
 * meeting up and Enter puts it down, Esc leaves it where it was, Space shows it, L locks it, Delete takes it off.
 */
export function useGridKeys({
  box,
  model,
  rows,
  actions,
  onActive,
}: {
  box: RefObject<HTMLElement | null>
  model: Model
  rows: readonly (readonly (string | undefined)[])[]
  actions: GridActions
  onActive: (cell: Cell) => void
}) {
  return useCallback(
    (event: KeyboardEvent) => {
      const at = cellOf(event.target as Element)
      if (!at || event.altKey || event.metaKey) return
      const { picked, hover, drop } = usePick.getState()
      const meeting = rows[at.slot]?.[at.table]
      const go = (cell: Cell) => {
        const to = {
          slot: within(cell.slot, model.slots.length),
          table: within(cell.table, model.tables.length),
        }
        onActive(to)
        focusCell(box.current, to)
        if (picked) hover(to)
      }
      const step = steps[event.key]
      const act = (): boolean => {
        if (step) go({ slot: at.slot + step.slot, table: at.table + step.table })
        else if (event.key === 'Home') go({ slot: event.ctrlKey ? 0 : at.slot, table: 0 })
        else if (event.key === 'End')
          go({ slot: event.ctrlKey ? model.slots.length : at.slot, table: model.tables.length })
        else if (event.key === 'PageDown' || event.key === 'PageUp')
          go({ slot: at.slot + (event.key === 'PageDown' ? 8 : -8), table: at.table })
        else if (event.key === 'Escape' && picked) {
          const from = indexOf(model).placed.get(picked)
          drop()
          if (from) go({ slot: from.slot, table: model.tableIndex.get(from.table) ?? 0 })
        } else if (event.key === 'Escape') actions.select(null)
        else if (event.key === 'Enter' && picked) actions.dropOn(at)
        else if (meeting && (event.key === 'Enter' || event.key.toLowerCase() === 'm')) {
          if (actions.pickUp(meeting)) hover(at)
        } else if (event.key === ' ') actions.select(meeting ?? null)
        else if (meeting && event.key.toLowerCase() === 'l') actions.toggleLock(meeting)
        else if (meeting && (event.key === 'Delete' || event.key === 'Backspace')) actions.takeOff(meeting)
        else return false
        return true
      }
      if (act()) {
        event.preventDefault()
        event.stopPropagation()
      }
    },
    [box, model, rows, actions, onActive],
  )
}
