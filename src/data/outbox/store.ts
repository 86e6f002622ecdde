import { resultOf, transaction } from '../offline/database.ts'
import type { WaitingWrite } from './waiting-write.ts'

/** Where waiting writes are kept. Everything has reached the disk when it resolves. */
export interface OutboxStore {
  /** Puts a write at the end; one with the same id takes the place of the former. */
  add(write: WaitingWrite, body?: ArrayBuffer): Promise<void>
  /** All, in the order they were made. */
  all(): Promise<WaitingWrite[]>
  /** The bytes of a file that waits. */
  body(id: string): Promise<ArrayBuffer | undefined>
  /** Takes some away and changes others, at one stroke. */
  settle(removed: readonly string[], changed: readonly WaitingWrite[]): Promise<void>
}

/** In the browser's IndexedDB. */
export const browserStore: OutboxStore = {
  add: (write, body) =>
    transaction(['writes', 'bodies'], 'readwrite', async (store) => {
      const seq = await resultOf(store('writes').index('id').getKey(write.id))
      store('writes').put(seq === undefined ? write : { ...write, seq })
      if (body) store('bodies').put(body, write.id)
    }),
  all: () => transaction(['writes'], 'readonly', (store) => resultOf(store('writes').getAll())),
  body: (id) => transaction(['bodies'], 'readonly', (store) => resultOf(store('bodies').get(id))),
  settle: (removed, changed) =>
    transaction(['writes', 'bodies'], 'readwrite', async (store) => {
      const seqOf = (id: string) => resultOf(store('writes').index('id').getKey(id))
      for (const id of removed) {
        const seq = await seqOf(id)
        if (seq !== undefined) store('writes').delete(seq)
        store('bodies').delete(id)
      }
      for (const write of changed) {
        const seq = await seqOf(write.id)
        // What another tab has discarded meanwhile stays discarded.
        if (seq !== undefined) store('writes').put({ ...write, seq })
      }
    }),
}
