import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agreementTones } from '../../components/agreement-status-badge.tsx'
import { missionTones } from '../../components/mission-status-badge.tsx'
import { ChartLegend, type ChartMarker, type ChartRow, PeriodChart } from '../../components/period-chart.tsx'
import { RecordLink } from '../../components/record-link.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { barOf, type DayRange, placeOf, yearOf } from '../../components/time-axis.ts'
import type { Overview } from '../../contract/overview.ts'
import { type CivilDate, lastDay } from '../../domain/partial-date.ts'
import { useFormat } from '../../i18n/format.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './overview.module.css'

type Entry = Overview['timeline'][number]
type AgreementEntry = Extract<Entry, { noun: 'agreements' }>
type MissionEntry = Extract<Entry, { noun: 'missions' }>
type ClaimsEntry = Extract<Entry, { noun: 'claims' }>

const few = 8

/** The agreements, missions and claims on the axis of one year: their periods, signatures and targets, and the day itself. */
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
            headLabel={t('year.head')}
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

/** Whether an agreement or mission has anything to show in a year. */
function touches(entry: Entry, range: DayRange): boolean {
  const within = (date: string | null) => {
    if (!date) return false
    const at = placeOf(lastDay(date), range)
    return at >= 0 && at <= 1
  }
  const { from, to } = spanOf(entry)
  if ((from || to) && barOf(from, to, range)) return true
  if (entry.noun !== 'agreements') return false
  return within(entry.signedOn) || (!entry.signedOn && within(entry.targetSignature))
}

/** A mission of which one end only is known takes place then; an agreement's period stays open. */
const spanOf = ({ noun, starts, ends }: Entry) =>
  noun !== 'agreements' ? { from: starts ?? ends, to: ends ?? starts } : { from: starts, to: ends }

/** An agreement or mission as a row of the chart. */
function useRow(asOf: CivilDate): (entry: Entry) => ChartRow {
  const { t } = useTranslation(['overview', 'common'])
  const agreementMarks = useAgreementMarks(asOf)
  const f = useFormat()
  const periodOf = ({ starts, ends }: Entry) =>
    starts || ends ? [t('year.period', { period: f.period(starts, ends) })] : []
  const missionWords = ({ kind, status }: MissionEntry) => [
    t(`common:missionKind.${kind}`),
    t(`common:missionStatus.${status}`),
  ]
  const ofClaims = useClaimsRow(asOf)
  return (entry) => {
    if (entry.noun === 'claims') return ofClaims(entry)
    const { noun, id, title } = entry
    const { markers, words } = noun === 'missions' ? { markers: [], words: [] } : agreementMarks(entry)
    const status = noun === 'missions' ? missionWords(entry) : [t(`common:status.${entry.status}`)]
    const tone = noun === 'missions' ? missionTones[entry.status] : agreementTones[entry.status]
    return {
      key: id,
      head: <RecordLink noun={noun} id={id} name={title} />,
      bars: [{ ...spanOf(entry), tone }],
      markers,
      text: [...status, ...periodOf(entry), ...words].join('. '),
    }
  }
}

/** A grant's claims: each period as a bar, its claim handed in or due. */
function useClaimsRow(asOf: CivilDate) {
  const { t } = useTranslation('overview')
  const f = useFormat()
  return ({ id, title, claims }: ClaimsEntry): ChartRow => ({
    key: `claims-${id}`,
    head: <ScopedLink to={`/grants/${id}/claims`}>{t('year.claims', { title })}</ScopedLink>,
    bars: claims.map(({ from, to, submittedOn }) => ({
      from,
      to,
      tone: submittedOn ? 'active' : 'planned',
    })),
    markers: claims.flatMap(({ due, submittedOn }): ChartMarker[] => {
      if (submittedOn) return [{ on: submittedOn, kind: 'done' }]
      return due ? [{ on: due, kind: due < asOf ? 'missed' : 'target' }] : []
    }),
    text: claims
      .map(({ from, to, due, submittedOn }) => {
        const period = f.period(from, to)
        if (submittedOn) return t('year.claimed', { period, date: f.date(submittedOn) })
        return due ? t('year.claimDue', { period, date: f.date(due) }) : t('year.claimOpen', { period })
      })
      .join('. '),
  })
}

/** An agreement's signature, or its target until it is signed. */
function useAgreementMarks(asOf: CivilDate) {
  const { t } = useTranslation('overview')
  const f = useFormat()
  return ({ signedOn, targetSignature }: AgreementEntry): { markers: ChartMarker[]; words: string[] } => {
    if (signedOn)
      return {
        markers: [{ on: signedOn, kind: 'done' }],
        words: [t('year.signed', { date: f.date(signedOn) })],
      }
    if (!targetSignature) return { markers: [], words: [] }
    const missed = lastDay(targetSignature) < asOf
    return {
      markers: [{ on: targetSignature, kind: missed ? 'missed' : 'target' }],
      words: [t(missed ? 'year.missed' : 'year.target', { date: f.date(targetSignature) })],
    }
  }
}
