import { sql } from 'kysely'
import type { Task } from '../../contract/dossier.ts'
import type { RecordNoun } from '../../contract/primitives.ts'
import { nextOccurrence, type Recurrence } from '../../domain/recurrence.ts'
import type { Context } from '../context.ts'
import { invalidField } from '../failure.ts'

interface Timed {
  due?: string | null | undefined
  repeats?: Recurrence | null | undefined
  snooze?: { from: string; until: string | null; toStart: boolean } | null | undefined
  noun?: RecordNoun | null | undefined
  recordId?: string | null | undefined
}

/** What comes again is due on a day; what rests does so until a later day, or until a mission starts whose day is known. */
export async function checkTime(
  ctx: Context,
  { due, repeats, snooze, noun, recordId }: Timed,
): Promise<void> {
  if (repeats && !due) throw invalidField('due', 'required', 'What comes again is due on a day')
  if (!snooze) return
  if (!snooze.toStart) {
    if (!snooze.until) throw invalidField('snooze.until', 'required', 'Until when does it rest?')
    if (snooze.until <= snooze.from)
      throw invalidField('snooze.until', 'period', 'It rests until a later day')
    return
  }
  if (noun !== 'missions' || !recordId)
    throw invalidField('snooze.toStart', 'not_a_mission', 'The task is not about a mission')
  const { rows } = await sql<{ day: string | null }>`
    select partial_first(coalesce(starts, ends)) as day from missions where id = ${recordId}`.execute(ctx.db)
  if (!rows[0]?.day) throw invalidField('snooze.toStart', 'mission_undated', 'The mission has no day')
}

/** The columns of a rest. */
export const snoozed = (snooze: { from: string; until: string | null; toStart: boolean } | null) => ({
  snoozed_from: snooze?.from ?? null,
  snoozed_until: snooze && !snooze.toStart ? snooze.until : null,
  snoozed_to_start: snooze?.toStart ?? false,
})

/**
 * The next one of a task that comes again and was just done: the first of the series after the day it was due and the day
 * it was done, so that what nobody did for months does not come back once for each of them. Nothing where the series has
 * ended, or where the next one is there already.
 */
export async function followUp(ctx: Context, id: string): Promise<void> {
  const { rows } = await sql<{ due: string | null; done: string; repeats: Task['repeats'] }>`
    select due, done_on as done, repeats from tasks
    where id = ${id} and repeats is not null and not exists (select from tasks n where n.follows_id = ${id})`.execute(
    ctx.db,
  )
  const [task] = rows
  const due = task?.repeats && task.due ? nextOccurrence(task.repeats, task.due, task.done) : null
  if (!due) return
  const at = ctx.now.toISOString()
  await sql`
    insert into tasks (id, title, noun, record_id, due, assignee_id, cluster_id, repeats, follows_id, sample, created_at, updated_at)
    select ${ctx.newId()}, title, noun, record_id, ${due}, assignee_id, cluster_id, repeats, id, sample, ${at}, ${at}
    from tasks where id = ${id}`.execute(ctx.db)
}

/** Open again, a task takes back the one that followed it, unless somebody has worked on that since. */
export async function takeBackFollowUp(ctx: Context, id: string): Promise<void> {
  await sql`delete from tasks where follows_id = ${id} and version = 1 and done_on is null`.execute(ctx.db)
}

/** Before a task goes: what followed it stands alone, in a change of its own that an undo takes back. */
export async function unlink(ctx: Context, id: string): Promise<void> {
  await sql`update tasks set follows_id = null where follows_id = ${id}`.execute(ctx.db)
}
