import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tasks as taskData } from '../../data/dossier.ts'
import { isDoneBy } from '../../domain/task.ts'
import { Section } from '../../ui/section.tsx'
import { hasDraft } from '../../ui/use-draft.ts'
import { useNoWriting } from '../may-write.ts'
import { useScope } from '../scope.ts'
import { useWrite } from '../use-write.ts'
import classes from './dossier.module.css'
import { TaskForm } from './task-form.tsx'
import { TaskItem } from './task-item.tsx'
import { type RecordOf, useDossier } from './use-dossier.ts'

/** A record's tasks: the open ones, and on demand those that are done. */
export function Tasks(record: RecordOf) {
  const { t } = useTranslation(['dossier', 'common'])
  const { data, closed } = useDossier(record)
  const noWriting = useNoWriting('dossier.write')
  const [adding, setAdding] = useState(() => hasDraft(`task:${record.recordId}`))
  const [all, setAll] = useState(false)
  const create = useWrite(taskData.create, { message: () => t('tasks.added') })
  const { day } = useScope()
  if (closed) return null
  const tasks = data?.tasks ?? []
  const open = tasks.filter((task) => !isDoneBy(task, day))
  const done = tasks.filter((task) => isDoneBy(task, day))
  return (
    <Section
      title={t('tasks.title')}
      count={open.length || undefined}
      action={
        !noWriting &&
        !adding && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAdding(true)}>
            {t('tasks.add')}
          </Button>
        )
      }
    >
      {adding && (
        <TaskForm
          draftKey={`task:${record.recordId}`}
          submit={t('common:add')}
          error={create.error}
          busy={create.isPending}
          onCancel={() => setAdding(false)}
          onSubmit={async (values) => {
            await create.mutateAsync({ body: { ...values, ...record } })
            setAdding(false)
          }}
        />
      )}
      {open.length === 0 && !adding && <p className={classes.empty}>{t('tasks.empty')}</p>}
      <ul className={classes.list}>
        {(all ? [...open, ...done] : open).map((task) => (
          <TaskItem key={task.id} task={task} />
        ))}
      </ul>
      {done.length > 0 && !all && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAll(true)}>
          {t('tasks.showDone', { count: done.length })}
        </Button>
      )}
    </Section>
  )
}
