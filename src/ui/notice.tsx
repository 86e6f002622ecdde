import type { ReactNode } from 'react'
import classes from './notice.module.css'
import type { Tone } from './theme.ts'

/** What one must know of a record before anything else, in a line over its page. */
export function Notice({ tone, title, children }: { tone: Tone; title?: string; children?: ReactNode }) {
  return (
    <div
      role="note"
      className={classes.notice}
      style={{ color: `var(--tone-${tone})`, background: `var(--tone-${tone}-ground)` }}
    >
      {title && <strong>{title}</strong>}
      {children}
    </div>
  )
}
