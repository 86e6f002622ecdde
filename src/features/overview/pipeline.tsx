import { useTranslation } from 'react-i18next'
import { agreementTones } from '../../components/agreement-status-badge.tsx'
import { RecordLink } from '../../components/record-link.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import type { Overview } from '../../contract/overview.ts'
import { useFormat } from '../../i18n/format.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './pipeline.module.css'

type Stage = Overview['pipeline'][number]

/** Under each stage this many agreements stand; the figure opens them all. */
const few = 3

/** How many agreements stand at each stage, and the first of them. Each figure opens the list it counts. */
export function Pipeline({ overview: { pipeline } }: { overview: Overview }) {
  const { t } = useTranslation('overview')
  const filled = pipeline.filter(({ count }) => count > 0)
  const most = Math.max(...filled.map(({ count }) => count), 1)
  return (
    <Section title={t('pipeline.title')}>
      {filled.length === 0 && <EmptyState title={t('pipeline.none')} />}
      <ol className={classes.stages}>
        {filled.map((stage) => (
          <StageBlock key={stage.status} stage={stage} most={most} />
        ))}
      </ol>
    </Section>
  )
}

function StageBlock({
  stage: { status, count, overdueCount, agreements },
  most,
}: {
  stage: Stage
  most: number
}) {
  const { t } = useTranslation(['overview', 'common'])
  const f = useFormat()
  const list = `/agreements?status=${status}`
  const shown = agreements.slice(0, few)
  const ink = `var(--tone-${agreementTones[status]})`
  return (
    <li className={classes.stage}>
      <div className={classes.head}>
        <ScopedLink to={list} className={classes.figure}>
          <strong>{f.number(count)}</strong>
          <span>{t(`common:status.${status}`)}</span>
        </ScopedLink>
        {overdueCount > 0 && (
          <ScopedLink to={`${list}&overdue=true`} className={classes.overdue}>
            {t('pipeline.overdue', { count: overdueCount })}
          </ScopedLink>
        )}
      </div>
      <div className={classes.bar} aria-hidden>
        <span style={{ width: `${(count / most) * 100}%`, background: ink }} />
      </div>
      <ul className={classes.agreements}>
        {shown.map(({ id, title, market, date, overdue }) => (
          <li key={id}>
            <span className={classes.title}>
              <RecordLink noun="agreements" id={id} name={title} />
              {market && <small>{f.place(market)}</small>}
            </span>
            {date && (
              <time dateTime={date} data-overdue={overdue || undefined}>
                {f.date(date)}
              </time>
            )}
          </li>
        ))}
        {count > shown.length && (
          <li>
            <ScopedLink to={list} className={classes.more}>
              {t('pipeline.more', { count: count - shown.length })}
            </ScopedLink>
          </li>
        )}
      </ul>
    </li>
  )
}
