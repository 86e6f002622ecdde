import type { Endpoint } from '../../contract/endpoint.ts'
import type { Problem } from '../../contract/problems.ts'

export interface WriteInputParts {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  /** A JSON body; the bytes of a file are kept apart. */
  body?: unknown
}

/** A write that waits in this browser: everything that is needed to send it, whatever build finds it. */
export interface WaitingWrite {
  /** The order in which they are sent; given by the store. */
  seq?: number
  /** A UUID: the Idempotency-Key, and the id that a record it creates goes by until the API has given it one. */
  id: string
  endpoint: { id: string; method: Endpoint['method']; path: Endpoint['path']; binary: boolean }
  input: WriteInputParts
  /** For `If-Match`: the version that was seen. */
  version?: number
  /** As whom; `id` null for the host's default. */
  actor: { id: string | null; name: string | null }
  /** When it was made: an ISO instant. */
  at: string
  /** The record it changes as it was seen then, where it had been loaded. */
  base?: Record<string, unknown>
  /** Of a file: its size in bytes and its type. */
  file?: { size: number; mediaType: string }
  /** What people call it: a task's title, a note's first words. */
  title: string
  state: 'waiting' | 'conflict' | 'failed'
  /** Why it was refused; with a conflict, `problem.current` is the record as it stands. */
  problem?: Problem
  /** How often the API could not deal with it (5xx). */
  attempts: number
}

/** The record that a write changes, or null where it creates one. */
export const targetOf = ({ input }: WaitingWrite): string | null =>
  typeof input.params?.id === 'string' ? input.params.id : null

/** Whether `later` is about the same record as `earlier`, or about the one that `earlier` creates. */
export const dependsOn = (later: WaitingWrite, earlier: WaitingWrite): boolean =>
  (targetOf(later) !== null && targetOf(later) === targetOf(earlier)) || mentions(later, earlier.id)

const mentions = ({ input }: WaitingWrite, id: string): boolean => JSON.stringify(input).includes(id)

/** Puts the id that the API gave in the place of the one a record went by until then. */
function renamed(write: WaitingWrite, from: string, to: string): WaitingWrite {
  if (!mentions(write, from)) return write
  return { ...write, input: JSON.parse(JSON.stringify(write.input).replaceAll(from, to)) as WriteInputParts }
}

/**
 * A later write, once an earlier one has been done: it names the record by its real id, and has seen the version that
 * the earlier one made, if it had seen the one that the earlier one changed.
 */
export function after(later: WaitingWrite, earlier: WaitingWrite, reply: unknown): WaitingWrite {
  const { id, version } = (reply ?? {}) as { id?: unknown; version?: unknown }
  if (typeof version !== 'number') return later
  const created = typeof id === 'string' && targetOf(earlier) === null
  if (created && targetOf(later) === earlier.id) return { ...renamed(later, earlier.id, id), version }
  if (created) return renamed(later, earlier.id, id)
  const same = targetOf(later) !== null && targetOf(later) === targetOf(earlier)
  return same && later.version !== undefined && later.version === earlier.version
    ? { ...later, version }
    : later
}
