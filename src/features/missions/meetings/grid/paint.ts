import type { Model } from '../model.ts'
import type { Cell } from './pick-store.ts'
import { targetKinds } from './target-kinds.ts'

/** "3:7": how a cell is found in the page. */
export const cellKey = (slot: number, table: number) => `${slot}:${table}`

export function cellOf(element: Element): Cell | null {
  const key = element.closest('[data-cell]')?.getAttribute('data-cell')
  if (!key) return null
  const [slot, table] = key.split(':').map(Number)
  return slot === undefined || table === undefined ? null : { slot, table }
}

/**
 * Marks the cells where a meeting could be put. Written to the page directly: thousands of cells drawn anew for it would be
 * felt under the pointer.
 */
export function paint(grid: Element, model: Model, meeting: string): void {
  const kindOf = targetKinds(model, meeting)
  for (const cell of grid.querySelectorAll<HTMLElement>('[data-cell]')) {
    const at = cellOf(cell)
    const kind = at ? kindOf(at.slot, at.table) : 'no'
    if (kind !== 'no') cell.dataset.target = kind
    else if (cell.dataset.target) delete cell.dataset.target
  }
}

/** Marks the one cell that is being looked at, and no other. */
export function paintOver(grid: Element, cell: Cell | null): void {
  for (const old of grid.querySelectorAll<HTMLElement>('[data-over]')) delete old.dataset.over
  if (!cell) return
  const here = grid.querySelector<HTMLElement>(`[data-cell="${cellKey(cell.slot, cell.table)}"]`)
  if (here) here.dataset.over = here.dataset.target ?? 'no'
}

export function unpaint(grid: Element): void {
  paintOver(grid, null)
  for (const cell of grid.querySelectorAll<HTMLElement>('[data-target]')) delete cell.dataset.target
}
