import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { changeLines } from '../../components/change-lines.ts'
import { ChangeText } from '../../components/change-text.tsx'
import { RecordLines } from '../../components/indicator/record-lines.tsx'
import { countedText } from '../../components/indicator/words.ts'
import { RecordWaiting } from '../../components/record-page.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { useRecord } from '../../components/use-record.ts'
import { verbWords } from '../../components/verb-words.ts'
import type { RunComparison } from '../../contract/reports.ts'
import { reports } from '../../data/reports.ts'
import { type CountingMeasure, measureOf } from '../../domain/indicators.ts'
import { type Format, useFormat } from '../../i18n/format.ts'
import { Nothing } from '../../ui/lines.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './compare.module.css'
import table from './table.module.css'

/** What differs between two runs: the figures, the records behind them, and what was written to each meanwhile. */
export function Component() {
  const { run: one = '', with: other = '' } = useParams()
  const { t } = useTranslation('reports')
  const f = useFormat()
  const found = useRecord(reports.compare({ params: { run: one, with: other } }))
  const report = useRecord(reports.readRun({ params: { run: other } }))
  if (!found || !report) return <RecordWaiting />
  const { first, second } = found
  const told = ({ number, asOf, at }: RunComparison['first']) =>
    `${t('runNumber', { number })}${f.colon}${t('runLine', { date: f.date(asOf) })} (${f.instant(at)})`
  return (
    <Page
      title={t('compareTitle', { first: first.number, second: second.number })}
      eyebrow={<ScopedLink to={`/reports/${report.report.id}`}>{report.report.name}</ScopedLink>}
      subtitle={
        <>
          <ScopedLink to={`/reports/runs/${first.id}`}>{told(first)}</ScopedLink>
          {' · '}
          <ScopedLink to={`/reports/runs/${second.id}`}>{told(second)}</ScopedLink>
        </>
      }
    >
      <Figures found={found} />
      <Section title={t('changedRecords')} count={found.records.length + found.moreRecords || undefined}>
        {found.records.length === 0 ? (
          <Nothing>{t('nothingChanged')}</Nothing>
        ) : (
          <RecordLines
            label={t('changedRecords')}
            rows={found.records.map((record) => ({ ...record, why: record.reason, reason: null }))}
            more={(record) => <Fate record={record} />}
          />
        )}
        {found.moreRecords > 0 && <p>{t('moreChanged', { count: found.moreRecords })}</p>}
      </Section>
    </Page>
  )
}

type Counted = NonNullable<RunComparison['figures'][number]['before']>

/** By how much a figure is more or less, in money by currency: "+2", "−€500.00". */
function differenceText(f: Format, measure: CountingMeasure, before: Counted, after: Counted): string {
  const signed = (value: number, text: string) => `${value < 0 ? '−' : '+'}${text}`
  if (measureOf(measure).counts !== 'money')
    return signed(after.count - before.count, f.number(Math.abs(after.count - before.count)))
  const by = new Map(after.sums.map(({ currency, minor }) => [currency, minor]))
  for (const { currency, minor } of before.sums) by.set(currency, (by.get(currency) ?? 0) - minor)
  return f.list(
    [...by]
      .filter(([, minor]) => minor !== 0)
      .map(([currency, minor]) => signed(minor, f.money({ minor: Math.abs(minor), currency }))),
  )
}

function Figures({ found: { figures } }: { found: RunComparison }) {
  const { t, i18n } = useTranslation(['reports', 'indicators'])
  const f = useFormat()
  return (
    <Section title={t('changedFigures')} count={figures.length || undefined}>
      {figures.length === 0 ? (
        <Nothing>{t('noFigures')}</Nothing>
      ) : (
        <div className={table.scroll}>
          <table className={`${table.table} ${classes.figures}`} aria-label={t('changedFigures')}>
            <thead>
              <tr>
                <th scope="col">{t('figure')}</th>
                <th scope="col" data-amount>
                  {t('before')}
                </th>
                <th scope="col" data-amount>
                  {t('after')}
                </th>
                <th scope="col" data-amount>
                  {t('difference')}
                </th>
              </tr>
            </thead>
            <tbody>
              {figures.map(({ key, measure, title, titleFr, before, after }) => (
                <tr key={key}>
                  <th scope="row">
                    {(i18n.language === 'fr' && titleFr) || title || t(`indicators:measure.${measure}`)}
                  </th>
                  <td data-amount>{before ? countedText(f, measure, before) : t('absent')}</td>
                  <td data-amount>{after ? countedText(f, measure, after) : t('absent')}</td>
                  <td data-amount>{before && after && differenceText(f, measure, before, after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

type Row = RunComparison['records'][number] & { why: RunComparison['records'][number]['reason'] }

/** What became of a record, and what was written to it meanwhile, field by field. */
function Fate({ record: { fate, why, changes } }: { record: Row }) {
  const { t } = useTranslation(['reports', 'indicators', 'history', 'common'])
  const { t: tHistory } = useTranslation(['history', 'common'])
  const f = useFormat()
  const told = t(`fate.${fate}`)
  return (
    <div className={classes.fate}>
      <strong>{why ? t('because', { fate: told, reason: t(`indicators:reason.${why}`) }) : told}</strong>
      {changes.length === 0 ? (
        <p>{t('noChanges')}</p>
      ) : (
        <ul>
          {changes.map((set) => (
            <li key={set.id}>
              {verbWords(set.verb, tHistory)} · <time dateTime={set.at}>{f.instant(set.at)}</time>
              <ul>
                {changeLines(set, tHistory, f).map((line, index) => (
                  <li key={index}>
                    <ChangeText line={line} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
