import { Button, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { useWrite } from '../../components/use-write.ts'
import { tasks } from '../../data/dossier.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './tasks.module.css'

const blank = { title: '', due: null as string | null }

/** A task in one line; the field is ready for the next one. */
export function QuickAdd() {
  const { t } = useTranslation('tasks')
  const { values, set, clear } = useDraft('quick-task', blank)
  const field = useRef<HTMLInputElement>(null)
  const create = useWrite(tasks.create, {
    message: () => t('added'),
    onDone: () => {
      clear()
      field.current?.focus()
    },
  })
  return (
    <form
      className={classes.quick}
      onSubmit={(event) => {
        event.preventDefault()
        if (values.title.trim() && !create.isPending) create.mutate({ body: values })
      }}
    >
      <TextInput
        ref={field}
        label={t('quickAdd')}
        maxLength={500}
        value={values.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <DateInput label={t('quickAddDue')} value={values.due} onChange={(due) => set({ due })} />
      <Button type="submit" loading={create.isPending} disabled={!values.title.trim()}>
        {t('add')}
      </Button>
      <FormErrors error={create.error} />
    </form>
  )
}
