import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import {
  createNote,
  type Dossier,
  listTasks,
  type Note,
  readDossier,
  updateTask,
} from '../../src/contract/dossier.ts'
import { listHistory } from '../../src/contract/history.ts'
import { noteAdded, taskChanged } from '../../src/data/dossier-overlays.ts'
import { answerKey, pagesKey } from '../../src/data/keys.ts'
import { layOver, type Shown } from '../../src/data/outbox/lay-over.ts'
import { registerOverlay } from '../../src/data/outbox/overlays.ts'
import { seenRecord } from '../../src/data/outbox/seen-record.ts'
import { answersOf } from '../../src/data/persisted-cache.ts'
import { waiting } from './support/outbox.ts'

const about = { noun: 'organisations', recordId: '00000000-0000-4000-8000-00000000aaaa' } as const
const note = (body: string, id = body): Note => ({
  id,
  version: 1,
  ...about,
  body,
  author: null,
  createdAt: '2008-02-04T01:45:00Z',
  updatedAt: '2008-02-04T01:45:00Z',
})
const empty: Dossier = { notes: [], tasks: [], documents: [], sources: [], statements: [] }
const task = { id: 'task', version: 3, title: 'Call Kobe', doneOn: null }
const key = answerKey(readDossier, { query: about })

registerOverlay(createNote, noteAdded)
registerOverlay(updateTask, taskChanged)

/** A cache with what waits laid over it. */
function shownWith(shown: Shown[]) {
  const client = new QueryClient()
  const { refresh } = layOver(client, () => shown)
  const bodies = () => client.getQueryData<Dossier>(key)?.notes.map(({ body }) => body)
  return { client, shown, refresh, bodies }
}
const written = (body: string) => waiting({ input: { body: { ...about, body } } })

describe('what waits', () => {
  it('is shown over what the API says, newest first, and never kept as if the API had said it', () => {
    const { client, bodies } = shownWith([{ write: written('first') }, { write: written('second') }])
    client.setQueryData(key, { ...empty, notes: [note('old')] })
    expect(bodies()).toEqual(['second', 'first', 'old'])
    const kept = answersOf(client, () => true).queries.map(({ state }) => state.data as Dossier)
    expect(kept.map(({ notes }) => notes.map(({ body }) => body))).toEqual([['old']])
  })

  it('is gone from the screen at once where it is taken away, also without a connection', () => {
    const { client, shown, refresh, bodies } = shownWith([{ write: written('discarded') }])
    client.setQueryData(key, { ...empty, notes: [note('old')] })
    shown.length = 0
    refresh()
    expect(bodies()).toEqual(['old'])
  })

  it('is shown once where the API says it too', () => {
    const write = written('sent')
    const { client, bodies } = shownWith([{ write, reply: note('sent', 'id-of-the-api') }])
    client.setQueryData(key, { ...empty, notes: [note('sent', 'id-of-the-api'), note('old')] })
    expect(bodies()).toEqual(['sent', 'old'])
  })

  it('stays over an answer that comes the same as before', () => {
    const { client, bodies } = shownWith([{ write: written('waits') }])
    client.setQueryData(key, { ...empty, notes: [note('old')] })
    client.setQueryData(key, { ...empty, notes: [note('old')] })
    expect(bodies()).toEqual(['waits', 'old'])
  })

  it('is about its own record only', () => {
    const { client } = shownWith([{ write: written('waits') }])
    const other = answerKey(readDossier, { query: { ...about, recordId: 'another' } })
    client.setQueryData(other, empty)
    expect(client.getQueryData(other)).toBe(empty)
  })

  it('is laid over each page of a list, one write over another', () => {
    const tick = (doneOn: string | null) =>
      waiting({
        target: 'task',
        endpoint: { id: updateTask.id, method: 'PATCH', path: '/tasks/{id}', binary: false },
        input: { params: { id: 'task' }, body: { doneOn } },
        base: task,
      })
    const { client } = shownWith([
      { write: tick('2008-02-04') },
      { write: tick(null) },
      { write: tick('2008-02-05') },
    ])
    const pages = pagesKey(listTasks, {})
    client.setQueryData(pages, {
      pages: [
        { items: [{ ...task, id: 'other' }], next: 'x' },
        { items: [task], next: null },
      ],
      pageParams: [null, 'x'],
    })
    const data = client.getQueryData<{ pages: { items: { id: string; doneOn: string | null }[] }[] }>(pages)
    expect(data?.pages.flatMap(({ items }) => items.map(({ id, doneOn }) => [id, doneOn]))).toEqual([
      ['other', null],
      ['task', '2008-02-05'],
    ])
  })

  it('knows the record as its screen shows it, not as the history tells of it', () => {
    const { client } = shownWith([])
    client.setQueryData(answerKey(listHistory, {}), {
      items: [{ changes: [{ after: { ...task, done_on: null, assignee_id: null, cluster_id: null } }] }],
    })
    client.setQueryData(pagesKey(listTasks, {}), { pages: [{ items: [task] }] })
    expect(seenRecord(client, updateTask.id, 'task')).toEqual(task)
  })
})
