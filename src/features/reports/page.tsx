import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type * as z from 'zod'
import { EditableFact } from '../../components/editable-fact.tsx'
import { RecordHistory } from '../../components/record-history.tsx'
import { RecordLink } from '../../components/record-link.tsx'
import { RecordPage, RecordWaiting } from '../../components/record-page.tsx'
import { useScopedNavigate } from '../../components/scope.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { type RecordEditing, TextFact } from '../../components/text-fact.tsx'
import { useRecord } from '../../components/use-record.ts'
import { useWrite } from '../../components/use-write.ts'
import type { RecordNoun } from '../../contract/primitives.ts'
import type { Report, reportPatch } from '../../contract/reports.ts'
import { reports } from '../../data/reports.ts'
import type { ReportKind } from '../../domain/reports.ts'
import { useFormat } from '../../i18n/format.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Line, Lines } from '../../ui/lines.tsx'
import { Columns } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { RunButton } from './run-button.tsx'

type Patch = z.input<typeof reportPatch>

const nouns: Record<ReportKind, RecordNoun> = {
  grant: 'grants',
  alliance: 'alliances',
  cluster: 'organisations',
  market: 'markets',
  mission: 'missions',
  company: 'organisations',
}

/** One report: what it is about, and every time that it was run. */
export function Component() {
  const { id = '' } = useParams()
  const { t } = useTranslation(['reports', 'common', 'history'])
  const f = useFormat()
  const navigate = useScopedNavigate()
  const report = useRecord(reports.read({ params: { id } }))
  const update = useWrite(reports.update, { message: ({ title }) => t('updated', { title }) })
  const remove = useWrite(reports.remove, {
    message: ({ title }) => t('removed', { title }),
    onDone: () => void navigate('/reports'),
  })
  const restore = useWrite(reports.restore, { message: ({ title }) => t('restored', { title }) })
  if (!report) return <RecordWaiting />
  const editing: RecordEditing<Patch> = {
    version: report.version,
    reason: report.deletedAt ? t('common:inBinHint') : null,
    save: (body, version) => update.mutateAsync({ params: { id }, body, version }),
  }
  return (
    <RecordPage
      record={report}
      remove={remove}
      restore={restore}
      title={report.title}
      eyebrow={<ScopedLink to="/reports">{t('title')}</ScopedLink>}
      subtitle={[t(`kind.${report.kind}`), f.period(report.starts, report.ends)].filter(Boolean).join(' · ')}
      actions={<RunButton report={report} />}
    >
      <Columns
        aside={
          <Section title={t('facts')}>
            <ReportFacts report={report} editing={editing} />
          </Section>
        }
      >
        <Section title={t('runs')} count={report.runs.length || undefined}>
          {report.runs.length === 0 ? (
            <EmptyState title={t('noRuns')} />
          ) : (
            <Lines label={t('runs')}>
              {report.runs.map((run) => (
                <Line
                  key={run.id}
                  title={
                    <ScopedLink to={`/reports/runs/${run.id}`}>
                      {t('runNumber', { number: run.number })}
                      {f.colon}
                      {t('runLine', { date: f.date(run.asOf) })}
                    </ScopedLink>
                  }
                  end={t(`language.${run.language}`)}
                >
                  {[
                    t('ranAt', { at: f.instant(run.at), by: run.by?.name ?? t('someone') }),
                    f.period(run.starts, run.ends),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Line>
              ))}
            </Lines>
          )}
        </Section>
        <RecordHistory noun="reports" recordId={id} few />
      </Columns>
    </RecordPage>
  )
}

function ReportFacts({ report, editing }: { report: Report; editing: RecordEditing<Patch> }) {
  const { t } = useTranslation('reports')
  const f = useFormat()
  const { kind, subject, language } = report
  const { version, reason, save } = editing
  return (
    <Facts>
      <Fact label={t(`about.${kind}`)}>
        <RecordLink noun={nouns[kind]} id={subject.id} name={subject.name} cluster={kind === 'cluster'} />
      </Fact>
      <TextFact
        editing={editing}
        field="title"
        label={t('field.title')}
        value={report.title}
        required
        maxLength={300}
      />
      {(['starts', 'ends'] as const).map((field) => (
        <EditableFact<string | null>
          key={field}
          label={t(`field.${field}`)}
          field={field}
          value={report[field]}
          version={version}
          reason={reason}
          save={(value, over) => save({ [field]: value }, over)}
          show={(value) => value && f.date(value)}
          input={(input) => <DateInput {...input} />}
        >
          {report[field] && f.date(report[field])}
        </EditableFact>
      ))}
      <EditableFact<'en' | 'fr'>
        label={t('field.language')}
        field="language"
        value={language}
        version={version}
        reason={reason}
        save={(value, over) => save({ language: value }, over)}
        show={(value) => t(`language.${value}`)}
        input={({ value, onChange, 'aria-label': label }) => (
          <SegmentedControl
            aria-label={label}
            value={value}
            data={(['en', 'fr'] as const).map((one) => ({ value: one, label: t(`language.${one}`) }))}
            onChange={(chosen) => onChange(chosen as 'en' | 'fr')}
          />
        )}
      >
        {t(`language.${language}`)}
      </EditableFact>
    </Facts>
  )
}
