import type { ReactNode } from 'react'
import classes from './status-badge.module.css'
import type { Tone } from './theme.ts'

/** A status: always a word, with the colour that this kind of status has everywhere. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span
      className={classes.badge}
      style={{ color: `var(--tone-${tone})`, background: `var(--tone-${tone}-ground)` }}
    >
      {children}
    </span>
  )
}
