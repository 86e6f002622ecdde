import { createContext, type RefObject, useContext, useEffect, useLayoutEffect, useRef } from 'react'

/** The frame hears here that a screen can say what it shows. Changes with the address. */
export const ArrivalContext = createContext<(heading: HTMLElement | null) => void>(() => {})

/**
 * Names the screen: the window's title, and, once the name is known, what is read out and takes the focus after going
 * there. Undefined while what the screen is about is still being loaded.
 */
export function useArrival(title: string | undefined): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const arrived = useContext(ArrivalContext)
  useLayoutEffect(() => {
    document.title = title ? `${title} – Corridor` : 'Corridor'
  }, [title])
  const known = title !== undefined
  useEffect(() => {
    if (known) arrived(heading.current)
  }, [known, arrived])
  return heading
}
