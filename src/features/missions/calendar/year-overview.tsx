import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { missionTones } from '../../../components/mission-status-badge.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { MissionRow } from '../../../contract/missions.ts'
import type { CivilDate, PartialDate } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from './calendar.module.css'
import { monthsOf, weeksOf } from './month.ts'
import { daysOf, touches } from './spans.ts'
import { usePeriod } from './use-period.ts'

const few = 4

/** A year in twelve small months, each with its missions named below. */
export function YearOverview({ year, rows }: { year: PartialDate; rows: readonly MissionRow[] }) {
  const exact = rows.filter((row) => daysOf(row))
  return (
    <div className={classes.year}>
      {monthsOf(year).map((month) => (
        <SmallMonth key={month} month={month} rows={exact.filter((row) => touches(row, month))} />
      ))}
    </div>
  )
}

function SmallMonth({ month, rows }: { month: PartialDate; rows: readonly MissionRow[] }) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const { day: asOf, search } = usePeriod()
  const on = (day: CivilDate) =>
    rows.find((row) => {
      const days = daysOf(row)
      return days && days.from <= day && day <= days.to
    })
  return (
    <section className={classes.small} aria-labelledby={`month-${month}`}>
      <h3 id={`month-${month}`}>
        <Link to={{ search: search(month) }}>{f.date(month)}</Link>
      </h3>
      {/* For eyes only: the missions are named below. */}
      <div className={classes.days} aria-hidden>
        {weeksOf(month)
          .flat()
          .map((day) => {
            const row = day.startsWith(month) ? on(day) : undefined
            const tone = row && missionTones[row.status]
            return (
              <span
                key={day}
                data-outside={!day.startsWith(month) || undefined}
                data-as-of={(day === asOf && day.startsWith(month)) || undefined}
                style={
                  tone && {
                    color: `var(--tone-${tone})`,
                    background: `var(--tone-${tone}-ground)`,
                    fontWeight: 600,
                  }
                }
              >
                {Number(day.slice(8))}
              </span>
            )
          })}
      </div>
      <ul>
        {rows.slice(0, few).map((row) => (
          <li key={row.id}>
            <ScopedLink to={`/missions/${row.id}`}>{row.title}</ScopedLink>
          </li>
        ))}
        {rows.length > few && (
          <li>
            <Link to={{ search: search(month) }}>{t('calendar.more', { count: rows.length - few })}</Link>
          </li>
        )}
      </ul>
    </section>
  )
}
