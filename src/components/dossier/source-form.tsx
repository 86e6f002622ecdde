import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../contract/dossier.ts'
import { sources } from '../../data/dossier.ts'
import { PartialDateInput } from '../../ui/date-input.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { FormErrors } from '../form-errors.tsx'
import { useProblem } from '../problem-sentence.ts'
import { useWrite } from '../use-write.ts'
import classes from './dossier.module.css'
import type { RecordOf } from './use-dossier.ts'

const blank = {
  sourceId: null as string | null,
  title: '',
  publisher: '',
  date: null as string | null,
  url: '',
  language: '',
}
const shown = ['title', 'publisher', 'date', 'url', 'language']

/** Cites a source: one that is known, or a new one. */
export function SourceForm({
  record,
  cited,
  onDone,
}: {
  record: RecordOf
  cited: readonly Source[]
  onDone: () => void
}) {
  const { t } = useTranslation(['dossier', 'common'])
  const { values, set, clear } = useDraft(`source:${record.recordId}`, blank)
  const known = useQuery(sources.all()).data?.items ?? []
  const others = known.filter(({ id }) => !cited.some((source) => source.id === id))
  const end = () => {
    clear()
    onDone()
  }
  const create = useWrite(sources.create)
  const cite = useWrite(sources.cite, { message: () => t('sources.cited'), onDone: end })
  const error = create.error ?? cite.error
  const problem = useProblem(error)
  const send = async () => {
    const { sourceId, title, publisher, date, url, language } = values
    try {
      // Should the second step fail, the new source is kept as chosen, and only the citing is tried again.
      const id =
        sourceId ??
        (
          await create.mutateAsync({
            body: { title, publisher, date, url: url.trim() || null, language: language.trim() || null },
          })
        ).reply.id
      set({ sourceId: id })
      await cite.mutateAsync({ params: { id }, body: record })
    } catch {
      // Shown below.
    }
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {others.length > 0 && (
        <Select
          label={t('sources.existing')}
          searchable
          clearable
          placeholder={t('sources.new')}
          data={others.map(({ id, title }) => ({ value: id, label: title }))}
          value={values.sourceId}
          onChange={(sourceId) => set({ sourceId })}
        />
      )}
      {!values.sourceId && (
        <>
          <TextInput
            label={t('sources.name')}
            required
            maxLength={500}
            value={values.title}
            error={problem.field('title')}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          <div className={classes.pair}>
            <TextInput
              label={t('sources.publisher')}
              maxLength={300}
              value={values.publisher}
              error={problem.field('publisher')}
              onChange={(event) => set({ publisher: event.currentTarget.value })}
            />
            <PartialDateInput
              label={t('sources.date')}
              value={values.date}
              error={problem.field('date')}
              onChange={(date) => set({ date })}
            />
            <TextInput
              label={t('sources.url')}
              type="url"
              placeholder="https://"
              value={values.url}
              error={problem.field('url')}
              onChange={(event) => set({ url: event.currentTarget.value })}
            />
            <TextInput
              label={t('sources.language')}
              maxLength={3}
              placeholder="fr"
              value={values.language}
              error={problem.field('language')}
              onChange={(event) => set({ language: event.currentTarget.value.toLowerCase() })}
            />
          </div>
        </>
      )}
      <FormErrors error={error} fields={shown} />
      <div className={classes.buttons}>
        <Button type="submit" size="compact-md" loading={create.isPending || cite.isPending}>
          {t('common:add')}
        </Button>
        <Button variant="subtle" color="gray" size="compact-md" onClick={end}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  )
}
