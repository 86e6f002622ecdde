import { type RefObject, useEffect, useRef } from 'react'

/**
 * Brings the present one of a row of links into sight, where there are more than fit beside each other. `current` says
 * which it is, whatever its form: when it changes, the row is looked at again.
 */
export function useCurrentInSight<T extends HTMLElement>(current: string): RefObject<T | null> {
  const row = useRef<T>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read from the page, which has changed with it
  useEffect(() => {
    const link = row.current?.querySelector<HTMLElement>('[aria-current]')
    if (!row.current || !link) return
    // Not by scrollIntoView: that would move the page as well.
    const { offsetLeft, offsetWidth } = link
    const from = offsetLeft - row.current.offsetLeft
    row.current.scrollLeft = from + offsetWidth / 2 - row.current.clientWidth / 2
  }, [current])
  return row
}
