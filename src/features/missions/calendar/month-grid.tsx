import { useTranslation } from 'react-i18next'
import type { MissionRow } from '../../../contract/missions.ts'
import type { PartialDate } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from './calendar.module.css'
import { MissionChipList } from './chip.tsx'
import { DayCell } from './day-cell.tsx'
import { weeksOf } from './month.ts'
import { daysOf, piecesOf, touches } from './spans.ts'
import { useDayKeys } from './use-day-keys.ts'

/** One month, a row per week. The arrows go from day to day; Enter goes into a day, or begins a mission on it. */
export function MonthGrid({ month, rows }: { month: PartialDate; rows: readonly MissionRow[] }) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const keys = useDayKeys(month)
  const weeks = weeksOf(month)
  const exact = rows.filter((row) => daysOf(row) && touches(row, month))
  return (
    <div className={classes.month}>
      <p className="visually-hidden" id="calendar-help">
        {t('calendar.help')}
      </p>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of days that the arrows move in
        role="grid"
        className={classes.grid}
        aria-label={f.date(month)}
        aria-describedby="calendar-help"
        ref={keys.box}
        onKeyDown={keys.onKeyDown}
      >
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                {f.weekdayName(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => {
            const pieces = piecesOf(rows, week)
            return (
              <tr key={week[0]}>
                {week.map((day, index) => (
                  <DayCell
                    key={day}
                    day={day}
                    outside={!day.startsWith(month)}
                    isAsOf={day === keys.asOf}
                    active={day === keys.active}
                    onFocus={() => keys.setActive(day)}
                    pieces={pieces.filter(({ start, length }) => start <= index && index < start + length)}
                    index={index}
                    lanes={Math.max(0, ...pieces.map(({ lane }) => lane + 1))}
                  />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {exact.length > 0 && (
        <div className={classes.agenda}>
          <MissionChipList rows={exact} />
        </div>
      )}
    </div>
  )
}
