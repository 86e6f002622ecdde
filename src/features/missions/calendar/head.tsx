import { ActionIcon, Button } from '@mantine/core'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useScope } from '../../../components/scope.ts'
import { useFormat } from '../../../i18n/format.ts'
import switchClasses from '../../../ui/view-switch.module.css'
import classes from './calendar.module.css'
import { shifted } from './month.ts'
import { usePeriod } from './use-period.ts'

/** Which month or year is shown, and the way to others. */
export function CalendarHead() {
  const { t } = useTranslation(['missions', 'common'])
  const f = useFormat()
  const { isToday } = useScope()
  const { period, day, show, search } = usePeriod()
  const isYear = period.length === 4
  const own = isYear ? day.slice(0, 4) : day.slice(0, 7)
  return (
    <div className={classes.head}>
      <h2 aria-live="polite">{f.date(period)}</h2>
      <div className={classes.steps}>
        <ActionIcon
          aria-label={t(isYear ? 'calendar.yearBefore' : 'calendar.monthBefore')}
          onClick={() => show(shifted(period, -1))}
        >
          <ChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Button variant="default" size="compact-md" disabled={period === own} onClick={() => show(own)}>
          {isToday ? t('common:today') : f.date(day)}
        </Button>
        <ActionIcon
          aria-label={t(isYear ? 'calendar.yearAfter' : 'calendar.monthAfter')}
          onClick={() => show(shifted(period, 1))}
        >
          <ChevronRight size={18} aria-hidden />
        </ActionIcon>
      </div>
      <nav aria-label={t('calendar.span')} className={switchClasses.switch}>
        <Link
          to={{ search: search(isYear ? monthIn(period, day) : period) }}
          aria-current={isYear ? undefined : 'page'}
        >
          {t('calendar.month')}
        </Link>
        <Link to={{ search: search(period.slice(0, 4)) }} aria-current={isYear ? 'page' : undefined}>
          {t('calendar.year')}
        </Link>
      </nav>
    </div>
  )
}

/** Where one comes to from a year: the as-of day's own month in its year, January in others. */
const monthIn = (year: string, day: string) => (day.startsWith(year) ? day.slice(0, 7) : `${year}-01`)
