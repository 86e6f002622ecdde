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

/** As many as are marked and drawn well within a frame. */
const cellsPerFrame = 300

/**
 * Marks the cells where a meeting could be put, those in sight first. Each call marks as many as a frame has time for, and
 * gives whether more are left. Written to the page directly: thousands of cells drawn anew for it would be felt under the
 * pointer.
 */
export function painter(grid: Element, model: Model, meeting: string): () => boolean {
  const kindOf = targetKinds(model, meeting)
  const cells = inSightFirst(grid)
  let done = 0
  return () => {
    for (const cell of cells.slice(done, done + cellsPerFrame)) {
      const at = cellFrom(cell.getAttribute('data-cell'))
      const kind = at ? kindOf(at.slot, at.table) : 'no'
      if (kind !== 'no') cell.setAttribute('data-target', kind)
      else if (cell.hasAttribute('data-target')) cell.removeAttribute('data-target')
    }
    done += cellsPerFrame
    return done < cells.length
  }
}

/** Rows and columns are measured once each, not every cell. */
function inSightFirst(grid: Element): HTMLTableCellElement[] {
  const box = grid.getBoundingClientRect()
  const [bottom, right] = [Math.min(box.bottom, innerHeight), Math.min(box.right, innerWidth)]
  const rows = new Map<Element | null, boolean>()
  const columns = new Map<number, boolean>()
  const known = <K>(of: Map<K, boolean>, key: K, look: () => boolean): boolean => {
    const found = of.get(key) ?? look()
    of.set(key, found)
    return found
  }
  const isInSight = (cell: HTMLTableCellElement) => {
    const rect = () => cell.getBoundingClientRect()
    const row = () => rect().bottom >= Math.max(box.top, 0) && rect().top <= bottom
    const column = () => rect().right >= Math.max(box.left, 0) && rect().left <= right
    return known(rows, cell.parentElement, row) && known(columns, cell.cellIndex, column)
  }
  const cells = [...grid.querySelectorAll<HTMLTableCellElement>('[data-cell]')]
  const seen = new Set(cells.filter(isInSight))
  return [...seen, ...cells.filter((cell) => !seen.has(cell))]
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
