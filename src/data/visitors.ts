import { create } from 'zustand'
import { type Doing, type LivePresent, sayAgainAfter, sayHere } from '../contract/live.ts'
import type { RecordNoun } from '../contract/primitives.ts'
import { addressOf, call } from './client.ts'
import { tab } from './tab.ts'

/** Who else has the record open that this window shows. */
export const useVisitors = create<LivePresent>()(() => ({ recordId: '', others: [] }))

/** Others came or went. What is said of a record that was left meanwhile is passed over. */
export function visitorsChanged({ recordId, others }: LivePresent): void {
  if (useVisitors.getState().recordId === recordId) useVisitors.setState({ others })
}

/** Going on to another page of the same record, or to another record, is no leaving. */
const goingOn = 500
let leaving: ReturnType<typeof setTimeout> | undefined

export interface Visit {
  /** Says it at once, as what is done there has changed. */
  say: () => void
  leave: () => void
}

/** Says that this window shows a record, and goes on saying so until it is left. */
export function visit(noun: RecordNoun, recordId: string, doing: () => Doing): Visit {
  clearTimeout(leaving)
  if (useVisitors.getState().recordId !== recordId) useVisitors.setState({ recordId, others: [] })
  let left = false
  const say = () => {
    // A window that nobody sees looks at nothing; what is being edited there still is.
    if (left || (document.visibilityState === 'hidden' && doing() === 'looks')) return
    const said = call(sayHere, { body: { tab, at: { noun, recordId }, doing: doing() } })
    // Who can't be told is not there: it is no failure of anything that the reader does.
    said.then(({ others }) => left || visitorsChanged({ recordId, others })).catch(() => {})
  }
  const looked = () => void (document.visibilityState === 'visible' && say())
  const again = setInterval(say, sayAgainAfter * 1000)
  document.addEventListener('visibilitychange', looked)
  addEventListener('pagehide', leaveAsClosed)
  say()
  return {
    say,
    leave: () => {
      left = true
      clearInterval(again)
      document.removeEventListener('visibilitychange', looked)
      removeEventListener('pagehide', leaveAsClosed)
      leaving = setTimeout(leaveAll, goingOn)
    },
  }
}

function leaveAll(): void {
  useVisitors.setState({ recordId: '', others: [] })
  void call(sayHere, { body: { tab, at: null } }).catch(() => {})
}

/** The same as the window is closed, when no answer can be waited for. */
function leaveAsClosed(): void {
  const body = JSON.stringify({ tab, at: null })
  const headers = { 'content-type': 'application/json' }
  void fetch(addressOf(sayHere, {}), { method: sayHere.method, headers, body, keepalive: true }).catch(
    () => {},
  )
}
