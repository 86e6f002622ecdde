import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TaskForm } from '../../components/dossier/task-form.tsx'
import { TaskItem } from '../../components/dossier/task-item.tsx'
import { FormErrors } from '../../components/form-errors.tsx'
import { useNoWriting } from '../../components/may-write.ts'
import { useScope } from '../../components/scope.ts'
import { useWrite } from '../../components/use-write.ts'
import { type Task, taskList } from '../../contract/dossier.ts'
import { tasks } from '../../data/dossier.ts'
import { session } from '../../data/workspace.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Page } from '../../ui/page.tsx'
import { groupOf, taskGroups } from './group.ts'
import classes from './page.module.css'

/** What has to be done, by when: everyone's or one's own, added and ticked off in a press. */
export function Component() {
  const { t } = useTranslation(['tasks', 'common'])
  const list = useListState(taskList)
  const pages = useInfiniteQuery(tasks.list(list.query))
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  const noWriting = useNoWriting()
  const [adding, setAdding] = useState(false)
  const add = (
    <ActionButton reason={noWriting} onClick={() => setAdding(true)}>
      {t('new')}
    </ActionButton>
  )
  return (
    <Page title={t('title')} actions={!adding && add}>
      <Filters list={list} />
      {adding && <NewTask onClose={() => setAdding(false)} />}
      {pages.isPending && <p>{t('common:loading')}</p>}
      {pages.isError && <FormErrors error={pages.error} />}
      {pages.isSuccess && items.length === 0 && (
        <Nothing state={list.query.state} mine={!!list.query.assignee} />
      )}
      <Groups items={items} />
      {pages.hasNextPage && (
        <Button
          variant="subtle"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Page>
  )
}

type List = ReturnType<typeof useListState<typeof taskList>>

function Filters({ list }: { list: List }) {
  const { t } = useTranslation('tasks')
  const { data } = useQuery(session.read())
  const me = data?.actor?.id
  return (
    <div className={classes.bar}>
      <SegmentedControl
        size="xs"
        aria-label={t('states.label')}
        value={list.query.state ?? 'open'}
        onChange={(state) => list.set({ state: state === 'open' ? null : state })}
        data={(['open', 'done', 'all'] as const).map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      {me && (
        <SegmentedControl
          size="xs"
          aria-label={t('whose.label')}
          value={list.query.assignee ? 'mine' : 'everyone'}
          onChange={(whose) => list.set({ assignee: whose === 'mine' ? me : null })}
          data={[
            { value: 'everyone', label: t('whose.everyone') },
            { value: 'mine', label: t('whose.mine') },
          ]}
        />
      )}
    </div>
  )
}

function Groups({ items }: { items: readonly Task[] }) {
  const { t } = useTranslation('tasks')
  const { day } = useScope()
  const grouped = taskGroups
    .map((name) => ({ name, tasks: items.filter((task) => groupOf(task, day) === name) }))
    .filter((group) => group.tasks.length > 0)
  return grouped.map(({ name, tasks: held }) => (
    <section key={name} aria-labelledby={`tasks-${name}`}>
      <h2 id={`tasks-${name}`} className={classes.group}>
        {t(`group.${name}`)}
      </h2>
      <ul className={classes.list}>
        {held.map((task) => (
          <TaskItem key={task.id} task={task} withRecord />
        ))}
      </ul>
    </section>
  ))
}

function NewTask({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('tasks')
  const create = useWrite(tasks.create, { message: () => t('added') })
  return (
    <div className={classes.add}>
      <TaskForm
        draftKey="task:new"
        submit={t('add')}
        error={create.error}
        busy={create.isPending}
        onCancel={onClose}
        onSubmit={async (body) => {
          await create.mutateAsync({ body })
          onClose()
        }}
      />
    </div>
  )
}

function Nothing({ state, mine }: { state: string | undefined; mine: boolean }) {
  const { t } = useTranslation('tasks')
  if (state === 'done') return <EmptyState title={t('empty.done')}>{t('empty.doneText')}</EmptyState>
  if (mine) return <EmptyState title={t('empty.mine')}>{t('empty.mineText')}</EmptyState>
  return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
}
