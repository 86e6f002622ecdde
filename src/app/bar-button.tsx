import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ComponentProps, ReactNode } from 'react'
import classes from './bar-button.module.css'

type Props = ComponentProps<'button'> & {
  icon?: ReactNode
  /** Shown where there is room; always the name for screen readers. */
  children: ReactNode
  /** A scope or day that differs from the default stands out. */
  on?: boolean
  /** An icon alone, its words read out only. */
  compact?: boolean
  chevron?: boolean
  /** The day, which a narrow screen shows first. */
  'data-day'?: boolean
}

/** A control of the top bar. */
export function BarButton({ icon, children, on, compact, chevron, ...rest }: Props) {
  return (
    <button type="button" {...rest} className={classes.button} data-on={on || undefined}>
      {icon}
      <span className={compact ? 'visually-hidden' : classes.label}>{children}</span>
      {chevron && <ChevronDown size={14} aria-hidden className={classes.chevron} />}
    </button>
  )
}
