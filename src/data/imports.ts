import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import type { CallInput } from '../contract/endpoint.ts'
import * as contract from '../contract/imports.ts'
import { afterWrite } from './after-write.ts'
import { call } from './client.ts'
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

/** As many rows go in one request: few enough that each is answered soon, and the work can be stopped between two. */
const sentAtOnce = 500
const appliedAtOnce = 500

/** Begins an import and sends its rows; one that is stopped or fails is forgotten again. */
export async function sendImport(
  head: CallInput<typeof contract.createImport>['body'],
  rows: readonly Sent[],
  { signal, onProgress }: Way,
): Promise<contract.ImportRecord> {
  const { id, version } = await call(contract.createImport, { body: head })
  try {
    for (let at = 0; at < rows.length; at += sentAtOnce) {
      signal.throwIfAborted()
      const some = rows.slice(at, at + sentAtOnce)
      await call(contract.sendImportRows, { params: { id }, body: { rows: some } })
      onProgress(Math.min(1, (at + some.length) / rows.length))
    }
    signal.throwIfAborted()
  } catch (error) {
    await call(contract.removeImport, { params: { id } }, { version }).catch(() => {})
    throw error
  }
  return call(contract.readImport, { params: { id } })
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
