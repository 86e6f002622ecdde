import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { SmeStatusBadge } from '../../../components/sme-status-badge.tsx'
import { useRecord } from '../../../components/use-record.ts'
import type { ServedSummary, SmesReached } from '../../../contract/served.ts'
import { served } from '../../../data/served.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { useDayQuery } from '../page/use-company.ts'
import classes from './served.module.css'

type Row = SmesReached['counted'][number]

/** How far an alliance is from its target: which companies count, which don't, and why. */
export function Target({ target }: { target: ServedSummary['targets'][number] }) {
  const { t } = useTranslation('served-figures')
  const f = useFormat()
  const { alliance, value, by, detail, source } = target
  const reached = useRecord(served.smesReached({ params: { id: alliance.id }, query: useDayQuery() }))
  const count = reached?.counted.length ?? 0
  return (
    <Section title={t('target.title', { alliance: alliance.name })}>
      <div className={classes.target}>
        <span className={classes.bar} aria-hidden>
          <span style={{ width: `${Math.min(100, (count / value) * 100)}%` }} />
        </span>
        <strong>
          {reached
            ? t('target.of', { reached: f.number(count), value: f.number(value) })
            : t('target.least', { value })}
        </strong>
      </div>
      <p className={classes.hint}>
        {[
          detail,
          by && t('target.by', { date: f.date(by) }),
          source && t('target.source', { source: source.name }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={classes.hint}>{t('target.rule')}</p>
      {reached && (
        <>
          <Rows
            title={t('target.counted')}
            rows={reached.counted}
            why={() => null}
            empty={t('target.nobody')}
          />
          {reached.notCounted.length > 0 && (
            <Rows
              title={t('target.notCounted')}
              rows={reached.notCounted}
              why={({ participationId }) => {
                const found = reached.notCounted.find((one) => one.participationId === participationId)
                return found ? t(`target.why.${found.reason}`) : null
              }}
            />
          )}
        </>
      )}
    </Section>
  )
}

function Rows({
  title,
  rows,
  why,
  empty,
}: {
  title: string
  rows: readonly Row[]
  why: (row: Row) => string | null
  empty?: string
}) {
  const f = useFormat()
  return (
    <details className={classes.rows}>
      <summary>
        {title} <span>{f.number(rows.length)}</span>
      </summary>
      {rows.length === 0 && empty && <Nothing>{empty}</Nothing>}
      <Lines label={title}>
        {rows.map((row) => (
          <Line
            key={row.participationId}
            title={
              <ScopedLink to={`/companies/${row.company.id}/participation`}>{row.company.name}</ScopedLink>
            }
            end={<SmeStatusBadge status={row.status} confirmed />}
          >
            <RecordLink noun="participations" id={row.participationId} name={row.mission.name} />
            {[row.on && f.date(row.on), why(row)].filter(Boolean).map((words) => ` · ${words}`)}
          </Line>
        ))}
      </Lines>
    </details>
  )
}
