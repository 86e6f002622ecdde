import type { Model } from '../model.ts'
import type { Cell } from './pick-store.ts'
import { targetKinds } from './target-kinds.ts'

/** "3:7": how a cell is found in the page. */
export const cellKey = (slot: number, table: number) => `${slot}:${table}`

function cellFrom(key: string | null | undefined): Cell | null {
  if (!key) return null
  const [slot, table] = key.split(':').map(Number)
  return slot === undefined || table === undefined ? null : { slot, table }
}

export const cellOf = (element: Element): Cell | null =>
  cellFrom(element.closest('[data-cell]')?.getAttribute('data-cell'))

/**
 * Marks the cells where a meeting could be put. Written to the page directly: thousands of cells drawn anew for it would be
 * felt under the pointer.
 */
export function paint(grid: Element, model: Model, meeting: string): void {
  const kindOf = targetKinds(model, meeting)
  for (const cell of grid.querySelectorAll<HTMLElement>('[data-cell]')) {
    const at = cellFrom(cell.getAttribute('data-cell'))
    const kind = at ? kindOf(at.slot, at.table) : 'no'
    if (kind !== 'no') cell.setAttribute('data-target', kind)
    else if (cell.hasAttribute('data-target')) cell.removeAttribute('data-target')
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
