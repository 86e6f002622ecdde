import { type ReactNode, useId } from 'react'
import classes from './section.module.css'

/** A titled part of a page. */
export function Section({
  title,
  count,
  action,
  id,
  children,
}: {
  title: string
  count?: number
  action?: ReactNode
  id?: string
  children: ReactNode
}) {
  const headingId = useId()
  return (
    <section className={classes.section} id={id} aria-labelledby={headingId}>
      <div className={classes.head}>
        <h2 id={headingId}>
          {title}
          {count !== undefined && <span className={classes.count}> {count}</span>}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}
