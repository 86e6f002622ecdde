import { useMemo } from 'react'
import { encode } from 'uqr'
import classes from './qr-code.module.css'

/** Blank around it, in modules: less than four, and some readers don't find it (ISO/IEC 18004). */
const quiet = 4

/** A text for a phone's camera. Dark on light in the dark too: not every reader takes it the other way round. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { size, data } = encode(text, { border: 0 })
    const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? `M${x} ${y}h1v1h-1z` : [])))
    return { size, path: dark.join('') }
  }, [text])
  const whole = size + 2 * quiet
  return (
    <svg
      role="img"
      aria-label={label}
      className={classes.code}
      viewBox={`${-quiet} ${-quiet} ${whole} ${whole}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}
