import type { Model } from '../model.ts'
import { targetAt } from './targets.ts'

/** "3:7": how a cell is found in the page. */
export const cellKey = (slot: number, table: number) => `${slot}:${table}`

export function cellOf(element: Element): { slot: number; table: number } | null {
  const key = element.closest('[data-cell]')?.getAttribute('data-cell')
  if (!key) return null
  const [slot, table] = key.split(':').map(Number)
  return slot === undefined || table === undefined ? null : { slot, table }
}

/**
 * Marks every cell with what dropping the meeting there would mean. Written to the page directly: thousands of cells
 * drawn anew for it would be felt under the pointer.
 */
export function paint(grid: Element, model: Model, meeting: string): void {
  for (const cell of grid.querySelectorAll<HTMLElement>('[data-cell]')) {
    const at = cellOf(cell)
    if (at) cell.dataset.target = targetAt(model, meeting, at).kind
  }
}

export function unpaint(grid: Element): void {
  for (const cell of grid.querySelectorAll<HTMLElement>('[data-target]')) delete cell.dataset.target
}
