import type { QueryClient } from '@tanstack/react-query'
import { readSession, type Session } from '../../contract/workspace.ts'
import { useActorChoice } from '../actor.ts'
import { afterWrites } from '../after-write.ts'
import { useConnection, whenBack } from '../connection.ts'
import { answerKey } from '../keys.ts'
import { drain } from './drain.ts'
import { laidOf, layOver, type Shown } from './lay-over.ts'
import { overlayOf, whenOverlaysCome } from './overlays.ts'
import { seenRecord } from './seen-record.ts'
import { sendWaiting } from './send-waiting.ts'
import { useOutboxState } from './state.ts'
import { browserStore } from './store.ts'
import { noteWaiting } from './waiting-flag.ts'
import { dependsOn, type WaitingWrite } from './waiting-write.ts'

const lockName = 'corridor:outbox'
const channelName = 'corridor:outbox'
const store = browserStore

/** Sent, and still laid over the cache until that has been asked anew. */
const justSent = new Map<string, { write: WaitingWrite; reply: unknown }>()
/** Those who wait for their write to be sent. */
const answers = new Map<string, (reply: unknown) => void>()

let started:
  | { client: QueryClient; refresh: () => void; channel: BroadcastChannel | null; end: () => void }
  | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let pause = 2_000

const shown = (): Shown[] => {
  const items = useOutboxState.getState().items
  const waiting = items.filter(({ id }) => !justSent.has(id)).map((write) => ({ write }))
  return [...justSent.values(), ...waiting]
}

function take(items: WaitingWrite[]): void {
  useOutboxState.setState({ items })
  noteWaiting(items.length)
  started?.refresh()
}

const tellTabs = () => started?.channel?.postMessage(null)

/** Loads what waits, shows it, and sends it whenever the API can be had. Once per page; later calls do nothing. */
export async function startOutbox(client: QueryClient): Promise<void> {
  if (started?.client === client) return
  started?.end()
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName)
  const { refresh, end } = layOver(client, shown)
  const ends = [end, whenOverlaysCome(refresh), whenBack(() => void sendNow()), () => channel?.close()]
  started = { client, refresh, channel, end: () => ends.forEach((one) => void one()) }
  if (channel) channel.onmessage = () => void load()
  await load()
  void sendNow()
}

async function load(): Promise<void> {
  take(await store.all())
}

/** Keeps a write and shows it as done. Rejects where the browser keeps nothing. */
export async function enqueue(
  client: QueryClient,
  write: Pick<WaitingWrite, 'id' | 'endpoint' | 'input' | 'version' | 'file'>,
  body?: ArrayBuffer,
): Promise<{ write: WaitingWrite; reply: unknown; sent: Promise<unknown> }> {
  await startOutbox(client)
  const target = write.input.params?.id
  const whole: WaitingWrite = {
    ...write,
    actor: actorNow(client),
    at: new Date().toISOString(),
    base: typeof target === 'string' ? seenRecord(client, write.endpoint.id, target) : undefined,
    title: '',
    state: 'waiting',
    attempts: 0,
  }
  const laid = laidOf({ write: whole })
  const overlay = overlayOf(write.endpoint.id)
  if (!laid || !overlay) throw new Error(`${write.endpoint.id} can't wait: it has no overlay`)
  whole.title = overlay.title?.(laid, client) ?? ''
  const sent = new Promise<unknown>((resolve) => answers.set(whole.id, resolve))
  noteWaiting(1)
  await store.add(whole, body)
  await load()
  tellTabs()
  void sendNow()
  return { write: whole, reply: laid.reply, sent }
}

function actorNow(client: QueryClient): WaitingWrite['actor'] {
  const { actorId } = useActorChoice.getState()
  const session = client.getQueryData<Session>(answerKey(readSession))
  const name =
    session?.actor && session.actor.id === (actorId ?? session.actor.id) ? session.actor.name : null
  return { id: actorId ?? null, name }
}

