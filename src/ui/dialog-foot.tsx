import type { ReactNode } from 'react'
import classes from './dialog-foot.module.css'

/** The row of buttons of a long dialog: it stays in sight however much stands above it. */
export const DialogFoot = ({ children }: { children: ReactNode }) => (
  <div className={classes.foot}>{children}</div>
)
