import Lock from 'lucide-react/icons/lock'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../../components/form-errors.tsx'
import type { Placement } from '../../../../domain/schedule/types.ts'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import type { Model } from '../model.ts'
import { useNames } from '../names.ts'
import classes from './setup.module.css'
import { isRecorded } from './unscheduled.ts'

const most = 12

interface Props {
  model: Model
  /** In the order of time. */
  lost: readonly Placement[]
  /** What becomes of the places. */
  why: string
  busy: boolean
  /** Of saving, once it was confirmed. */
  error?: unknown
  onConfirm: () => void
  /** Puts back the places of what is recorded, as that can't be taken off; absent where it is never among them. */
  onKeep?: () => void
  onClose: () => void
}

/** What saving takes off the grid, meeting by meeting, before it does. They stay, without a place. What is recorded can't go. */
export function UnscheduleDialog({ model, lost, why, busy, error, onConfirm, onKeep, onClose }: Props) {
  const { t } = useTranslation('meetings')
  const recorded = lost.filter(isRecorded(model))
  if (onKeep && recorded.length > 0)
    return (
      <ConfirmDialog
        title={t('setup.recordedTitle', { count: recorded.length })}
        action={t('setup.recordedDo', { count: recorded.length })}
        onConfirm={onKeep}
        onClose={onClose}
      >
        <p>{t('setup.recordedText')}</p>
        <Places model={model} placements={recorded} />
        {lost.length > recorded.length && (
          <>
            <p>{t('setup.unscheduleRest', { count: lost.length - recorded.length })}</p>
            <Places model={model} placements={lost.filter((one) => !recorded.includes(one))} />
          </>
        )}
      </ConfirmDialog>
    )
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
      <Places model={model} placements={lost} />
      <FormErrors error={error} />
    </ConfirmDialog>
  )
}

function Places({ model, placements }: { model: Model; placements: readonly Placement[] }) {
  const { t } = useTranslation('meetings')
  const names = useNames(model)
  return (
    <ul className={classes.lost}>
      {placements.slice(0, most).map(({ meeting, slot, table }) => {
        const held = model.meetings.get(meeting)
        return (
          <li key={meeting}>
            {names.pair(meeting)}{' '}
            <small className={classes.lostPlace}>
              {`${names.slot(slot)} · ${names.table(table)}`}
              {held && held.state !== 'planned' && ` · ${t(`state.${held.state}`)}`}
              {held?.locked && (
                <>
                  {' · '}
                  <Lock size={11} aria-hidden /> {t('grid.locked')}
                </>
              )}
            </small>
          </li>
        )
      })}
      {placements.length > most && <li>{t('names.more', { count: placements.length - most })}</li>}
    </ul>
  )
}
