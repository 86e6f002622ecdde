import type { KeyboardEvent } from 'react'

const ways: Record<string, readonly [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** In a table, arrow keys take the focus to the next link in their direction; Home and End to the ends of the row. */
export function onArrowKeys(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = event.target instanceof Element ? event.target.closest('td, th') : null
  const row = cell?.closest('tr')
  if (!cell || !row || event.altKey || event.ctrlKey || event.metaKey) return
  const rows = [...event.currentTarget.rows]
  const column = [...row.cells].indexOf(cell as HTMLTableCellElement)
  const linkAt = (y: number, x: number) => rows[y]?.cells[x]?.querySelector('a')
  const go = (found: HTMLAnchorElement | null | undefined) => {
    if (!found) return false
    event.preventDefault()
    found.focus()
    return true
  }
  const way = ways[event.key]
  if (way) {
    const [down, right] = way
    let [y, x] = [rows.indexOf(row) + down, column + right]
    // Past cells that hold nothing.
    while (rows[y]?.cells[x] && !go(linkAt(y, x))) [y, x] = [y + down, x + right]
    return
  }
  const across = [...row.cells].map((one) => one.querySelector('a')).filter((link) => link !== null)
  if (event.key === 'Home') go(across[0])
  if (event.key === 'End') go(across.at(-1))
}
