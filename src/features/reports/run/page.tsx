import { Alert, Button, Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import Printer from 'lucide-react/icons/printer'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { RecordLines } from '../../../components/indicator/record-lines.tsx'
import { RecordWaiting } from '../../../components/record-page.tsx'
import { useScopedHref, useScopedNavigate } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useRecord } from '../../../components/use-record.ts'
import type { ReportRun } from '../../../contract/reports.ts'
import { reports } from '../../../data/reports.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Page } from '../../../ui/page.tsx'
import { PagedList } from '../../../ui/paged-list.tsx'
import { Section } from '../../../ui/section.tsx'
import { totalOf } from '../../../ui/table-pages.ts'
import { RunButton } from '../run-button.tsx'
import { figureTitle, wordsIn } from '../words.ts'
import { FigureTables } from './figures.tsx'
import classes from './run.module.css'
import { WorkbookButton } from './workbook-button.tsx'

/** A run as it was told: its figures in the report's language, and the records behind the one that is chosen. */
export function Component() {
  const { run: id = '' } = useParams()
  const { t } = useTranslation('reports')
  const f = useFormat()
  const href = useScopedHref()
  const run = useRecord(reports.readRun({ params: { run: id } }))
  const report = useRecord({
    ...reports.read({ params: { id: run?.report.id ?? '' } }),
    enabled: run !== undefined,
  })
  if (!run || !report) return <RecordWaiting />
  return (
    <Page
      title={run.report.name}
      eyebrow={<ScopedLink to={`/reports/${run.report.id}`}>{t(`kind.${run.kind}`)}</ScopedLink>}
      subtitle={[
        t('asOf', { date: f.date(run.asOf) }),
        f.period(run.starts, run.ends),
        t('runOf', { number: run.number, at: f.instant(run.at) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <>
          <Button
            component={Link}
            to={href(`/reports/runs/${id}/print?paper=${run.language}`)}
            variant="default"
            leftSection={<Printer size={15} aria-hidden />}
          >
            {t('print')}
          </Button>
          <WorkbookButton run={run} />
          <RunButton report={report} asOf={run.asOf} label={t('runAgain')} />
        </>
      }
    >
      <SameDay run={run} />
      <CompareWith run={run} others={report.runs.filter((other) => other.id !== id)} />
      <div lang={run.language}>
        <FigureTables run={run} words={wordsIn(run.language)} linked />
      </div>
      <RecordsBehind run={run} />
    </Page>
  )
}

/** Whether the same day told the same before; if not, how much differs, and the way to it. */
function SameDay({ run: { id, before } }: { run: ReportRun }) {
  const { t } = useTranslation('reports')
  const f = useFormat()
  if (!before) return null
  const { number, figures, records } = before
  const at = f.instant(before.at)
  if (figures === 0 && records === 0) return <p className={classes.same}>{t('same', { number, at })}</p>
  return (
    <Alert color="yellow" className={classes.same}>
      <p>
        {t('differs', {
          number,
          at,
          figures: t('figuresDiffer', { count: figures }),
          records: t('recordsDiffer', { count: records }),
        })}
      </p>
      <ScopedLink to={`/reports/runs/${before.id}/compare/${id}`}>{t('seeDifferences')}</ScopedLink>
    </Alert>
  )
}

function CompareWith({
  run,
  others,
}: {
  run: ReportRun
  others: readonly { id: string; number: number; asOf: string }[]
}) {
  const { t } = useTranslation('reports')
  const f = useFormat()
  const navigate = useScopedNavigate()
  if (others.length === 0) return null
  return (
    <Select
      className={classes.compare}
      label={t('compareWith')}
      data={others.map(({ id, number, asOf }) => ({
        value: id,
        label: `${t('runNumber', { number })}${f.colon}${t('runLine', { date: f.date(asOf) })}`,
      }))}
      value={null}
      placeholder={t('compare')}
      onChange={(other) => other && void navigate(`/reports/runs/${other}/compare/${run.id}`)}
    />
  )
}

/** The records that a figure counted, as they were then; each opens its page as it is now. */
function RecordsBehind({ run }: { run: ReportRun }) {
  const { t } = useTranslation('reports')
  const [params] = useSearchParams()
  const figure = run.figures.find(({ key }) => key === params.get('figure'))
  const pages = useInfiniteQuery({
    ...reports.runRecords({ run: run.id }, figure ? { figure: figure.key } : {}),
  })
  const title = figure
    ? t('recordsOf', { figure: figureTitle(wordsIn(run.language), figure) })
    : t('recordsBehind')
  return (
    <Section title={title} count={totalOf(pages)} id="records">
      <PagedList pages={pages} more={t('more')} empty={<Nothing>{t('noRecords')}</Nothing>}>
        {(rows) => (
          <RecordLines label={title} rows={rows} more={({ version }) => ` · ${t('version', { version })}`} />
        )}
      </PagedList>
    </Section>
  )
}
