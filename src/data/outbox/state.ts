import { create } from 'zustand'
import { targetOf, type WaitingWrite } from './waiting-write.ts'

/** What waits in this browser, as every screen may show it. */
export interface Outbox {
  /** In the order they were made. */
  items: WaitingWrite[]
  sending: boolean
  /** How many have been sent since the page was opened. */
  sent: number
}

export const useOutboxState = create<Outbox>()(() => ({ items: [], sending: false, sent: 0 }))

/**
 * Whether something about this record waits to be sent (`waiting`) or was refused (`failed`); null where nothing does.
 * `id` may be that of a record that itself waits to be created.
 */
export const useQueuedState = (id: string): 'waiting' | 'failed' | null =>
  useOutboxState(({ items }) => {
    const about = items.filter((item) => item.id === id || targetOf(item) === id)
    if (about.length === 0) return null
    return about.some(({ state }) => state !== 'waiting') ? 'failed' : 'waiting'
  })
