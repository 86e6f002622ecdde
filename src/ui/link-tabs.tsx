import type { ReactNode } from 'react'
import classes from './link-tabs.module.css'

/** Views of one thing that each have an address. `children` are links, the present one with `aria-current="page"`. */
export function LinkTabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {children}
    </nav>
  )
}
