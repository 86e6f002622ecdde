import { useTranslation } from 'react-i18next'
import { firstDay, lastDay } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ListStates } from '../../../ui/list-states.tsx'
import { MissionToolbar } from '../list/toolbar.tsx'
import { useAllMissions } from '../list/use-all-missions.ts'
import type { ViewProps } from '../list/view-props.ts'
import classes from './calendar.module.css'
import { CalendarHead } from './head.tsx'
import { MonthGrid } from './month-grid.tsx'
import { Sometime } from './sometime.tsx'
import { daysOf, touches } from './spans.ts'
import { usePeriod } from './use-period.ts'
import { YearOverview } from './year-overview.tsx'

/** Missions by day: a month, or a year at a glance. What is known by its month or year only stands beside. */
export function Calendar({ list, tools }: ViewProps) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const { period } = usePeriod()
  const year = period.slice(0, 4)
  // The reader's own dates narrow the calendar; without them, only what it shows is asked for.
  const { from = firstDay(year), to = lastDay(year) } = list.query
  const { pages, rows } = useAllMissions({ ...list.query, from, to })
  const here = rows.filter((row) => touches(row, period))
  return (
    <>
      <MissionToolbar list={list} tools={tools} total={pages.isPending ? undefined : here.length} />
      <CalendarHead />
      {pages.isError && <ListStates pages={pages} list={list} empty={null} />}
      <div
        className={classes.body}
        data-busy={pages.isPlaceholderData || undefined}
        aria-busy={pages.isPending || undefined}
      >
        {period.length === 4 ? (
          <YearOverview year={period} rows={rows} />
        ) : (
          <MonthGrid month={period} rows={rows} />
        )}
        <Sometime rows={rows.filter((row) => !daysOf(row) && touches(row, year))} year={year} />
      </div>
      {!pages.isPending && here.length === 0 && (
        <p className={classes.none} role="status">
          {t('calendar.none', { period: f.date(period) })}
        </p>
      )}
    </>
  )
}
