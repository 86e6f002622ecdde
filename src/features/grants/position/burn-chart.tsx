import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { placeOf } from '../../../components/time-axis.ts'
import type { Burn } from '../../../contract/budget.ts'
import { decimalsOf } from '../../../domain/money.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from './burn-chart.module.css'
import { areaOf, dayTicks, linesOf, pathOf, scaleOf } from './burn-scale.ts'

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

/** What is paid and ordered by each day, the forecast after the as-of day, and the budget and even pace beside them. */
export function BurnChart({ burn }: { burn: Burn }) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const { points, asOf, currency } = burn
  const scale = scaleOf(points)
  const lines = linesOf(points, scale)
  const now = placeOf(asOf, scale.range)
  const hasFuture = points.some(({ future }) => future)
  const short = useShortMoney(currency)
  return (
    <figure className={classes.figure}>
      <div className={classes.chart}>
        <div className={classes.scale} aria-hidden>
          {scale.ticks.map((minor) => (
            <span key={minor} style={{ insetBlockStart: `${scale.y(minor) / 10}%` }}>
              {short(minor)}
            </span>
          ))}
        </div>
        <div className={classes.plot}>
          <svg
            viewBox="0 0 1000 1000"
            preserveAspectRatio="none"
            role="img"
            aria-label={t('burn.chart')}
            className={classes.svg}
          >
            {scale.ticks.map((minor) => (
              <path key={minor} d={`M0 ${scale.y(minor)}H1000`} className={classes.grid} />
            ))}
            <path d={areaOf(lines.paid)} className={classes.area} />
            <path d={pathOf(lines.pace)} className={classes.pace} />
            <path d={pathOf(lines.budget)} className={classes.budget} />
            <path d={pathOf(lines.committed)} className={classes.committed} />
            {hasFuture && <path d={pathOf(lines.forecast)} className={classes.forecast} />}
            <path d={pathOf(lines.paid)} className={classes.paid} />
          </svg>
          {now >= 0 && now <= 1 && (
            <span className={classes.now} style={{ insetInlineStart: percent(now) }} aria-hidden>
              <span data-late={now > 0.8 || undefined}>{f.date(asOf)}</span>
            </span>
          )}
          <Reader burn={burn} at={(day) => placeOf(day, scale.range)} />
        </div>
        <div className={classes.days} aria-hidden>
          {dayTicks(scale).map(({ at, date }) => (
            <span key={date} style={{ insetInlineStart: percent(at) }}>
              {date.length === 7 ? f.monthName(date) : date}
            </span>
          ))}
        </div>
      </div>
      <figcaption>
        <ul className={classes.legend}>
          {(['paid', 'committed', 'forecast', 'budget', 'pace'] as const).map((line) => (
            <li key={line}>
              <span data-line={line} aria-hidden />
              {t(`burn.${line}`)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

/** Says the figures of the day that the pointer is at; the table below tells the same to everybody. */
function Reader({ burn: { points, currency }, at }: { burn: Burn; at: (day: string) => number }) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const [day, setDay] = useState<string | null>(null)
  const point = points.find((one) => one.day === day)
  const money = (minor: number) => f.money({ minor, currency })
  const find = (event: React.PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - box.left) / box.width
    const nearest = [...points].sort((a, b) => Math.abs(at(a.day) - share) - Math.abs(at(b.day) - share))[0]
    setDay(nearest?.day ?? null)
  }
  return (
    <div className={classes.reader} aria-hidden onPointerMove={find} onPointerLeave={() => setDay(null)}>
      {point && (
        <>
          <span className={classes.at} style={{ insetInlineStart: percent(at(point.day)) }} />
          <span className={classes.said} data-late={at(point.day) > 0.5 || undefined}>
            {t(point.future ? 'burn.spokenFuture' : 'burn.spoken', {
              day: f.date(point.day),
              paid: money(point.paid),
              committed: money(point.committed),
              budget: money(point.budget),
              forecast: money(point.forecast),
            })}
          </span>
        </>
      )}
    </div>
  )
}

/** "€500k": for an axis. */
function useShortMoney(currency: string): (minor: number) => string {
  const { language } = useFormat()
  const format = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  })
  return (minor) => format.format(minor / 10 ** decimalsOf(currency))
}
