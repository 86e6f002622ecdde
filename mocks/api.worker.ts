/**
 * Every tab has one of these. The one that gets the lock opens the database and answers for all; the others
 * pass their tab's requests on to it, and the next in line takes over when it goes.
 */
import { loadDump, loadEngineFiles } from './database/engine-files.ts'
import { type FromWorker, names, type ToWorker } from './messages.ts'
import type { Notice } from './notices.ts'
import { transferOf, type WireAnswer, type WireRequest } from './wire.ts'
import type { Host } from './worker/host.ts'
import { Leader } from './worker/leader.ts'
import { Member } from './worker/member.ts'

const page = self as unknown as DedicatedWorkerGlobalScope

function tell(message: FromWorker, transfer: Transferable[] = []): void {
  page.postMessage(message, transfer)
}

const answered = (id: number, answer: WireAnswer) => tell({ kind: 'answer', id, answer }, transferOf(answer))
const refused = (id: number, reason: string) => tell({ kind: 'refused', id, reason })

/** Ends this worker. Its page starts another and sends again what is pending; so do the other tabs. */
function stop(cause: Error): void {
  tell({ kind: 'stopped', reason: cause.message, opened: isOpen })
  page.close()
}

let isOpen = false
let take: (id: number, request: WireRequest) => void = () => {}

page.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'start') start(data.tab, data.visited)
  else if (data.kind === 'ping') tell({ kind: 'pong' })
  else take(data.id, data.request)
}

function start(tab: string, visited: boolean): void {
  if (!navigator.locks) {
    tell({ kind: 'notice', notice: { code: 'single_tab' } })
    lead(new Map(), visited, false)
    return
  }
  const member = new Member(tab, {
    answer: answered,
    refused,
    notice: (notice) => tell({ kind: 'notice', notice }),
  })
  take = (id, request) => member.request(id, request)
  const begun = performance.now()
  // Held until this worker ends: the promise given never settles.
  navigator.locks.request(names.lock, () => {
    lead(member.leave(), visited, performance.now() - begun > 500)
    return new Promise(() => {})
  })
}

/** The API's code comes only to the tab that leads, and while the engine is being compiled. */
async function startHost(visited: boolean): Promise<Host> {
  const engine = loadEngineFiles()
  const dump = visited ? null : loadDump()
  for (const ahead of [engine, dump]) ahead?.catch(() => {})
  const host = await import('./worker/host.ts')
  return host.startHost({ engine, dump }, stop)
}

/** Opens the database and answers, beginning with what this tab still waits for. */
function lead(pending: Map<number, WireRequest>, visited: boolean, tookOver: boolean): void {
  const host = startHost(visited)
  const serve = async (request: WireRequest) => (await host).answer(request)
  const leader = navigator.locks ? new Leader(serve) : null
  const announce = (notice: Notice) => {
    tell({ kind: 'notice', notice })
    leader?.notice(notice)
  }
  take = (id, request) => {
    serve(request).then(
      (answer) => answered(id, answer),
      (error: Error) => refused(id, error.message),
    )
  }
  for (const [id, request] of pending) take(id, request)
  if (tookOver) tell({ kind: 'notice', notice: { code: 'leader_changed' } })
  host.then(
    ({ opened }) => welcome(opened, visited, announce),
    (error: Error) => failed(error, announce),
  )
}

function welcome(
  { kept, found, setAside }: Host['opened'],
  visited: boolean,
  announce: (notice: Notice) => void,
): void {
  if (!kept) announce({ code: 'memory_only' })
  else if (setAside || (visited && !found)) announce({ code: 'storage_evicted', kept: setAside })
  isOpen = true
  tell({ kind: 'opened' })
}

function failed(error: Error, announce: (notice: Notice) => void): void {
  if (error.name === 'DatabaseTooNew') announce({ code: 'database_too_new' })
  else if (error.name === 'NoSpace') announce({ code: 'storage_full' })
  else announce({ code: 'database_failed', reason: error.message })
  // Another try may go better: the network may be back, or room made. The page decides when.
  stop(error)
}
