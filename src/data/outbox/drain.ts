import type { Problem } from '../../contract/problems.ts'
import type { OutboxStore } from './store.ts'
import { after, dependsOn, type WaitingWrite } from './waiting-write.ts'

/** What became of one write that was sent. */
export type Outcome =
  | { kind: 'done'; reply: unknown }
  /** No answer, so it may have been done; it will be sent again with its key. */
  | { kind: 'lost' }
  | { kind: 'refused'; problem: Problem }

export type Send = (write: WaitingWrite, body: ArrayBuffer | undefined) => Promise<Outcome>

/** How often a write is sent again that the API failed at, before it is put before a person. */
const patience = 5

/**
 * Sends what waits, one after the other in the order it was made, until nothing more can be sent. A write that is
 * refused stays and is reported with the reason; those about the same record wait behind it, others go on. Only one
 * tab may be in here at a time. Gives whether the connection held.
 */
export async function drain(
  store: OutboxStore,
  send: Send,
  done: (write: WaitingWrite, reply: unknown) => void,
  changed: (writes: WaitingWrite[]) => void,
): Promise<boolean> {
  for (;;) {
    const writes = await store.all()
    changed(writes)
    const next = nextOf(writes)
    if (!next) return true
    const body = next.endpoint.binary ? await store.body(next.id) : undefined
    const outcome = await send(next, body)
    if (outcome.kind === 'lost') return false
    if (outcome.kind === 'done') {
      const later = writes.slice(writes.indexOf(next) + 1)
      const adapted = later.map((write) => after(write, next, outcome.reply))
      done(next, outcome.reply)
      await store.settle(
        [next.id],
        adapted.filter((write, n) => write !== later[n]),
      )
      continue
    }
    const refused = afterRefusal(next, outcome.problem)
    await store.settle([], [refused])
    if (refused.state === 'waiting' && refused.attempts > next.attempts) return false
  }
}

/** The first that waits and does not come after one, about the same record, that a person has to decide on. */
const nextOf = (writes: WaitingWrite[]): WaitingWrite | undefined =>
  writes.find(
    (write, n) =>
      write.state === 'waiting' &&
      !writes.slice(0, n).some((earlier) => earlier.state !== 'waiting' && dependsOn(write, earlier)),
  )

function afterRefusal(write: WaitingWrite, problem: Problem): WaitingWrite {
  if (problem.code === 'version_stale')
    return mergedOver(write, problem) ?? { ...write, state: 'conflict', problem }
  const attempts = write.attempts + 1
  // The API itself is unwell; it may do better later.
  if (problem.status >= 500 && problem.code !== 'storage_full' && attempts < patience)
    return { ...write, attempts }
  return { ...write, state: 'failed', problem }
}

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Somebody else changed the record meanwhile. Where they left alone what this write changes, it is made over theirs;
 * null where both changed the same, or it can't be told.
 */
function mergedOver(write: WaitingWrite, { current }: Problem): WaitingWrite | null {
  const { base, input } = write
  if (write.endpoint.method !== 'PATCH' || !isFields(input.body) || !base || !isFields(current)) return null
  const untouched = Object.keys(input.body).every(
    (key) => key in base && key in current && same(base[key], current[key]),
  )
  if (!untouched || typeof current.version !== 'number' || current.version === write.version) return null
  return { ...write, version: current.version, base: current }
}
