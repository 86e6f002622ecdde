import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Task } from '../../contract/dossier.ts'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.generated.ts'
import { Failure } from '../failure.ts'
import type { About } from './about.ts'

const named = (table: string, name: RawBuilder<unknown>) =>
  sql<{ id: string; name: string } | null>`case when ${sql.ref(`${table}.id`)} is not null
    then json_build_object('id', ${sql.ref(`${table}.id`)}, 'name', ${name}) end`

/** The tasks that a query narrows to, as the contract shows them. */
export const tasksAs = <O>(query: SelectQueryBuilder<Schema, 'tasks', O>) =>
  query
    .leftJoin('people', 'people.id', 'tasks.assignee_id')
    .leftJoin('organisations', 'organisations.id', 'tasks.cluster_id')
    .select([
      'tasks.id',
      'tasks.version',
      'tasks.title',
      sql<Task['about']>`case when tasks.noun is not null
        then json_build_object('noun', tasks.noun, 'recordId', tasks.record_id, 'title', coalesce(record_title(tasks.noun, tasks.record_id), '')) end`.as(
        'about',
      ),
      'tasks.due',
      named('people', sql`concat_ws(' ', people.given_name, people.family_name)`).as('assignee'),
      named('organisations', sql`organisations.name`).as('cluster'),
      'tasks.done_on as doneOn',
      sql<Task['repeats']>`tasks.repeats`.as('repeats'),
      sql<Task['snooze']>`case when tasks.snoozed_from is not null
        then json_build_object('from', tasks.snoozed_from, 'until', task_rests_until(tasks), 'toStart', tasks.snoozed_to_start) end`.as(
        'snooze',
      ),
      'tasks.sample',
      'tasks.created_at as createdAt',
      'tasks.updated_at as updatedAt',
    ])

/** A record's tasks: the open ones first, by due date; those without one last. */
export const tasksOf = (ctx: Context, { noun, recordId }: About): Promise<Task[]> =>
  tasksAs(ctx.db.selectFrom('tasks'))
    .where('tasks.noun', '=', noun)
    .where('tasks.record_id', '=', recordId)
    .orderBy(sql`tasks.done_on is not null, coalesce(tasks.due, 'infinity'), tasks.created_at, tasks.id`)
    .execute()

/** One task; 404 where there is none. */
export async function readTask(ctx: Context, id: string): Promise<Task> {
  const found = await tasksAs(ctx.db.selectFrom('tasks')).where('tasks.id', '=', id).executeTakeFirst()
  if (!found) throw new Failure('not_found', 'There is no such task')
  return found
}
