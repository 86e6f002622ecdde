import type { createTask, removeTask, updateTask } from '../../contract/dossier.ts'
import type { RecordNoun } from '../../contract/primitives.ts'
import type { Context } from '../context.ts'
import { invalidField } from '../failure.ts'
import { lock, mustExist } from '../record.ts'
import type { Verb } from '../route.ts'
import { mustLive } from './about.ts'
import { checkTime, followUp, snoozed, takeBackFollowUp, unlink } from './task-time.ts'
import { readTask } from './tasks.ts'

interface References {
  noun?: RecordNoun | null | undefined
  recordId?: string | null | undefined
  assigneeId?: string | null | undefined
  clusterId?: string | null | undefined
}

/** What a task refers to must be there; the record it is about is named by noun and id, or by neither. */
async function check(ctx: Context, { noun, recordId, assigneeId, clusterId }: References): Promise<void> {
  if ((noun == null) !== (recordId == null))
    throw invalidField(recordId == null ? 'recordId' : 'noun', 'required', 'noun and recordId go together')
  if (noun && recordId) await mustLive(ctx, { noun, recordId })
  if (assigneeId) await mustExist(ctx, 'people', assigneeId, 'assigneeId')
  if (clusterId) await mustExist(ctx, 'organisations', clusterId, 'clusterId')
}

export const addTask: Verb<typeof createTask> = async (ctx, { body }) => {
  await check(ctx, body)
  await checkTime(ctx, body)
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('tasks')
    .values({
      id,
      title: body.title,
      noun: body.noun,
      record_id: body.recordId,
      due: body.due,
      assignee_id: body.assigneeId,
      cluster_id: body.clusterId,
      done_on: body.doneOn,
      repeats: body.repeats && JSON.stringify(body.repeats),
      ...snoozed(body.snooze),
      created_at: at,
      updated_at: at,
    })
    .execute()
  if (body.doneOn) await followUp(ctx, id)
  return readTask(ctx, id)
}

export const changeTask: Verb<typeof updateTask> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lock(ctx, 'tasks', id, ifMatch)
  await check(ctx, body)
  const was = await readTask(ctx, id)
  await checkTime(ctx, { due: was.due, repeats: was.repeats, ...was.about, ...body })
  // What waited for the start of a mission that it is not about any more waits no longer.
  const strays = was.snooze?.toStart && body.recordId !== undefined && body.recordId !== was.about?.recordId
  const snooze = body.snooze === undefined && strays ? null : body.snooze
  const given = {
    title: body.title,
    noun: body.noun,
    record_id: body.recordId,
    due: body.due,
    assignee_id: body.assigneeId,
    cluster_id: body.clusterId,
    done_on: body.doneOn,
    repeats: body.repeats && JSON.stringify(body.repeats),
    ...(snooze === undefined ? {} : snoozed(snooze)),
  }
  const row = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  if (Object.keys(row).length > 0) await ctx.db.updateTable('tasks').set(row).where('id', '=', id).execute()
  if (!was.doneOn && body.doneOn) await followUp(ctx, id)
  if (was.doneOn && body.doneOn === null) await takeBackFollowUp(ctx, id)
  return readTask(ctx, id)
}

export const dropTask: Verb<typeof removeTask> = async (ctx, { params: { id }, ifMatch }) => {
  await lock(ctx, 'tasks', id, ifMatch)
  await unlink(ctx, id)
  await ctx.db.deleteFrom('tasks').where('id', '=', id).execute()
  return undefined
}
