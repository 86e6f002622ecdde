import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agreementTones } from '../../components/agreement-status-badge.tsx'
import { ChartLegend, type ChartMarker, type ChartRow, PeriodChart } from '../../components/period-chart.tsx'
import { RecordLink } from '../../components/record-link.tsx'
import { barOf, type DayRange, placeOf, yearOf } from '../../components/time-axis.ts'
import type { Overview } from '../../contract/overview.ts'
import { type CivilDate, lastDay } from '../../domain/partial-date.ts'
import { useFormat } from '../../i18n/format.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './overview.module.css'

type Entry = Overview['timeline'][number]

const few = 8

/** The agreements on the axis of one year: their periods, signatures and targets, and the day itself. */
export function Year({ overview: { timeline, asOf } }: { overview: Overview }) {
  const { t } = useTranslation(['overview', 'common'])
  const own = Number(asOf.slice(0, 4))
  const [chosen, setChosen] = useState<number | null>(null)
  const [all, setAll] = useState(false)
  const toRow = useRow(asOf)
  const year = chosen ?? own
  const range = yearOf(`${String(year).padStart(4, '0')}-01-01`)
  const entries = timeline.filter((entry) => touches(entry, range))
  const rows = (all ? entries : entries.slice(0, few)).map(toRow)
  const kinds = new Set(rows.flatMap(({ markers }) => markers?.map(({ kind }) => kind) ?? []))
  return (
    <Section
      title={t('year.title', { year })}
      count={entries.length || undefined}
      action={
        <SegmentedControl
          size="xs"
          aria-label={t('year.choose')}
          value={String(year)}
          onChange={(value) => setChosen(Number(value))}
          data={[own - 1, own, own + 1].map(String)}
        />
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={t('year.none', { year })}>{t('year.noneHint')}</EmptyState>
      ) : (
        <>
          <PeriodChart
            label={t('year.label', { year })}
            headLabel={t('common:oneNoun.agreements')}
            range={range}
            day={asOf}
            rows={rows}
          />
          <div className={classes.under}>
            {entries.length > few && (
              <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? t('year.fewer', { count: few }) : t('year.all', { count: entries.length })}
              </Button>
            )}
            <ChartLegend
              entries={[
                { kind: 'period' as const, label: t('year.legend.period') },
                ...(['done', 'target', 'missed'] as const)
                  .filter((kind) => kinds.has(kind))
                  .map((kind) => ({ kind, label: t(`year.legend.${kind}`) })),
              ]}
            />
          </div>
        </>
      )}
    </Section>
  )
}

/** Whether an agreement has anything to show in a year. */
function touches({ starts, ends, signedOn, targetSignature }: Entry, range: DayRange): boolean {
  const within = (date: string | null) => {
    if (!date) return false
    const at = placeOf(lastDay(date), range)
    return at >= 0 && at <= 1
  }
  const bar = (starts || ends) && barOf(starts, ends, range)
  return Boolean(bar) || within(signedOn) || (!signedOn && within(targetSignature))
}

/** An agreement as a row of the chart. The target is shown until it is signed. */
function useRow(asOf: CivilDate): (entry: Entry) => ChartRow {
  const { t } = useTranslation(['overview', 'common'])
  const f = useFormat()
  return ({ id, title, status, starts, ends, signedOn, targetSignature }) => {
    const markers: ChartMarker[] = []
    const words = [t(`common:status.${status}`)]
    if (starts || ends) words.push(t('year.period', { period: f.period(starts, ends) }))
    if (signedOn) {
      markers.push({ on: signedOn, kind: 'done' })
      words.push(t('year.signed', { date: f.date(signedOn) }))
    } else if (targetSignature) {
      const missed = lastDay(targetSignature) < asOf
      markers.push({ on: targetSignature, kind: missed ? 'missed' : 'target' })
      words.push(t(missed ? 'year.missed' : 'year.target', { date: f.date(targetSignature) }))
    }
    return {
      key: id,
      head: <RecordLink noun="agreements" id={id} name={title} />,
      bars: [{ from: starts, to: ends, tone: agreementTones[status] }],
      markers,
      text: words.join('. '),
    }
  }
}
