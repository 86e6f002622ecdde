import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '../../contract/dossier.ts'
import { isCivilDate } from '../../domain/partial-date.ts'
import type { Recurrence } from '../../domain/recurrence.ts'
import { useFormat } from '../../i18n/format.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { type Choice, ConflictDialog } from '../conflict-dialog.tsx'
import { staleRecord } from '../editable-fact.tsx'
import { FormErrors } from '../form-errors.tsx'
import { PersonPicker } from '../person-picker.tsx'
import { useProblem } from '../problem-sentence.ts'
import classes from './dossier.module.css'
import { RepeatFields } from './repeat-fields.tsx'
import { repeatWords } from './repeat-words.ts'

interface Values {
  title: string
  due: string | null
  assignee: { id: string; name: string } | null
  repeats: Recurrence | null
}

/** What of a task the form writes. */
interface Written extends Pick<Values, 'title' | 'due'> {
  assigneeId: string | null
  repeats: Recurrence | null
}

interface Props {
  draftKey: string
  task?: Task
  /** What the button says. */
  submit: string
  error: unknown
  busy: boolean
  /** Saves the values; those of a task that is there, over the version that was edited. Rejects as the API does. */
  onSubmit: (values: Written, over: number | undefined) => Promise<unknown>
  onCancel: () => void
}

const shown = ['title', 'due', 'assigneeId', 'repeats']

const valuesOf = ({ title, due, assignee, repeats }: Values): Values => ({ title, due, assignee, repeats })
const blank: Values = { title: '', due: null, assignee: null, repeats: null }

/** What is to be done, by when, by whom. Where somebody else changed the task meanwhile, both versions are shown. */
export function TaskForm({ draftKey, task, submit, error, busy, onSubmit, onCancel }: Props) {
  const { t } = useTranslation(['dossier', 'common'])
  // Kept with the draft: what the editing began from, whatever has been read since.
  const [initial] = useState(() => {
    const values = valuesOf(task ?? blank)
    return { values, base: values, version: task?.version }
  })
  const draft = useDraft(draftKey, initial)
  const { values, version } = draft.values
  const set = (patch: Partial<Values>) =>
    draft.set((current) => ({ values: { ...current.values, ...patch } }))
  const [closed, setClosed] = useState<unknown>(null)
  const stale = staleRecord(error) as (Values & { version: number }) | null
  const problem = useProblem(error)
  const send = async ({ title, due, assignee, repeats }: Values, over: number | undefined) => {
    try {
      await onSubmit({ title, due, assigneeId: assignee?.id ?? null, repeats }, over)
      draft.clear()
    } catch {
      // The form shows `error`, and keeps what was typed.
    }
  }
  const resolve = (choice: Choice) => {
    if (!stale) return
    const kept = Object.entries(values).filter(([key]) => choice[key] !== 'theirs')
    const theirs = valuesOf(stale)
    const merged: Values = { ...theirs, ...Object.fromEntries(kept) }
    draft.set({ values: merged, base: theirs, version: stale.version })
    void send(merged, stale.version)
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send(values, version)
      }}
    >
      <TextInput
        label={t('tasks.name')}
        required
        autoFocus
        maxLength={500}
        value={values.title}
        error={problem.field('title')}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <DateInput
          label={t('tasks.due')}
          value={values.due}
          error={problem.field('due')}
          onChange={(due) => set({ due })}
        />
        <PersonPicker
          label={t('tasks.assignee')}
          value={values.assignee}
          error={problem.field('assigneeId')}
          onChange={(assignee) => set({ assignee })}
        />
      </div>
      <RepeatFields
        value={values.repeats}
        due={values.due && isCivilDate(values.due) ? values.due : null}
        error={problem.field('repeats', true)}
        onChange={(repeats) => set({ repeats })}
      />
      {!stale && <FormErrors error={error} fields={shown} />}
      {stale && error !== closed && (
        <TaskConflict
          base={draft.values.base}
          theirs={valuesOf(stale)}
          mine={values}
          onResolve={resolve}
          onClose={() => setClosed(error)}
        />
      )}
      <div className={classes.buttons}>
        <Button type="submit" size="compact-md" loading={busy}>
          {submit}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          onClick={() => {
            draft.clear()
            onCancel()
          }}
        >
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  )
}

function TaskConflict({
  base,
  theirs,
  mine,
  ...on
}: {
  base: Values
  theirs: Values
  mine: Values
  onResolve: (choice: Choice) => void
  onClose: () => void
}) {
  const { t } = useTranslation('dossier')
  const f = useFormat()
  const field = <K extends keyof Values>(
    key: K,
    label: string,
    show: (value: Values[K]) => string | null,
  ) => ({
    key,
    label,
    base: base[key],
    theirs: theirs[key],
    mine: mine[key],
    show: (value: unknown) => show(value as Values[K]),
  })
  return (
    <ConflictDialog
      {...on}
      fields={[
        field('title', t('tasks.name'), (title) => title),
        field('due', t('tasks.due'), (due) => due && f.date(due)),
        field('assignee', t('tasks.assignee'), (assignee) => assignee?.name ?? null),
        field('repeats', t('repeat.label'), (repeats) => repeats && repeatWords(repeats, f)),
      ]}
    />
  )
}
