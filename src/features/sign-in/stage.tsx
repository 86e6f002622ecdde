import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useArrival } from '../../ui/arrival.ts'
import classes from './stage.module.css'

/** A page for who is not known yet: one card, and nothing of the workspace. */
export function Stage({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('app')
  const heading = useArrival(title)
  return (
    <main className={classes.stage} id="content">
      <div className={classes.brand}>{t('product')}</div>
      <div className={classes.card}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
    </main>
  )
}
