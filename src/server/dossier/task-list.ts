import { sql } from 'kysely'
import type { listTasks } from '../../contract/dossier.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { asOfDay } from '../context.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import type { Verb } from '../route.ts'
import { inScope } from '../scope.ts'
import { tasksAs } from './tasks.ts'

const sorts: Record<string, SortKey> = {
  due: { by: sql`coalesce(tasks.due, 'infinity')`, type: 'date' },
  updatedAt: { by: sql`tasks.updated_at`, type: 'timestamptz' },
}

/** Whether a task of `alias` is open, resting or done as of a day. */
export function taskStands(alias: string, state: 'open' | 'snoozed' | 'done', day: CivilDate) {
  const done = sql`coalesce(${sql.ref(`${alias}.done_on`)} <= ${day}::date, false)`
  const resting = sql`task_rests(${sql.table(alias)}, ${day}::date)`
  if (state === 'done') return sql<boolean>`${done}`
  return sql<boolean>`(not ${done} and ${state === 'snoozed' ? resting : sql`not ${resting}`})`
}

/** One page of tasks: open, resting or done as of the day, in the scope asked for. */
export const listAllTasks: Verb<typeof listTasks> = async (ctx, { query: asked }) => {
  let matching = ctx.db.selectFrom('tasks')
  if (asked.q) matching = matching.where(foundBy('tasks', 'tasks.id', asked.q))
  if (asked.assignee) matching = matching.where('tasks.assignee_id', '=', asked.assignee)
  if (asked.team) matching = matching.where(inScope('tasks', 'tasks.id', { cluster: asked.team }))
  if (asked.state !== 'all')
    matching = matching.where(taskStands('tasks', asked.state, await asOfDay(ctx, asked.asOf)))
  matching = matching.where(inScope('tasks', 'tasks.id', asked))
  const { rows, next } = await pageOf(tasksAs(matching), asked, {
    keys: sorts,
    id: 'tasks.id',
    first: 'due',
  })
  return { items: rows, next, total: await countOf(matching) }
}
