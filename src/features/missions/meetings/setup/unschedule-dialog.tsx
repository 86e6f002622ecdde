import { useTranslation } from 'react-i18next'
import type { Placement } from '../../../../domain/schedule/types.ts'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import type { Model } from '../model.ts'
import { useNames } from '../names.ts'
import classes from './setup.module.css'

const most = 12

/** What saving takes off the grid, meeting by meeting, before it does. They stay, without a place. `why` says what becomes of their places. */
export function UnscheduleDialog({
  model,
  lost,
  why,
  busy,
  onConfirm,
  onClose,
}: {
  model: Model
  lost: readonly Placement[]
  why: string
  busy: boolean
  onConfirm: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('meetings')
  const names = useNames(model)
  return (
    <ConfirmDialog
      title={t('setup.unscheduleTitle', { count: lost.length })}
      action={t('setup.unscheduleDo')}
      danger
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{why}</p>
      <ul className={classes.lost}>
        {lost.slice(0, most).map(({ meeting, slot, table }) => (
          <li key={meeting}>
            {names.pair(meeting)}{' '}
            <small className={classes.lostPlace}>{`${names.slot(slot)} · ${names.table(table)}`}</small>
          </li>
        ))}
        {lost.length > most && <li>{t('names.more', { count: lost.length - most })}</li>}
      </ul>
    </ConfirmDialog>
  )
}
