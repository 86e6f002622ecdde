import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type CivilDate, lastDay, type PartialDate } from '../domain/partial-date.ts'
import { useFormat } from '../i18n/format.ts'
import { Hint } from '../ui/hint.tsx'
import type { Tone } from '../ui/theme.ts'
import classes from './period-chart.module.css'
import { barOf, type DayRange, placeOf, ticksOf } from './time-axis.ts'

export interface ChartBar {
  from: PartialDate | null
  to: PartialDate | null
  /** The status colour, or a body's own colour where it has one. */
  tone: Tone
  colour?: string | null
}

export interface ChartMarker {
  /** A month or year is marked at its last day: that is when it will have passed. */
  on: PartialDate
  kind: 'done' | 'target' | 'missed'
}

export interface ChartRow {
  key: string
  /** What the row is about, usually a link. */
  head: ReactNode
  bars: ChartBar[]
  markers?: ChartMarker[]
  /** All that the row shows, in words: for screen readers, and on pointing at it. */
  text: string
}

interface Props {
  /** What the chart shows. */
  label: string
  /** What the rows are: "Agreement". */
  headLabel: string
  range: DayRange
  /** The day as seen from which all is shown. */
  day: CivilDate
  rows: ChartRow[]
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`

/** Periods and dates on one time axis, a row each. It is a table: who can't see the bars reads the same in words. */
export function PeriodChart({ label, headLabel, range, day, rows }: Props) {
  const { t } = useTranslation('common')
  const f = useFormat()
  const ticks = ticksOf(range)
  const dayAt = placeOf(day, range)
  const hasDay = dayAt >= 0 && dayAt <= 1
  return (
    <div className={classes.chart}>
      <div className={classes.grid} aria-hidden>
        {ticks.map(({ at, date }) => (
          <span key={date} className={classes.line} style={{ insetInlineStart: percent(at) }} />
        ))}
        {hasDay && <span className={classes.day} style={{ insetInlineStart: percent(dayAt) }} />}
      </div>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr className={classes.row} data-head>
            <th scope="col" className={classes.head}>
              <span className="visually-hidden">{headLabel}</span>
            </th>
            <th scope="col" className={classes.axis}>
              <span className="visually-hidden">{t('periodAndDates')}</span>
              {ticks.map(({ at, date }) => (
                <span
                  key={date}
                  aria-hidden
                  className={classes.tick}
                  style={{ insetInlineStart: percent(at) }}
                >
                  {date.length === 7 ? f.monthName(date) : date}
                </span>
              ))}
              {hasDay && (
                <span aria-hidden className={classes.dayLabel} style={dayLabelPlace(dayAt)}>
                  {f.date(day)}
                </span>
              )}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={classes.row}>
              <th scope="row" className={classes.head}>
                {row.head}
              </th>
              <td className={classes.track}>
                <span className="visually-hidden">{row.text}</span>
                <Hint text={row.text} className={classes.hinted}>
                  {row.bars.map((bar, index) => (
                    <Bar key={index} bar={bar} range={range} />
                  ))}
                  {row.markers?.map((marker, index) => (
                    <Marker key={index} marker={marker} range={range} />
                  ))}
                </Hint>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The label of the day keeps within the axis at its ends. */
const dayLabelPlace = (at: number): CSSProperties => ({
  insetInlineStart: percent(at),
  transform: `translateX(${at < 0.08 ? '0' : at > 0.92 ? '-100%' : '-50%'})`,
})

function Bar({ bar, range }: { bar: ChartBar; range: DayRange }) {
  const place = barOf(bar.from, bar.to, range)
  if (!place || (!bar.from && !bar.to)) return null
  const style = {
    insetInlineStart: percent(place.start),
    insetInlineEnd: percent(1 - place.end),
    '--bar-ink': bar.colour ?? `var(--tone-${bar.tone})`,
  } as CSSProperties
  return (
    <span
      aria-hidden
      className={classes.bar}
      data-open-start={place.openStart || undefined}
      data-open-end={place.openEnd || undefined}
      style={style}
    />
  )
}

function Marker({ marker, range }: { marker: ChartMarker; range: DayRange }) {
  const at = placeOf(lastDay(marker.on), range)
  if (at < 0 || at > 1) return null
  return (
    <span
      aria-hidden
      className={classes.marker}
      data-kind={marker.kind}
      style={{ insetInlineStart: percent(at) }}
    />
  )
}

/** What the shapes mean; only those that are in the chart. */
export function ChartLegend({
  entries,
}: {
  entries: { kind: ChartMarker['kind'] | 'period'; label: string }[]
}) {
  return (
    <ul className={classes.legend}>
      {entries.map(({ kind, label }) => (
        <li key={kind}>
          <span
            aria-hidden
            className={kind === 'period' ? classes.legendBar : classes.marker}
            data-kind={kind}
          />
          {label}
        </li>
      ))}
    </ul>
  )
}
