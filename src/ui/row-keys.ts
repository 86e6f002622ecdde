import { useState } from 'react'

/**
 * The keys of a list: j/k or the arrows move, Home and End go to the ends, Enter opens, x selects. One row at a time is
 * in the tab order. `reveal` scrolls a row in; it may not be rendered before.
 */
export function useRowKeys(options: {
  count: number
  open: (index: number, event: React.KeyboardEvent) => void
  toggle?: (index: number) => void
  reveal: (index: number) => void
}) {
  const { count, open, toggle, reveal } = options
  const [at, setAt] = useState(0)
  const active = Math.min(at, Math.max(count - 1, 0))
  const move = (index: number, within: Element) => {
    const next = Math.max(0, Math.min(index, count - 1))
    setAt(next)
    reveal(next)
    // Two frames: one for the list to scroll, one for the row to be there.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => within.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus()),
    )
  }
  const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 10, PageUp: -10 }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input:not([type=checkbox])')) return
    const within = event.currentTarget
    const step = steps[event.key]
    if (step) move(active + step, within)
    else if (event.key === 'Home') move(0, within)
    else if (event.key === 'End') move(count - 1, within)
    else if (event.key === 'Enter' && target.dataset.row !== undefined) open(active, event)
    else if (event.key === 'x' && toggle) toggle(active)
    else return
    event.preventDefault()
  }
  return { active, setActive: setAt, onKeyDown }
}
