import { sql } from 'kysely'
import type { listTasks } from '../../contract/dossier.ts'
import { asOfDay } from '../context.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import type { Verb } from '../route.ts'
import { inScope } from '../scope.ts'
import { tasksAs } from './tasks.ts'

const sorts: Record<string, SortKey> = {
  due: { by: sql`coalesce(tasks.due, 'infinity')`, type: 'date' },
  updatedAt: { by: sql`tasks.updated_at`, type: 'timestamptz' },
}

/** One page of tasks: open or done as of the day, in the scope asked for. */
export const listAllTasks: Verb<typeof listTasks> = async (ctx, { query: asked }) => {
  let matching = ctx.db.selectFrom('tasks')
  if (asked.q) matching = matching.where(foundBy('tasks', 'tasks.id', asked.q))
  if (asked.assignee) matching = matching.where('tasks.assignee_id', '=', asked.assignee)
  if (asked.state !== 'all') {
    const done = sql`coalesce(tasks.done_on <= ${await asOfDay(ctx, asked.asOf)}::date, false)`
    matching = matching.where(sql<boolean>`${done} = ${asked.state === 'done'}`)
  }
  matching = matching.where(inScope('tasks', 'tasks.id', asked))
  const { rows, next } = await pageOf(tasksAs(matching), asked, {
    keys: sorts,
    id: 'tasks.id',
    first: 'due',
  })
  return { items: rows, next, total: await countOf(matching) }
}
