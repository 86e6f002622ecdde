import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './transfer-progress.module.css'

/**
 * How far something has been sent. `share` is 0 to 1; null where nobody can tell, and at 1, while what was sent is being
 * worked on: the bar then only says that it goes on.
 */
export function TransferProgress({
  label,
  share,
  onCancel,
}: {
  label: string
  share: number | null
  onCancel?: () => void
}) {
  const { t } = useTranslation('common')
  const told = share !== null && share < 1
  return (
    <div className={classes.row}>
      {/* Without a value it has none for screen readers either. */}
      <progress className={classes.bar} aria-label={label} max={1} {...(told ? { value: share } : {})} />
      {onCancel && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
    </div>
  )
}
