import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './menu-action.module.css'

/** An entry of a menu that, where it is not possible, stays reachable and says why. */
export function MenuAction({
  reason,
  onClick,
  children,
}: {
  reason: string | null
  onClick: () => void
  children: ReactNode
}) {
  return (
    <Menu.Item
      className={classes.item}
      aria-disabled={reason !== null}
      data-refused={reason !== null || undefined}
      closeMenuOnClick={reason === null}
      onClick={() => reason === null && onClick()}
    >
      {children}
      {reason && <small>{reason}</small>}
    </Menu.Item>
  )
}
