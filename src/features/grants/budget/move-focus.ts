import type { KeyboardEvent } from 'react'

/** Arrows and Enter go from field to field; left and right only where the text ends. */
export function moveFocus(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const field = event.target
  if (!(field instanceof HTMLInputElement) || !field.dataset.place) return
  const [row = 0, column = 0] = field.dataset.place.split('-').map(Number)
  const { selectionStart, selectionEnd, value } = field
  const all = selectionStart === 0 && selectionEnd === value.length
  const to: Record<string, [number, number] | false> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    Enter: [event.shiftKey ? row - 1 : row + 1, column],
    ArrowLeft: (all || selectionEnd === 0) && [row, column - 1],
    ArrowRight: (all || selectionStart === value.length) && [row, column + 1],
  }
  const next = to[event.key]
  const found = next && table?.querySelector<HTMLInputElement>(`[data-place="${next.join('-')}"]`)
  if (!found) return
  event.preventDefault()
  found.focus()
}
