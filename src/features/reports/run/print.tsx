import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { PaperPage, Sheet } from '../../../components/paper/paper-page.tsx'
import parts from '../../../components/paper/parts.module.css'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useRecord } from '../../../components/use-record.ts'
import type { ReportRun, RunRecord } from '../../../contract/reports.ts'
import { reports } from '../../../data/reports.ts'
import { languageNames } from '../../../i18n/languages.ts'
import { figureTitle, type Words, wordsIn } from '../words.ts'
import { everyRecord } from './all-records.ts'
import { FigureTables } from './figures.tsx'
import classes from './run.module.css'

/** As many records of a figure as stand on paper; the workbook has them all. */
const most = 100

/** A run on paper: its figures with what each counts, then the records behind each. */
export function Component() {
  const { run: id = '' } = useParams()
  const { t } = useTranslation('reports')
  const run = useRecord(reports.readRun({ params: { run: id } }))
  const { data: records } = useQuery({
    queryKey: ['reports', 'reports.runRecords', { params: { run: id } }, 'all'],
    queryFn: ({ signal }) => everyRecord(id, signal),
    throwOnError: true,
  })
  return (
    <PaperPage
      title={run && records ? run.report.name : undefined}
      back={<ScopedLink to={`/reports/runs/${id}`}>{t('back')}</ScopedLink>}
      languages={languageNames}
    >
      {(language) => run && records && <Paper run={run} records={records} words={wordsIn(language)} />}
    </PaperPage>
  )
}

function Paper({ run, records, words }: { run: ReportRun; records: readonly RunRecord[]; words: Words }) {
  const { t, f } = words
  const { kind, subject } = run
  return (
    <Sheet label={t('paper', { title: run.report.name, asOf: t('asOf', { date: f.date(run.asOf) }) })}>
      <div className={classes.paperPage}>
        <header className={parts.head}>
          <strong>{t(`kind.${kind}`)}</strong>
          <span>{t('asOf', { date: f.date(run.asOf) })}</span>
        </header>
        <h2>{kind === 'market' ? f.place(subject.name) : subject.name}</h2>
        <p>
          {[
            (run.starts || run.ends) && t('period', { period: f.period(run.starts, run.ends) }),
            t('runOf', { number: run.number, at: f.instant(run.at) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <FigureTables run={run} words={words} />
        <p>{t('sources')}</p>
        <h2>{t('recordsBehind')}</h2>
        {run.figures.map((figure) => {
          const own = records.filter((record) => record.figures.includes(figure.key))
          if (own.length === 0) return null
          return (
            <section key={figure.key}>
              <h3>
                {figureTitle(words, figure)} ({t('records', { count: own.length })})
              </h3>
              <ul className={classes.records}>
                {own.slice(0, most).map((record) => (
                  <li key={`${record.part} ${record.id}`}>
                    {[
                      record.title,
                      record.on && f.date(record.on),
                      record.value && f.money(record.value),
                      t('version', { version: record.version }),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </li>
                ))}
                {own.length > most && <li>{t('moreRecords', { count: own.length - most })}</li>}
              </ul>
            </section>
          )
        })}
      </div>
    </Sheet>
  )
}
