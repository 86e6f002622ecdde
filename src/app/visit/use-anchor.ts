import { type CSSProperties, useEffect, useState } from 'react'

const around = 6
/** The corner that the panel takes, in pixels. */
const corner = { width: 420, height: 300 }
const focusable = 'a[href], button:not(:disabled), input, [tabindex="0"]'

interface Found {
  place: CSSProperties | null
  underPanel: boolean
}
const nowhere: Found = { place: null, underPanel: false }

function placeOf(element: Element): Found {
  const { left, top, width, height, right, bottom } = element.getBoundingClientRect()
  if (width === 0 || bottom < 0 || top > innerHeight) return nowhere
  const place = {
    left: left - around,
    top: top - around,
    width: width + 2 * around,
    height: height + 2 * around,
  }
  return { place, underPanel: right > innerWidth - corner.width && bottom > innerHeight - corner.height }
}

/** Follows the element that a step is about, wherever it is scrolled to; it may come later than the step. */
export function useAnchor(selector: string, here: boolean) {
  const [found, setFound] = useState<Found & { there: boolean }>({ ...nowhere, there: false })
  useEffect(() => {
    let shown = false
    const look = () => {
      const element = here ? document.querySelector(selector) : null
      if (element && !shown) element.scrollIntoView?.({ block: 'nearest' })
      shown = element !== null
      const next = { ...(element ? placeOf(element) : nowhere), there: shown }
      setFound((held) => (JSON.stringify(held) === JSON.stringify(next) ? held : next))
    }
    look()
    const timer = setInterval(look, 200)
    addEventListener('scroll', look, { capture: true, passive: true })
    addEventListener('resize', look)
    return () => {
      clearInterval(timer)
      removeEventListener('scroll', look, { capture: true })
      removeEventListener('resize', look)
    }
  }, [selector, here])
  return {
    place: found.place,
    underPanel: found.underPanel,
    found: found.there,
    focus: () => {
      const element = document.querySelector<HTMLElement>(selector)
      const target = element?.matches(focusable) ? element : element?.querySelector<HTMLElement>(focusable)
      const reached = target ?? element
      reached?.focus()
    },
  }
}
