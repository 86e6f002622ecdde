import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '../../contract/dossier.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { FormErrors } from '../form-errors.tsx'
import { PersonPicker } from '../person-picker.tsx'
import { useProblem } from '../problem-sentence.ts'
import classes from './dossier.module.css'

interface Values {
  title: string
  due: string | null
  assignee: { id: string; name: string } | null
}

interface Props {
  draftKey: string
  task?: Task
  /** What the button says. */
  submit: string
  error: unknown
  busy: boolean
  onSubmit: (values: { title: string; due: string | null; assigneeId: string | null }) => Promise<unknown>
  onCancel: () => void
}

const shown = ['title', 'due', 'assigneeId']

/** What is to be done, by when, by whom. */
export function TaskForm({ draftKey, task, submit, error, busy, onSubmit, onCancel }: Props) {
  const { t } = useTranslation(['dossier', 'common'])
  const [initial] = useState<Values>({
    title: task?.title ?? '',
    due: task?.due ?? null,
    assignee: task?.assignee ?? null,
  })
  const { values, set, clear } = useDraft(draftKey, initial)
  const problem = useProblem(error)
  const send = async () => {
    const { title, due, assignee } = values
    try {
      await onSubmit({ title, due, assigneeId: assignee?.id ?? null })
      clear()
    } catch {
      // The form shows `error`, and keeps what was typed.
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
      <FormErrors error={error} fields={shown} />
      <div className={classes.buttons}>
        <Button type="submit" size="compact-md" loading={busy}>
          {submit}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          onClick={() => {
            clear()
            onCancel()
          }}
        >
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  )
}
