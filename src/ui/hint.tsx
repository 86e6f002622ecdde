import { type ReactNode, useRef, useState } from 'react'
import classes from './hint.module.css'

const gap = 6
const margin = 8
const maxWidth = 320

/**
 * A word of explanation beside a control, shown as the pointer or the focus comes to it; Esc takes it away. With an id,
 * the control is described by it (`aria-describedby`); without, it is for eyes only, and the control itself carries the
 * words for screen readers. Small on purpose: the first screen needs it.
 */
export function Hint({
  text,
  id,
  className = classes.box,
  children,
}: {
  text: string
  id?: string
  /** Lays out what it surrounds, where that is more than a control. */
  className?: string
  children: ReactNode
}) {
  const box = useRef<HTMLSpanElement>(null)
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null)
  const show = (near?: { clientX: number }) => {
    const rect = box.current?.getBoundingClientRect()
    if (!rect) return
    const from = near ? near.clientX - maxWidth / 2 : rect.left
    const left = Math.min(from, innerWidth - maxWidth - margin)
    setPlace({ top: rect.bottom + gap, left: Math.max(margin, left) })
  }
  const hide = () => setPlace(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that someone comes near
    <span
      ref={box}
      className={className}
      onPointerEnter={(event) => show(className === classes.box ? undefined : event)}
      onPointerLeave={hide}
      onFocus={() => show()}
      onBlur={hide}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !place) return
        event.stopPropagation()
        hide()
      }}
    >
      {children}
      {(place || id) && (
        <span
          id={id}
          role={id && 'tooltip'}
          aria-hidden={!id}
          className={place ? classes.hint : 'visually-hidden'}
          style={place ? { ...place, maxWidth } : undefined}
        >
          {text}
        </span>
      )}
    </span>
  )
}
