import { create } from 'zustand'

/** Whether the API can be reached, as the last calls tell: nothing asks on purpose while answers come. */
export interface Connection {
  /** The last call got no answer. */
  lost: boolean
  /** When that began: milliseconds since 1970. */
  since: number | null
  /** Whether the API is across a network; else it is in this browser. */
  network: boolean
}

export const useConnection = create<Connection>()(() => ({ lost: false, since: null, network: false }))

/** An answer came, well or badly. */
export function answered(): void {
  if (useConnection.getState().lost) useConnection.setState({ lost: false, since: null })
}

/** A call got no answer. */
export function unanswered(now = Date.now()): void {
  if (!useConnection.getState().lost) useConnection.setState({ lost: true, since: now })
}

/** Calls back each time the API answers again after it had not. Gives what ends it. */
export const whenBack = (run: () => void): (() => void) =>
  useConnection.subscribe((now, before) => before.lost && !now.lost && run())
