import type { ReactNode } from 'react'
import classes from './lines.module.css'

/** A short list of related things, one line each. */
export function Lines({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={classes.lines} aria-label={label}>
      {children}
    </ul>
  )
}

/** One line: what it is, a few words about it, and at the end a date, a status or an action. */
export function Line({
  title,
  children,
  end,
}: {
  title: ReactNode
  /** In the second row, quieter. */
  children?: ReactNode
  end?: ReactNode
}) {
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <div className={classes.title}>{title}</div>
        {children && <div className={classes.detail}>{children}</div>}
      </div>
      {end && <div className={classes.end}>{end}</div>}
    </li>
  )
}

/** A sentence where a list would stand, when there is nothing to list. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className={classes.nothing}>{children}</p>
}
