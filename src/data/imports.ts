import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import type { CallInput } from '../contract/endpoint.ts'
import * as contract from '../contract/imports.ts'
import { afterWrite } from './after-write.ts'
import { call } from './client.ts'
import { ConnectionLost } from './failures.ts'
import { pagesKey } from './keys.ts'
import { lists, reads, writes } from './options.ts'

type RowsQuery = CallInput<typeof contract.listImportRows>['query']

export const imports = {
  list: lists(contract.listImports),
  read: reads(contract.readImport),
  mapping: reads(contract.readImportMapping),
  decide: writes(contract.decideImportRows),
  remove: writes(contract.removeImport),
  /** An import's rows, page by page. */
  rows: (id: string, query: RowsQuery = {}) =>
    infiniteQueryOptions({
      queryKey: pagesKey(contract.listImportRows, { params: { id }, query }),
      queryFn: ({ signal, pageParam }) =>
        call(
          contract.listImportRows,
          { params: { id }, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } },
          { signal },
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
    }),
}

interface Way {
  signal: AbortSignal
  /** How much is done, 0 to 1. */
  onProgress: (share: number) => void
}

type Sent = CallInput<typeof contract.sendImportRows>['body']['rows'][number]

/** As many rows are applied by one request: few enough that each is answered soon, and the work can be stopped between two. */
const appliedAtOnce = 500
const sentAtFirst = 100
const fewestSent = 20
/** As long as a request with rows may well take, in milliseconds: a host that is silent for a minute is given up. */
const soon = 3_000

/** How many rows go in the next request, after so many took that long: all rows take as long as they may, no one request does. */
export function nextPart(sent: number, took: number, most: number = contract.mostRowsAtOnce): number {
  const fitting = Math.floor((sent * soon) / Math.max(took, 1))
  return Math.max(fewestSent, Math.min(most, sent * 2, fitting))
}

/**
 * Begins an import and sends its rows; one that is stopped or fails is forgotten again, without waiting for that. Rows that
 * got no answer are sent once more, fewer at a time: they may have been more than the host could bear.
 */
export async function sendImport(
  head: CallInput<typeof contract.createImport>['body'],
  rows: readonly Sent[],
  { signal, onProgress }: Way,
): Promise<contract.ImportRecord> {
  const begun = call(contract.createImport, { body: head })
  try {
    const { id } = await orStopped(begun, signal)
    let size = sentAtFirst
    let most: number = contract.mostRowsAtOnce
    for (let at = 0; at < rows.length; ) {
      const some = rows.slice(at, at + size)
      const from = performance.now()
      try {
        await orStopped(call(contract.sendImportRows, { params: { id }, body: { rows: some } }), signal)
      } catch (error) {
        if (!(error instanceof ConnectionLost) || some.length <= fewestSent) throw error
        most = Math.ceil(some.length / 2)
        size = fewestSent
        continue
      }
      at += some.length
      size = nextPart(size, performance.now() - from, most)
      onProgress(at / rows.length)
    }
    return await orStopped(call(contract.readImport, { params: { id } }), signal)
  } catch (error) {
    begun
      .then(({ id, version }) => call(contract.removeImport, { params: { id } }, { version }))
      .catch(() => {})
    throw error
  }
}

/** The answer, or the signal's reason as soon as it is stopped, whether or not an answer ever comes. */
async function orStopped<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = new AbortController()
  try {
    return await Promise.race([
      answer,
      new Promise<never>((_, reject) => {
        const stop = () => reject(signal.reason)
        if (signal.aborted) stop()
        signal.addEventListener('abort', stop, { signal: stopped.signal })
      }),
    ])
  } finally {
    stopped.abort()
  }
}

export const leftToApply = ({ decisions }: contract.ImportRecord): number =>
  decisions.create + decisions.update + decisions.skip

/** Applies all that is decided, part by part, until it is stopped; what was applied by then stays. */
export async function applyImport(
  client: QueryClient,
  record: contract.ImportRecord,
  way: Way,
): Promise<contract.ImportRecord> {
  const all = leftToApply(record)
  let at = record
  // Rows that wait for one that is not decided are left.
  for (let before = -1; leftToApply(at) > 0 && leftToApply(at) !== before && !way.signal.aborted; ) {
    before = leftToApply(at)
    at = await call(
      contract.applyImport,
      { params: { id: at.id }, body: { limit: appliedAtOnce } },
      { version: at.version },
    )
    way.onProgress(1 - leftToApply(at) / all)
  }
  afterWrite(client, contract.applyImport, {}, at)
  return at
}

/** Takes back all that was applied, the last part first. */
export async function revertImport(
  client: QueryClient,
  record: contract.ImportRecord,
  way: Way,
): Promise<contract.ImportRecord> {
  let at = record
  while (at.parts > 0 && !way.signal.aborted) {
    at = await call(contract.revertImport, { params: { id: at.id } }, { version: at.version })
    way.onProgress(1 - at.parts / record.parts)
  }
  afterWrite(client, contract.revertImport, {}, at)
  return at
}
