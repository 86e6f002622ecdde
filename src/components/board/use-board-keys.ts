import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

const linkOf = (card: Element | null | undefined) =>
  card?.querySelector<HTMLElement>('[data-card-link]') ?? null
const cardsIn = (column: Element) => [...column.querySelectorAll('[data-card]')]

/**
 * The keys of the board: the arrows go from card to card and from column to column, M opens the card's menu. `follow`
 * keeps the focus on a card that is about to move.
 */
export function useBoardKeys(box: RefObject<HTMLDivElement | null>) {
  const followed = useRef<string | null>(null)
  useEffect(() => {
    const id = followed.current
    if (!id || document.querySelector('[role=dialog]')) return
    const link = linkOf(box.current?.querySelector(`[data-card="${id}"]`))
    if (!link || link === document.activeElement) return
    // The menu gives the focus back to its own button first, which went with the card.
    const timer = setTimeout(() => {
      followed.current = null
      link.focus()
    }, 50)
    return () => clearTimeout(timer)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    const card = target.closest('[data-card]')
    if (!card || !box.current || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.toLowerCase() === 'm') {
      card.querySelector<HTMLElement>('[data-move-menu]')?.click()
      event.preventDefault()
      return
    }
    // In its menu the arrows are the menu's.
    if (!target.matches('[data-card-link]')) return
    const next = neighbour(box.current, card, event.key)
    if (!next) return
    event.preventDefault()
    linkOf(next)?.focus()
  }
  return {
    onKeyDown,
    follow: (id: string) => {
      followed.current = id
    },
  }
}

/** The card above, below, or at the same height in the next column that has any. */
function neighbour(board: Element, card: Element, key: string): Element | undefined {
  const columns = [...board.querySelectorAll('[data-column]')]
  const column = columns.findIndex((one) => one.contains(card))
  const cards = cardsIn(columns[column] as Element)
  const row = cards.indexOf(card)
  if (key === 'ArrowDown') return cards[row + 1]
  if (key === 'ArrowUp') return cards[row - 1]
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined
  const step = key === 'ArrowRight' ? 1 : -1
  for (let at = column + step; columns[at]; at += step) {
    const there = cardsIn(columns[at] as Element)
    if (there.length > 0) return there[Math.min(row, there.length - 1)]
  }
  return undefined
}
