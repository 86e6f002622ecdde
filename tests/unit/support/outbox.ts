import type { OutboxStore } from '../../../src/data/outbox/store.ts'
import type { WaitingWrite } from '../../../src/data/outbox/waiting-write.ts'

/** What waits, kept in memory: copied on the way in and out, as a database would. */
export function memoryStore(): OutboxStore {
  let next = 1
  const writes = new Map<string, WaitingWrite>()
  const bodies = new Map<string, ArrayBuffer>()
  return {
    async add(write, body) {
      writes.set(write.id, structuredClone({ ...write, seq: writes.get(write.id)?.seq ?? next++ }))
      if (body) bodies.set(write.id, body)
    },
    all: async () => structuredClone([...writes.values()].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0))),
    body: async (id) => bodies.get(id),
    async settle(removed, changed) {
      for (const id of removed) {
        writes.delete(id)
        bodies.delete(id)
      }
      for (const write of changed) {
        const seq = writes.get(write.id)?.seq
        if (seq !== undefined) writes.set(write.id, structuredClone({ ...write, seq }))
      }
    },
  }
}

let count = 0

/** A write that waits; without a target it creates something. */
export function waiting(more: Partial<WaitingWrite> & { target?: string } = {}): WaitingWrite {
  const { target, ...rest } = more
  const id = `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`
  return {
    id,
    endpoint: target
      ? { id: 'tasks.update', method: 'PATCH', path: '/tasks/{id}', binary: false }
      : { id: 'notes.create', method: 'POST', path: '/notes', binary: false },
    input: target ? { params: { id: target }, body: { doneOn: '2008-02-04' } } : { body: { body: id } },
    actor: { id: null, name: null },
    at: '2008-02-04T01:45:00.000Z',
    title: '',
    state: 'waiting',
    attempts: 0,
    ...rest,
  }
}
