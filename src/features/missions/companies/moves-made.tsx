import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './companies.module.css'
import type { MoveProgress } from './use-move.ts'

/** How many of several have been moved so far, with a way to leave it at that. */
export function MovesMade({ progress: { done, total, stop } }: { progress: MoveProgress }) {
  const { t } = useTranslation('participations')
  return (
    <span className={classes.made}>
      <span role="status">{t('moved.progress', { done, total })}</span>
      <Button variant="default" size="compact-sm" onClick={stop}>
        {t('moved.stop')}
      </Button>
    </span>
  )
}
