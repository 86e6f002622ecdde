import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { JobResult } from '../../../../data/schedule-runner.ts'
import { movedFrom, slotsByPerson, timetableFigures } from '../../../../domain/schedule/figures.ts'
import { useFormat } from '../../../../i18n/format.ts'
import type { Model } from '../model.ts'
import classes from './plan.module.css'
import { shareOfBound } from './share.ts'

/** The figures of a schedule that was worked out. */
export function PlanFigures({ model, result }: { model: Model; result: JobResult }) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const { timetable, value, bound, breaks, seconds, optimal } = result
  const [least, most] = useMemo(() => {
    const asked = new Set(model.problem.meetings.flatMap(({ a, b }) => [a, b]))
    const held = slotsByPerson(model.problem, timetable)
    const counts = [...asked].map((id) => held.get(id)?.length ?? 0)
    return [Math.min(...counts), Math.max(...counts)]
  }, [model, timetable])
  const moved = useMemo(() => movedFrom(model.timetable, timetable), [model, timetable])
  // What the grid has now, to hold it against; nothing of an empty one.
  const now = useMemo(
    () =>
      model.timetable.length > 0 ? timetableFigures(model.problem, model.timetable, model.timetable) : null,
    [model],
  )
  const against = (figure: 'placed' | 'value' | 'breaks') =>
    now ? t('plan.against', { figure: f.number(now[figure]) }) : undefined
  const share = shareOfBound({ value, bound }, f.language)
  const rows: [string, string, string?][] = [
    [
      t('plan.placed'),
      t('plan.placedOf', {
        placed: f.number(timetable.length),
        wanted: f.number(model.problem.meetings.length),
      }),
      against('placed'),
    ],
    [
      t('plan.value'),
      f.number(value),
      [
        optimal ? t('plan.proven') : share ? t('plan.ofBound', { share }) : t('plan.noBound'),
        against('value'),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    [t('plan.breaks'), f.number(breaks), against('breaks')],
    [t('plan.fairness'), t('plan.fairnessOf', { least: f.number(least ?? 0), most: f.number(most ?? 0) })],
    [t('plan.moved'), f.number(moved)],
    [t('plan.seconds'), t('plan.secondsOf', { seconds: f.number(Math.round(seconds * 10) / 10) })],
  ]
  return (
    <dl className={classes.figures}>
      {rows.map(([label, figure, detail]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="figures">
            {figure}
            {detail && <small>{detail}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
