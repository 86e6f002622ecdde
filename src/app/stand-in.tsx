import type { ReactNode } from 'react'
import { useArrival } from '../ui/arrival.ts'
import classes from './error-pages.module.css'

/** What stands where a screen should: what happened, and the ways on from here. */
export function StandIn({
  title,
  text,
  ways,
  children,
}: {
  title: string
  text: string
  ways: ReactNode
  children?: ReactNode
}) {
  const heading = useArrival(title)
  return (
    <div className={classes.page} role="alert">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{text}</p>
      <div className={classes.ways}>{ways}</div>
      {children}
    </div>
  )
}
