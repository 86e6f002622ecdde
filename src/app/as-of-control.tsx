import { Button, Popover } from '@mantine/core'
import CalendarDays from 'lucide-react/icons/calendar-days'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useScope } from '../components/scope.ts'
import { useFormat } from '../i18n/format.ts'
import { DateInput } from '../ui/date-input.tsx'
import classes from './as-of-control.module.css'
import { BarButton } from './bar-button.tsx'
import barClasses from './top-bar.module.css'
import { useDayLabel } from './use-day-label.ts'

/** The day everything is seen from. When it isn't today the bar says so, and one click goes back. */
export function AsOfControl() {
  const { t } = useTranslation('app')
  const f = useFormat()
  const scope = useScope()
  const label = useDayLabel()
  const [opened, setOpened] = useState(false)
  const [day, setDay] = useState<string | null>(scope.day)
  const show = (asOf: string | null) => {
    scope.change({ asOf })
    setOpened(false)
  }
  const today = () => show(scope.asOfDefault === null ? null : scope.today)
  return (
    <>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-start"
        trapFocus
        returnFocus
        withinPortal={false}
        floatingStrategy="fixed"
      >
        <Popover.Target>
          <BarButton
            data-control="day"
            data-day
            on={scope.isDayKnown && !scope.isToday}
            icon={<CalendarDays size={16} aria-hidden />}
            onClick={() => {
              setDay(scope.day)
              setOpened(!opened)
            }}
          >
            {label}
          </BarButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('asOf.field')}>
          <form
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault()
              if (day) show(day === scope.asOfDefault ? null : day)
            }}
          >
            <DateInput label={t('asOf.field')} description={t('asOf.hint')} value={day} onChange={setDay} />
            <Button type="submit" disabled={!day}>
              {t('asOf.apply')}
            </Button>
            {!scope.isToday && (
              <Button variant="default" onClick={today}>
                {t('asOf.backToToday')}
              </Button>
            )}
            {scope.asOf && scope.asOfDefault && scope.asOf !== scope.asOfDefault && (
              <Button variant="default" onClick={() => show(null)}>
                {t('asOf.backToDefault', { date: f.date(scope.asOfDefault) })}
              </Button>
            )}
          </form>
        </Popover.Dropdown>
      </Popover>
      {!scope.isToday && (
        <button type="button" data-day className={barClasses.today} onClick={today}>
          {t('asOf.today')}
        </button>
      )}
    </>
  )
}
