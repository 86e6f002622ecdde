import { useTranslation } from 'react-i18next'
import type { MissionRow } from '../../contract/missions.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './counts.module.css'

/** "7 of 14", and how many steps are late. Nothing where there is no checklist. */
export function ChecklistCount({
  stepsDone,
  stepCount,
  stepsLate,
}: Pick<MissionRow, 'stepsDone' | 'stepCount' | 'stepsLate'>) {
  const { t } = useTranslation('missions')
  if (stepCount === 0) return null
  return (
    <span>
      {t('count.of', { done: stepsDone, count: stepCount })}
      {stepsLate > 0 && (
        <>
          {' · '}
          <span className={classes.late}>{t('count.late', { count: stepsLate })}</span>
        </>
      )}
    </span>
  )
}

/** "9 of 12", and how many wait; only the number where there is no limit. */
export function PlacesCount({
  placed,
  capacity,
  waitlisted,
}: Pick<MissionRow, 'placed' | 'capacity' | 'waitlisted'>) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  if (capacity === null && placed === 0) return null
  return (
    <span>
      {capacity === null ? f.number(placed) : t('count.of', { done: placed, count: capacity })}
      {waitlisted > 0 && (
        <span className={classes.queue}>
          {' '}
          <span aria-hidden>+{f.number(waitlisted)}</span>
          <span className="visually-hidden">{t('count.waiting', { count: waitlisted })}</span>
        </span>
      )}
    </span>
  )
}
