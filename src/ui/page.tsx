import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { useArrival } from './arrival.ts'
import { BesideTitle } from './beside-title.ts'
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

/** A screen: its title, status and actions, then what it shows. Names the window, too. */
export function Page({ title, eyebrow, status, subtitle, actions, fill, children }: Props) {
  const { t } = useTranslation('common')
  const heading = useArrival(title)
  const beside = useContext(BesideTitle)
  return (
    <div className={classes.page} data-fill={fill || undefined}>
      <header className={classes.header}>
        <div className={classes.heading}>
          {eyebrow && (
            <div className={classes.eyebrow}>
              <div>{eyebrow}</div>
              {beside}
            </div>
          )}
          <div className={classes.line}>
            <h1 ref={heading} tabIndex={-1} aria-busy={title === undefined || undefined}>
              {title ?? (
                <span className={classes.waiting}>
                  <span className="visually-hidden">{t('loading')}</span>
                </span>
              )}
            </h1>
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
