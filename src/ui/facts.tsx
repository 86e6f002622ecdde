import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './facts.module.css'

/** A record's facts, as a list of terms. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>
}

/** One fact. What is not known says so rather than leaving a hole. */
export function Fact({
  label,
  children,
  action,
}: {
  label: ReactNode
  children?: ReactNode
  /** What can be done with it, at the end of the line. */
  action?: ReactNode
}) {
  const { t } = useTranslation('common')
  const empty = children === null || children === undefined || children === '' || children === false
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>
        {empty ? <span className={classes.unknown}>{t('unknown')}</span> : children}
        {action}
      </dd>
    </div>
  )
}
