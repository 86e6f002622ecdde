import {
  type createNote,
  type createTask,
  type DocumentMeta,
  listTasks,
  type Note,
  readDossier,
  type Task,
  type TaskInput,
  type updateNote,
  type updateTask,
  type uploadDocument,
} from '../contract/dossier.ts'
import { recurrence } from '../contract/recurrence.ts'
import { lay, type Overlay, type ReadInput, type Waiting, withAdded, withChanged } from './outbox/overlays.ts'

/** How notes, tasks and documents that wait for the connection look on the screen. */

const isOf = ({ query }: ReadInput, noun: unknown, recordId: unknown) =>
  query?.noun === noun && query?.recordId === recordId

const start = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text)

export const noteAdded: Overlay<typeof createNote> = {
  reply: ({ id, at, actor, input: { body } }) => ({
    id,
    version: 1,
    ...body,
    author: actor,
    createdAt: at,
    updatedAt: at,
  }),
  title: ({ input }) => start(input.body.body),
  apply: [
    lay(readDossier, (dossier, { reply, input }, read) =>
      isOf(read, input.body.noun, input.body.recordId)
        ? { ...dossier, notes: withAdded(dossier.notes, reply, 'first') }
        : dossier,
    ),
  ],
}

export const noteChanged: Overlay<typeof updateNote> = {
  reply: ({ at, base, input: { body } }) => ({ ...(base as Note), ...body, updatedAt: at }),
  title: ({ input }) => start(input.body.body),
  apply: [
    lay(readDossier, (dossier, { reply }) => {
      const notes = withChanged(dossier.notes, reply)
      return notes === dossier.notes ? dossier : { ...dossier, notes }
    }),
  ],
}

const named = (record: Waiting['base'], part: 'assignee' | 'cluster', id: string | null | undefined) => {
  const known = record?.[part] as Task['assignee'] | undefined
  if (id === undefined || known?.id === id) return known ?? null
  return id === null ? null : { id, name: '…' }
}

/** As the API will tell it; until when a task rests that waits for a mission is not known here. */
const resting = (snooze: TaskInput['snooze']): Task['snooze'] =>
  snooze ? { from: snooze.from, until: snooze.until ?? null, toStart: snooze.toStart ?? false } : null

export const taskAdded: Overlay<typeof createTask> = {
  reply: ({ id, at, input: { body } }) => ({
    id,
    version: 1,
    title: body.title,
    about: body.noun && body.recordId ? { noun: body.noun, recordId: body.recordId, title: '…' } : null,
    due: body.due ?? null,
    assignee: named(undefined, 'assignee', body.assigneeId),
    cluster: named(undefined, 'cluster', body.clusterId),
    doneOn: body.doneOn ?? null,
    repeats: body.repeats ? recurrence.parse(body.repeats) : null,
    snooze: resting(body.snooze),
    sample: false,
    createdAt: at,
    updatedAt: at,
  }),
  title: ({ input }) => input.body.title,
  apply: [
    lay(readDossier, (dossier, { reply, input }, read) =>
      isOf(read, input.body.noun, input.body.recordId)
        ? { ...dossier, tasks: withAdded(dossier.tasks, reply, 'last') }
        : dossier,
    ),
    // Of a list narrowed in some way it can't be told whether the task belongs to it.
    lay(listTasks, (page, { reply }, { query }) =>
      page.next === null && Object.keys(query ?? {}).length === 0
        ? { ...page, items: withAdded(page.items, reply, 'last') }
        : page,
    ),
  ],
}

export const taskChanged: Overlay<typeof updateTask> = {
  reply: ({ at, base, input: { body } }) => {
    const { assigneeId, clusterId, noun, recordId, repeats, snooze, ...plain } = body
    const task = (base ?? {}) as Task
    const about = noun === undefined ? task.about : noun && recordId ? { noun, recordId, title: '…' } : null
    return {
      ...task,
      ...plain,
      about,
      ...(repeats === undefined ? {} : { repeats: repeats && recurrence.parse(repeats) }),
      ...(snooze === undefined ? {} : { snooze: resting(snooze) }),
      assignee: named(base, 'assignee', assigneeId),
      cluster: named(base, 'cluster', clusterId),
      updatedAt: at,
    }
  },
  title: ({ base, input }) => input.body.title ?? (base as Task | undefined)?.title ?? '',
  apply: [
    lay(readDossier, (dossier, { reply }) => {
      const tasks = withChanged(dossier.tasks, reply)
      return tasks === dossier.tasks ? dossier : { ...dossier, tasks }
    }),
    // Ticked off, it stays in the list until that is asked anew: gone at once, it could not be taken back.
    lay(listTasks, (page, { reply }) => {
      const items = withChanged(page.items, reply)
      return items === page.items ? page : { ...page, items }
    }),
  ],
}

export const documentAttached: Overlay<typeof uploadDocument> = {
  reply: ({ id, at, file, input: { query } }): DocumentMeta => ({
    id,
    version: 1,
    // Every upload has them.
    noun: query?.noun ?? 'organisations',
    recordId: query?.recordId ?? '',
    filename: query?.filename ?? '',
    kind: query?.kind ?? 'other',
    mediaType: file?.mediaType ?? 'application/octet-stream',
    size: file?.size ?? 0,
    sha256: '',
    sample: false,
    createdAt: at,
  }),
  title: ({ input }) => input.query?.filename ?? '',
  apply: [
    lay(readDossier, (dossier, { reply }, read) =>
      isOf(read, reply.noun, reply.recordId)
        ? { ...dossier, documents: withAdded(dossier.documents, reply, 'last') }
        : dossier,
    ),
  ],
}
