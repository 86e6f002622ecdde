import CloudUpload from 'lucide-react/icons/cloud-upload'
import { useTranslation } from 'react-i18next'
import { useQueuedState } from '../data/outbox/state.ts'
import classes from './waiting-mark.module.css'

/** Beside a record that waits to be sent, or of which something could not be. Nothing where all is with the API. */
export function WaitingMark({ id }: { id: string }) {
  const { t } = useTranslation('app')
  const state = useQueuedState(id)
  if (!state) return null
  return (
    <span className={classes.mark} data-failed={state === 'failed' || undefined}>
      <CloudUpload size={14} aria-hidden />
      {t(`offline.mark.${state}`)}
    </span>
  )
}