/** Sends what waits, if no other tab is at it. Never rejects; what can't be sent now is tried again by itself. */
export async function sendNow(): Promise<void> {
  clearTimeout(timer)
  if (!useOutboxState.getState().items.some(({ state }) => state === 'waiting')) return
  const held = await alone(async () => {
    useOutboxState.setState({ sending: true })
    try {
      return await drain(store, sendWaiting, done, take)
    } catch {
      // The browser's own storage failed; what waits is still in it.
      return false
    } finally {
      useOutboxState.setState({ sending: false })
      tellTabs()
    }
  })
  void learn()
  if (held) {
    pause = 2_000
    return
  }
  // Someone else asks whether the API is back; this is for where it answers and yet fails.
  timer = setTimeout(sendNow, pause)
  pause = Math.min(pause * 2, 60_000)
}

let busy: Promise<unknown> = Promise.resolve()

/** One at a time, of all tabs. Without locks (plain http) of this tab: a key sent by two is still carried out once. */
function alone<T>(run: () => Promise<T>): Promise<T> {
  if (navigator.locks) return navigator.locks.request(lockName, run) as Promise<T>
  const next = busy.then(run, run)
  busy = next
  return next
}

/** A write is done: it is shown with the API's own reply until the cache has learnt it. */
function done(write: WaitingWrite, reply: unknown): void {
  justSent.set(write.id, { write, reply })
  useOutboxState.setState(({ sent }) => ({ sent: sent + 1 }))
  answers.get(write.id)?.(reply)
  answers.delete(write.id)
}

/** Lets the cache learn what was sent, all at once, and shows it from there. */
async function learn(): Promise<void> {
  const all = [...justSent.values()]
  const client = started?.client
  if (all.length === 0 || !client) return
  afterWrites(
    client,
    all.map(({ write, reply }) => ({ endpoint: write.endpoint.id, reply })),
  )
  await client.refetchQueries(
    { type: 'active', predicate: ({ state }) => state.isInvalidated || state.fetchStatus === 'fetching' },
    { cancelRefetch: false },
  )
  for (const { write } of all) justSent.delete(write.id)
  started?.refresh()
}

/** Takes a write away, unsent, and those that are about the record it would have created. */
export async function discard(id: string): Promise<void> {
  const writes = await store.all()
  const gone = writes.find((write) => write.id === id)
  if (!gone) return
  const creates = typeof gone.input.params?.id !== 'string'
  const with_ = creates ? writes.filter((write) => write !== gone && dependsOn(write, gone)) : []
  await settle([gone, ...with_].map((write) => write.id))
}

/** Tries a refused write again, as it is. */
export async function tryAgain(id: string): Promise<void> {
  const write = (await store.all()).find((one) => one.id === id)
  if (write) await settle([], [{ ...write, state: 'waiting', attempts: 0, problem: undefined }])
}

/**
 * Decides a conflict: of the fields named, mine goes over the record as it stands now; the others stay theirs. With
 * `all`, everything the write changes. Nothing mine takes the write away.
 */
export async function resolve(id: string, mine: readonly string[] | 'all'): Promise<void> {
  const write = (await store.all()).find((one) => one.id === id)
  const current = write?.problem?.current as Record<string, unknown> | undefined
  if (!write || mine.length === 0) return discard(id)
  const body =
    mine === 'all'
      ? write.input.body
      : Object.fromEntries(Object.entries(write.input.body as object).filter(([key]) => mine.includes(key)))
  const version = typeof current?.version === 'number' ? current.version : write.version
  const decided = { ...write, input: { ...write.input, body }, version, base: current ?? write.base }
  await settle([], [{ ...decided, state: 'waiting', attempts: 0, problem: undefined }])
}

async function settle(removed: string[], changed: WaitingWrite[] = []): Promise<void> {
  await store.settle(removed, changed)
  await load()
  tellTabs()
  void sendNow()
}

/** Whether a write would have to wait: there is no connection, or others are before it. */
export const mustWait = (): boolean =>
  useConnection.getState().lost || useOutboxState.getState().items.some(({ state }) => state === 'waiting')
