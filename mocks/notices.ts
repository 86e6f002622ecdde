/** What the user is told of the place where the workspace is kept. */
export type Notice =
  /** A write was refused for want of room. */
  | { code: 'storage_full' }
  /**
   * The saved workspace was gone or did not open; `kept` names the copy that was set aside, null where nothing
   * was left.
   */
  | { code: 'storage_evicted'; kept: string | null }
  /** Nothing outlasts the tab here. */
  | { code: 'memory_only' }
  /** Other tabs would each have a workspace of their own. */
  | { code: 'single_tab' }
  /** Requests are answered all the same, only not through the service worker. */
  | { code: 'service_worker_blocked'; reason: string }
  /** This tab keeps the database now. */
  | { code: 'leader_changed' }
  /** The database had died and was started anew; nothing acknowledged was lost. */
  | { code: 'database_restarted'; reason: string }
  /** It was written by a later version of the application: reload. */
  | { code: 'database_too_new' }
  /** It can't be opened now; requests are refused. */
  | { code: 'database_failed'; reason: string }

/** The window event by which notices reach the screens. */
export const noticeEvent = 'corridor:notice'

export function publish(notice: Notice): void {
  window.dispatchEvent(new CustomEvent<Notice>(noticeEvent, { detail: notice }))
}
