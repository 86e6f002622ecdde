import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './draft-notice.module.css'

/** Says that a form opened with what had been typed before, and lets one begin anew. */
export function DraftNotice({ restored, onDiscard }: { restored: boolean; onDiscard: () => void }) {
  const { t } = useTranslation('ui')
  if (!restored) return null
  return (
    <p className={classes.notice} role="status">
      {t('draft.restored')}
      <Button variant="subtle" size="compact-sm" onClick={onDiscard}>
        {t('draft.discard')}
      </Button>
    </p>
  )
}
