import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { momentIn, useMinute } from './clock.ts'
import classes from './local-time.module.css'

/** What time it is in a zone now, and how far that is from the reader's own. */
export function LocalTime({ zone }: { zone: string }) {
  const { t } = useTranslation('markets')
  const f = useFormat()
  const { time, hoursAhead, dayShift } = momentIn(zone, useMinute())
  const difference =
    hoursAhead === 0
      ? t('time.same')
      : t(hoursAhead > 0 ? 'time.ahead' : 'time.behind', { hours: f.hours(Math.abs(hoursAhead)) })
  const day = dayShift === 0 ? null : t(dayShift < 0 ? 'time.yesterday' : 'time.tomorrow')
  return (
    <span className={classes.time}>
      <strong>{time}</strong> <small>({[day, difference].filter(Boolean).join(', ')})</small>
    </span>
  )
}
