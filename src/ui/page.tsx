import { type ReactNode, useEffect } from 'react'
import classes from './page.module.css'

interface Props {
  /** Undefined while it is being loaded: a bar of its size stands there. */
  title: string | undefined
  /** Above the title: what kind of record it is, or the way back. */
  eyebrow?: ReactNode
  /** Beside the title. */
  status?: ReactNode
  /** Under the title, one line. */
  subtitle?: ReactNode
  actions?: ReactNode
  /** Fills the height of the window, its content scrolling by itself: for tables and boards. */
  fill?: boolean
  children: ReactNode
}

/** A screen: its title, status and actions, then what it shows. Sets the window's title. */
export function Page({ title, eyebrow, status, subtitle, actions, fill, children }: Props) {
  useEffect(() => {
    document.title = title ? `${title} – Corridor` : 'Corridor'
  }, [title])
  return (
    <div className={classes.page} data-fill={fill || undefined}>
      <header className={classes.header}>
        <div className={classes.heading}>
          {eyebrow && <div className={classes.eyebrow}>{eyebrow}</div>}
          <div className={classes.line}>
            <h1>{title ?? <span className={classes.waiting} />}</h1>
            {status}
          </div>
          {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** The body of a record page: the main column, and beside it what belongs to it. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.main}>{children}</div>
      <div className={classes.aside}>{aside}</div>
    </div>
  )
}
