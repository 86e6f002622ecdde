import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './form.module.css'

/** Says that a form opened with what had been typed before, and offers to start afresh. */
export function RestoredNote({ restored, onDiscard }: { restored: boolean; onDiscard: () => void }) {
  const { t } = useTranslation('ui')
  if (!restored) return null
  return (
    <p className={classes.restored} role="status">
      {t('draft.restored')}{' '}
      <Button variant="subtle" size="compact-xs" onClick={onDiscard}>
        {t('draft.discard')}
      </Button>
    </p>
  )
}
