import type { QueryClient } from '@tanstack/react-query'
import type { CallInput, Endpoint, Reply } from '../../contract/endpoint.ts'

/** A write that waits, as an overlay sees it. */
export interface Waiting<E extends Endpoint = Endpoint> {
  /** Also the id that a record it creates goes by until the API has given it one. */
  id: string
  /** When it was made: an ISO instant. */
  at: string
  /** As whom; null for a local user. */
  actor: { id: string; name: string } | null
  /** Without the bytes of a file. */
  input: CallInput<E>
  version?: number
  /** The record that it changes as it was seen then, where it had been loaded. */
  base?: Record<string, unknown>
  /** Of a file: its size in bytes and its type. */
  file?: { size: number; mediaType: string }
}

/** The same with the reply that is expected of it, or that has come. */
export type Laid<E extends Endpoint = Endpoint> = Waiting<E> & { reply: Reply<E> }

export interface ReadInput {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
}

/** How the answers of one read look with a write done. */
export interface Lay<E extends Endpoint = Endpoint> {
  read: string
  onto(answer: unknown, write: Laid<E>, readInput: ReadInput): unknown
}

/**
 * How the answers of `read` look once the write is done. The function gives a new answer, or the very same where the
 * write is not about it; of a list loaded page by page it is given each page. It may be given an answer that has the
 * write in it already.
 */
export const lay = <R extends Endpoint, E extends Endpoint>(
  read: R,
  onto: (answer: Reply<R>, write: Laid<E>, readInput: ReadInput) => Reply<R>,
): Lay<E> => ({ read: read.id, onto: (answer, write, input) => onto(answer as Reply<R>, write, input) })

/** What is shown of a write that waits for the connection. */
export interface Overlay<E extends Endpoint> {
  /** The reply that the API is expected to give. */
  reply(write: Waiting<E>): Reply<E>
  /** What people call it in the list of what waits: a task's title, a note's first words, who meets whom. */
  title?(write: Waiting<E>, client: QueryClient): string
  apply: Lay<E>[]
}

const overlays = new Map<string, Overlay<Endpoint>>()
const listeners = new Set<() => void>()

/** Makes an overlay known by the endpoint it belongs to: what waits may be from an earlier visit. */
export function registerOverlay<E extends Endpoint>(endpoint: E, overlay: Overlay<E>): void {
  overlays.set(endpoint.id, overlay as unknown as Overlay<Endpoint>)
  for (const listener of listeners) listener()
}

export const overlayOf = (endpointId: string): Overlay<Endpoint> | undefined => overlays.get(endpointId)

/** Calls back whenever another overlay is known. */
export function whenOverlaysCome(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

interface Identified {
  id: string
}

/** The rows with one changed: the one of this id is replaced; the very same rows where there is none. */
export const withChanged = <T extends Identified>(rows: T[], changed: T): T[] =>
  rows.some(({ id }) => id === changed.id) ? rows.map((row) => (row.id === changed.id ? changed : row)) : rows

/** The rows with a new one, unless it is among them: then it is replaced. */
export const withAdded = <T extends Identified>(rows: T[], added: T, where: 'first' | 'last'): T[] => {
  if (rows.some(({ id }) => id === added.id)) return withChanged(rows, added)
  return where === 'first' ? [added, ...rows] : [...rows, added]
}
