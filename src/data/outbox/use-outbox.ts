import { discard, resolve, sendNow, tryAgain } from './outbox.ts'
import { useOutboxState } from './state.ts'
import { dependsOn, type WaitingWrite } from './waiting-write.ts'

/** What waits in this browser for the connection, and what could not be sent; and what can be done about it. */
export function useOutbox() {
  const { items, sending, sent } = useOutboxState()
  const failed = items.filter(({ state }) => state !== 'waiting')
  return {
    /** In the order they were made. */
    items,
    waiting: items.length - failed.length,
    failed: failed.length,
    sending,
    sent,
    sendNow,
    discard,
    tryAgain,
    resolve,
  }
}

/** Those that wait behind a write that a person has to decide on. */
export const heldBack = (items: readonly WaitingWrite[], by: WaitingWrite): WaitingWrite[] =>
  items.filter((item) => item.state === 'waiting' && (item.seq ?? 0) > (by.seq ?? 0) && dependsOn(item, by))
