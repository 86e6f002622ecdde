import { ActionIcon } from '@mantine/core'
import Pencil from 'lucide-react/icons/pencil'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '../../contract/dossier.ts'
import { tasks } from '../../data/dossier.ts'
import { isDoneBy, rests } from '../../domain/task.ts'
import { useFormat } from '../../i18n/format.ts'
import { hasDraft } from '../../ui/use-draft.ts'
import { useNoWriting } from '../may-write.ts'
import { RecordLink } from '../record-link.tsx'
import { SampleTag } from '../sample-tag.tsx'
import { useScope } from '../scope.ts'
import { useWrite } from '../use-write.ts'
import { WaitingMark } from '../waiting-mark.tsx'
import classes from './dossier.module.css'
import { RemoveButton } from './remove-button.tsx'
import { repeatWords } from './repeat-words.ts'
import { SnoozeMenu } from './snooze-menu.tsx'
import { TaskForm } from './task-form.tsx'

/** One task: ticked off in one press, edited where it stands. `withRecord` says what it is about. */
export function TaskItem({ task, withRecord }: { task: Task; withRecord?: boolean }) {
  const { t } = useTranslation(['dossier', 'common'])
  const f = useFormat()
  const { day } = useScope()
  const noWriting = useNoWriting('dossier.write')
  const [editing, setEditing] = useState(() => hasDraft(`task-edit:${task.id}`))
  const tick = useWrite(tasks.update, {
    message: ({ title, doneOn }) => t(doneOn ? 'tasks.finished' : 'tasks.reopened', { title }),
    failure: 'toast',
  })
  const update = useWrite(tasks.update, { message: () => t('tasks.changed') })
  const remove = useWrite(tasks.remove, { message: () => t('tasks.removed'), failure: 'toast' })
  const target = { params: { id: task.id }, version: task.version }
  // While it is being saved, the box shows what was asked for.
  const doneOn = tick.isPending ? (tick.variables.body.doneOn ?? null) : task.doneOn
  const done = isDoneBy({ doneOn }, day)
  if (editing)
    return (
      <li className={classes.item}>
        <TaskForm
          task={task}
          draftKey={`task-edit:${task.id}`}
          submit={t('common:save')}
          error={update.error}
          busy={update.isPending}
          onCancel={() => setEditing(false)}
          onSubmit={async (body, over = task.version) => {
            await update.mutateAsync({ params: { id: task.id }, version: over, body })
            setEditing(false)
          }}
        />
      </li>
    )
  const resting = !done && rests(task.snooze, day) ? task.snooze?.until : null
  const late = !done && task.due !== null && task.due < day
  return (
    <li className={classes.item} id={`task-${task.id}`}>
      <div className={classes.task} data-done={done || undefined}>
        <input
          type="checkbox"
          checked={done}
          disabled={noWriting !== null || tick.isPending}
          aria-label={t('tasks.done', { title: task.title })}
          onChange={() => tick.mutate({ ...target, body: { doneOn: done ? null : day } })}
        />
        <div className={classes.line} style={{ flex: 1 }}>
          <div>
            <div className={classes.taskTitle}>{task.title}</div>
            <div className={classes.meta}>
              {task.due && (
                <span className={late ? classes.late : undefined}>
                  <time dateTime={task.due}>{f.date(task.due)}</time>
                  {!done && ` (${f.relativeDays(task.due, day)}${late ? `, ${t('tasks.overdue')}` : ''})`}
                </span>
              )}
              {task.assignee && ` · ${task.assignee.name}`}
              {task.doneOn &&
                ` · ${t(done ? 'tasks.doneOn' : 'tasks.doneLater', { date: f.date(task.doneOn) })}`}
              {task.repeats && ` · ${repeatWords(task.repeats, f)}`}
              {resting && ` · ${t('snooze.rests', { date: f.date(resting) })}`}
              {withRecord && task.about && (
                <>
                  {' · '}
                  <RecordLink noun={task.about.noun} id={task.about.recordId} name={task.about.title} />
                </>
              )}{' '}
              {task.sample && <SampleTag />} <WaitingMark id={task.id} />
            </div>
          </div>
          {!noWriting && (
            <span className={classes.buttons}>
              {!done && <SnoozeMenu task={task} />}
              <ActionIcon
                size={28}
                className={classes.quiet}
                aria-label={`${t('common:edit')}${f.colon}${task.title}`}
                onClick={() => setEditing(true)}
              >
                <Pencil size={15} aria-hidden />
              </ActionIcon>
              <RemoveButton name={task.title} busy={remove.isPending} onClick={() => remove.mutate(target)} />
            </span>
          )}
        </div>
      </div>
    </li>
  )
}
