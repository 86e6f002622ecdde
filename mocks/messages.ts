import type { Notice } from './notices.ts'
import type { WireAnswer, WireRequest } from './wire.ts'

/** From a page to its own worker. */
export type ToWorker =
  | { kind: 'start'; tab: string; visited: boolean }
  | { kind: 'request'; id: number; request: WireRequest }
  | { kind: 'ping' }

/** From a worker to its own page. */
export type FromWorker =
  | { kind: 'answer'; id: number; answer: WireAnswer }
  /** The request can't be answered; it may or may not have been carried out. */
  | { kind: 'refused'; id: number; reason: string }
  | { kind: 'pong' }
  | { kind: 'notice'; notice: Notice }
  /** The database is open in this browser from now on. */
  | { kind: 'opened' }
  /**
   * The worker is at its end and wants to be replaced; what is pending is to be sent again. `opened`: it had
   * been well.
   */
  | { kind: 'stopped'; reason: string; opened: boolean }

/** From any tab's worker to the leader. */
export type ToLeader =
  | { kind: 'request'; tab: string; id: number; request: WireRequest }
  /** Is it still being worked on? */
  | { kind: 'still'; tab: string; id: number }

/** From the leader to one tab's worker. */
export type ToMember =
  | { kind: 'answer'; id: number; answer: WireAnswer }
  | { kind: 'refused'; id: number; reason: string }
  | { kind: 'working'; id: number }
  /** Not known to this leader: send it again. */
  | { kind: 'unknown'; id: number }

/** From the leader to all tabs' workers. */
export type ToAll = { kind: 'leader' } | { kind: 'notice'; notice: Notice }

/** What tabs and workers of one origin meet by. */
export const names = {
  lock: 'corridor:database',
  leader: 'corridor:leader',
  all: 'corridor:all',
  tab: (tab: string) => `corridor:tab:${tab}`,
}
