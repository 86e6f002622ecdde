import { Autocomplete, Button, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../contract/dossier.ts'
import { statements } from '../../data/dossier.ts'
import { PartialDateInput } from '../../ui/date-input.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { FormErrors } from '../form-errors.tsx'
import { useProblem } from '../problem-sentence.ts'
import { useWrite } from '../use-write.ts'
import classes from './dossier.module.css'
import { topicChoices, topicOf } from './topics.ts'
import type { RecordOf } from './use-dossier.ts'

const shown = ['sourceId', 'topic', 'body', 'at']

/** Records what a source says. */
export function StatementForm({
  record,
  sources,
  onDone,
}: {
  record: RecordOf
  sources: readonly Source[]
  onDone: () => void
}) {
  const { t } = useTranslation(['dossier', 'common'])
  const [blank] = useState({
    sourceId: sources[0]?.id ?? null,
    topic: '',
    body: '',
    at: null as string | null,
  })
  const { values, set, clear } = useDraft(`statement:${record.recordId}`, blank)
  const end = () => {
    clear()
    onDone()
  }
  const create = useWrite(statements.create, { message: () => t('sources.statementAdded'), onDone: end })
  const problem = useProblem(create.error)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        const { sourceId, ...said } = values
        if (sourceId) create.mutate({ body: { ...record, ...said, topic: topicOf(said.topic), sourceId } })
      }}
    >
      <Select
        label={t('sources.choose')}
        required
        allowDeselect={false}
        data={sources.map(({ id, title }) => ({ value: id, label: title }))}
        value={values.sourceId}
        error={problem.field('sourceId')}
        onChange={(sourceId) => set({ sourceId })}
      />
      <Autocomplete
        label={t('sources.topic')}
        data={topicChoices(t)}
        limit={8}
        description={t('sources.topicHint')}
        required
        maxLength={200}
        value={values.topic}
        error={problem.field('topic')}
        onChange={(topic) => set({ topic })}
      />
      <Textarea
        label={t('sources.body')}
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={values.body}
        error={problem.field('body')}
        onChange={(event) => set({ body: event.currentTarget.value })}
      />
      <PartialDateInput
        label={t('sources.at')}
        value={values.at}
        error={problem.field('at')}
        onChange={(at) => set({ at })}
      />
      <FormErrors error={create.error} fields={shown} />
      <div className={classes.buttons}>
        <Button type="submit" size="compact-md" loading={create.isPending}>
          {t('common:save')}
        </Button>
        <Button variant="subtle" color="gray" size="compact-md" onClick={end}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  )
}
