import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { BulkEdit } from '../../components/bulk/bulk-edit.tsx'
import { TaskItem } from '../../components/dossier/task-item.tsx'
import { taskColumns } from '../../components/export/columns.ts'
import { ExportMenu } from '../../components/export/export-menu.tsx'
import { useNoWriting } from '../../components/may-write.ts'
import { SavedViews } from '../../components/saved-views/saved-views.tsx'
import { useScope } from '../../components/scope.ts'
import { listTasks, type Task, taskList, taskStates } from '../../contract/dossier.ts'
import { tasks } from '../../data/dossier.ts'
import { session } from '../../data/workspace.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { groupBy } from '../../ui/group-by.ts'
import { type ListState, useListState } from '../../ui/list-state.ts'
import { ListToolbar } from '../../ui/list-toolbar.tsx'
import { Page } from '../../ui/page.tsx'
import { rowsOf, totalOf } from '../../ui/table-pages.ts'
import { groupOf, taskGroups } from './groups.ts'
import { QuickAdd } from './quick-add.tsx'
import classes from './tasks.module.css'

/** What has to be done, by when it is due: add in one line, tick off in one press. */
export function Component() {
  const { t } = useTranslation(['tasks', 'common'])
  const list = useListState(taskList)
  const pages = useInfiniteQuery({ ...tasks.list(list.query), placeholderData: keepPreviousData })
  const rows = rowsOf(pages)
  const noWriting = useNoWriting()
  const { open } = useDialogAddress('new-task')
  const calendar = useDialogAddress('calendar')
  useTaskInAddress(rows.length > 0)
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button variant="default" onClick={() => calendar.open()}>
            {t('calendar')}
          </Button>
          <ActionButton reason={noWriting} onClick={() => open()}>
            {t('new')}
          </ActionButton>
        </>
      }
    >
      <ListToolbar
        list={list}
        lead={<SavedViews list="tasks" schema={taskList} />}
        label={t('title')}
        total={totalOf(pages)}
      >
        <Choices list={list} />
        {!noWriting && rows.length > 0 && <BulkEdit noun="tasks" rows={rows} onDone={() => {}} />}
        <ExportMenu name={t('title')} endpoint={listTasks} query={list.query} columns={taskColumns} />
      </ListToolbar>
      <div className={classes.column}>
        {!noWriting && <QuickAdd />}
        {pages.isError && rows.length === 0 && (
          <EmptyState
            title={t('common:notLoaded')}
            action={<Button onClick={() => void pages.refetch()}>{t('common:retry')}</Button>}
          />
        )}
        {pages.isSuccess && rows.length === 0 && <NoTasks list={list} />}
        <Groups tasks={rows} />
        {pages.hasNextPage && (
          <Button
            variant="subtle"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </div>
    </Page>
  )
}

/** Open or done, mine or everyone's. */
function Choices({ list }: { list: ListState<object> }) {
  const { t } = useTranslation('tasks')
  const actor = useQuery(session.read()).data?.actor ?? null
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('states.label')}
        value={list.values('state')[0] ?? 'open'}
        onChange={(state) => list.set({ state: state === 'open' ? null : state })}
        data={taskStates.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      {actor && <Whose list={list} actor={actor.id} />}
    </>
  )
}

/** Mine, my cluster's or everybody's: the address names the person or the cluster, so that it means the same to whoever opens it. */
function Whose({ list, actor }: { list: ListState<object>; actor: string }) {
  const { t } = useTranslation('tasks')
  const { data } = useQuery(session.actors())
  const cluster = data?.items.find(({ person }) => person.id === actor)?.organisation ?? null
  const choices = ['everyone', ...(cluster ? (['team'] as const) : []), 'mine'] as const
  const isMine = list.values('assignee')[0] === actor
  const isTeam = cluster !== null && list.values('team')[0] === cluster.id
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('whose.label')}
      value={isMine ? 'mine' : isTeam ? 'team' : 'everyone'}
      onChange={(whose) =>
        list.set({
          assignee: whose === 'mine' ? actor : null,
          team: whose === 'team' && cluster ? cluster.id : null,
        })
      }
      data={choices.map((value) => ({
        value,
        label: value === 'team' ? (cluster?.name ?? '') : t(`whose.${value}`),
      }))}
    />
  )
}

function Groups({ tasks: all }: { tasks: Task[] }) {
  const { t } = useTranslation('tasks')
  const { day } = useScope()
  const groups = groupBy(all, (task) => groupOf(task, day))
  return taskGroups.map((name) => {
    const group = groups.get(name)
    return (
      group && (
        <section key={name} aria-labelledby={`tasks-${name}`} className={classes.group}>
          <h2 id={`tasks-${name}`} data-overdue={name === 'overdue' || undefined}>
            {t(`group.${name}`)} <span>{group.length}</span>
          </h2>
          <ul>
            {group.map((task) => (
              <TaskItem key={task.id} task={task} withRecord />
            ))}
          </ul>
        </section>
      )
    )
  })
}

function NoTasks({ list }: { list: ListState<object> }) {
  const { t } = useTranslation(['tasks', 'ui'])
  if (list.q) {
    return (
      <EmptyState
        title={t('ui:table.nothing')}
        action={<Button onClick={list.clear}>{t('ui:table.clearFilters')}</Button>}
      />
    )
  }
  if (list.values('state')[0] === 'done')
    return <EmptyState title={t('empty.done')}>{t('empty.doneText')}</EmptyState>
  if (list.values('state')[0] === 'snoozed')
    return <EmptyState title={t('empty.snoozed')}>{t('empty.snoozedText')}</EmptyState>
  if (list.values('assignee').length > 0)
    return <EmptyState title={t('empty.mine')}>{t('empty.mineText')}</EmptyState>
  return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
}

/** Brings the task that the address names (`?task=…`) into view, once it is there. */
function useTaskInAddress(loaded: boolean): void {
  const [params] = useSearchParams()
  const id = params.get('task')
  useEffect(() => {
    if (!loaded || !id) return
    const item = document.getElementById(`task-${id}`)
    item?.scrollIntoView({ block: 'center' })
    item?.querySelector('input')?.focus({ preventScroll: true })
  }, [loaded, id])
}
