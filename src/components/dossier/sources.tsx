import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source, Statement } from '../../contract/dossier.ts'
import { statements as statementData } from '../../data/dossier.ts'
import { useFormat } from '../../i18n/format.ts'
import { groupBy } from '../../ui/group-by.ts'
import { Section } from '../../ui/section.tsx'
import { hasDraft } from '../../ui/use-draft.ts'
import { useNoWriting } from '../may-write.ts'
import { useWrite } from '../use-write.ts'
import classes from './dossier.module.css'
import { RemoveButton } from './remove-button.tsx'
import { SourceForm } from './source-form.tsx'
import { StatementForm } from './statement-form.tsx'
import { topicWords } from './topics.ts'
import { type RecordOf, useDossier } from './use-dossier.ts'

type Form = 'source' | 'statement' | null

const begunForm = (recordId: string): Form =>
  hasDraft(`source:${recordId}`) ? 'source' : hasDraft(`statement:${recordId}`) ? 'statement' : null

/** Where a record comes from, and what each source says. Statements on one topic stand together, also when they differ. */
export function Sources(record: RecordOf) {
  const { t } = useTranslation('dossier')
  const { data, closed } = useDossier(record)
  const noWriting = useNoWriting('dossier.write')
  const [form, setForm] = useState(() => begunForm(record.recordId))
  if (closed) return null
  const sources = data?.sources ?? []
  const topics = groupBy(data?.statements ?? [], ({ topic }) => topic)
  const close = () => setForm(null)
  return (
    <Section
      title={t('sources.title')}
      count={sources.length || undefined}
      action={
        !noWriting &&
        form === null && (
          <span className={classes.buttons}>
            <Button variant="subtle" size="compact-sm" onClick={() => setForm('source')}>
              {t('sources.cite')}
            </Button>
            {sources.length > 0 && (
              <Button variant="subtle" size="compact-sm" onClick={() => setForm('statement')}>
                {t('sources.addStatement')}
              </Button>
            )}
          </span>
        )
      }
    >
      {form === 'source' && <SourceForm record={record} cited={sources} onDone={close} />}
      {form === 'statement' && <StatementForm record={record} sources={sources} onDone={close} />}
      {data && sources.length === 0 && form === null && <p className={classes.empty}>{t('sources.empty')}</p>}
      <ul className={classes.list}>
        {sources.map((source) => (
          <li key={source.id} className={classes.item}>
            <SourceTitle source={source} />
          </li>
        ))}
      </ul>
      {[...topics].map(([topic, said]) => (
        <div key={topic}>
          <h3 className={classes.topic}>
            {topicWords(topic)}
            {said.length > 1 && (
              <span className={classes.meta}> · {t('sources.differ', { count: said.length })}</span>
            )}
          </h3>
          {said.map((statement) => (
            <StatementItem key={statement.id} statement={statement} fixed={noWriting !== null} />
          ))}
        </div>
      ))}
    </Section>
  )
}

function SourceTitle({ source }: { source: Source }) {
  const f = useFormat()
  const { title, url, publisher, date, language } = source
  return (
    <>
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      <div className={classes.meta}>
        {[publisher, date && f.date(date), language && f.languageName(language)].filter(Boolean).join(' · ')}
      </div>
    </>
  )
}

function StatementItem({ statement, fixed }: { statement: Statement; fixed: boolean }) {
  const { t } = useTranslation('dossier')
  const f = useFormat()
  const { id, version, body, at, source, topic } = statement
  const remove = useWrite(statementData.remove, {
    message: () => t('sources.statementRemoved'),
    failure: 'toast',
  })
  return (
    <div className={classes.statement}>
      <div className={classes.line}>
        <p className={classes.text}>{body}</p>
        {!fixed && (
          <RemoveButton
            name={topicWords(topic)}
            busy={remove.isPending}
            onClick={() => remove.mutate({ params: { id }, version })}
          />
        )}
      </div>
      <div className={classes.meta} title={source.title}>
        {[
          source.publisher ?? source.title,
          source.date && f.date(source.date),
          at && at !== source.date && `${t('sources.at')} ${f.date(at)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </div>
  )
}
