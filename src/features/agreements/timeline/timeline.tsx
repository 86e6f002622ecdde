import { useTranslation } from 'react-i18next'
import { AgreementStatusBadge, agreementTones } from '../../../components/agreement-status-badge.tsx'
import { ChartLegend, type ChartRow, PeriodChart } from '../../../components/period-chart.tsx'
import { useScope } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { yearsAround } from '../../../components/time-axis.ts'
import type { AgreementRow } from '../../../contract/agreements.ts'
import { ListStates } from '../../../ui/list-states.tsx'
import { AgreementToolbar } from '../list/toolbar.tsx'
import { useAllRows } from '../list/use-all-rows.ts'
import type { ViewProps } from '../list/view-props.ts'
import { datesOf, earliestOf, type Span, spanOf } from './span.ts'
import classes from './timeline.module.css'
import { useSpanText } from './use-span-text.ts'

/** Agreements over the years: their periods, when they were signed, when they should be. */
export function Timeline({ list, tools, empty }: ViewProps) {
  const { t } = useTranslation(['agreements', 'ui', 'common'])
  const { day } = useScope()
  const { pages, rows, total, left } = useAllRows(list.query)
  const textOf = useSpanText()
  const spans = rows.map((row) => ({ row, span: spanOf(row) }))
  const dated = spans
    .filter(({ span }) => datesOf(span).length > 0)
    .sort((a, b) => ((earliestOf(a.span) ?? '') < (earliestOf(b.span) ?? '') ? -1 : 1))
  const undated = spans.filter(({ span }) => datesOf(span).length === 0)
  const range = yearsAround(
    dated.flatMap(({ span }) => datesOf(span)),
    day,
    3,
  )
  const chart: ChartRow[] = dated.map(({ row, span }) => ({
    key: row.id,
    head: <Head row={row} />,
    bars: span.period
      ? [
          {
            from: span.period.from,
            to: span.period.to,
            tone: span.period.planned ? 'planned' : agreementTones[row.status],
          },
        ]
      : [],
    markers: markersOf(span),
    text: textOf(row, span),
  }))
  return (
    <>
      <AgreementToolbar list={list} tools={tools} total={total} />
      <ListStates pages={pages} list={list} empty={empty} />
      {chart.length > 0 && (
        <div>
          <PeriodChart
            label={t('timeline.label')}
            headLabel={t('common:oneNoun.agreements')}
            range={range}
            day={day}
            rows={chart}
          />
          <ChartLegend
            entries={[
              { kind: 'period', label: t('timeline.period') },
              { kind: 'done', label: t('timeline.signed') },
              { kind: 'target', label: t('timeline.target') },
              { kind: 'missed', label: t('timeline.missed') },
            ]}
          />
        </div>
      )}
      {undated.length > 0 && (
        <section aria-labelledby="undated" className={classes.undated}>
          <h2 id="undated">{t('timeline.undated', { count: undated.length })}</h2>
          <ul>
            {undated.map(({ row }) => (
              <li key={row.id}>
                <Head row={row} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {left > 0 && <p className={classes.left}>{t('ui:board.left', { count: left })}</p>}
    </>
  )
}

function Head({ row }: { row: AgreementRow }) {
  return (
    <span className={classes.head}>
      <ScopedLink to={`/agreements/${row.id}`}>{row.title}</ScopedLink>
      <AgreementStatusBadge status={row.status} />
    </span>
  )
}

function markersOf({ signedOn, target }: Span): ChartRow['markers'] {
  const markers: NonNullable<ChartRow['markers']> = []
  if (signedOn) markers.push({ on: signedOn, kind: 'done' })
  if (target) markers.push({ on: target.on, kind: target.overdue ? 'missed' : 'target' })
  return markers
}
