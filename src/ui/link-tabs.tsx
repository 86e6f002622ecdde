import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useCurrentInSight } from './current-in-sight.ts'
import classes from './link-tabs.module.css'

/** Views of one thing that each have an address. `children` are links, the present one with `aria-current="page"`. */
export function LinkTabs({ label, children }: { label: string; children: ReactNode }) {
  const { pathname, search } = useLocation()
  const row = useCurrentInSight<HTMLElement>(pathname + search)
  return (
    <nav ref={row} aria-label={label} className={classes.tabs}>
      {children}
    </nav>
  )
}
