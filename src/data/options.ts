import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { CallInput, Endpoint, Reply } from '../contract/endpoint.ts'
import { afterWrite } from './after-write.ts'
import { type Answer, type CallOptions, call, callWithMeta } from './client.ts'
import { ApiProblem } from './failures.ts'
import { answerKey, nounOf, pagesKey } from './keys.ts'
import { type Overlay, registerOverlay } from './outbox/overlays.ts'
import { makeStale } from './stale.ts'

/** What a read takes; nothing need be given where nothing is asked for. */
type ReadArgs<E extends Endpoint> =
  Record<never, never> extends CallInput<E> ? [input?: CallInput<E>] : [CallInput<E>]

/** Query options of one read. */
export function reads<E extends Endpoint>(endpoint: E) {
  return (...[input]: ReadArgs<E>) =>
    queryOptions({
      queryKey: answerKey(endpoint, input),
      queryFn: ({ signal }) => call(endpoint, (input ?? {}) as CallInput<E>, { signal }),
    })
}

type Paged = Endpoint & { reply: NonNullable<Endpoint['reply']> }
type ListQuery<E extends Endpoint> = NonNullable<CallInput<E>['query']>
type RowOf<E extends Endpoint> = Reply<E> extends { items: (infer Row)[] } ? Row : never
/** One page of any list; some lists don't count. */
export interface ListPage<Row> {
  items: Row[]
  next: string | null
  total?: number
}

/** Options of a list loaded page by page, by its query. */
export function lists<E extends Paged>(endpoint: E) {
  const of = listsOf(endpoint)
  return (query?: ListQuery<E>) => of({}, query)
}

/** The same of a list that belongs to a record: by its path and its query. */
export function listsOf<E extends Paged>(endpoint: E) {
  return (params: Record<string, string>, query?: ListQuery<E>) =>
    infiniteQueryOptions({
      queryKey: pagesKey(endpoint, { params, query }),
      queryFn: async ({ signal, pageParam }) => {
        const input = { params, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }
        return (await call(endpoint, input as unknown as CallInput<E>, { signal })) as unknown as ListPage<
          RowOf<E>
        >
      },
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
    })
}

/** What a write is asked for: its input, the version seen where it changes a record, progress of an upload. */
export type WriteInput<E extends Endpoint> = CallInput<E> &
  (E['ifMatch'] extends true ? { version: number } : { version?: undefined }) & {
    onProgress?: (share: number) => void
    /** Cancels it; what was sent already may still be carried out. */
    signal?: AbortSignal
  }

/**
 * Mutation options of one write. The cache is brought up to date before it counts as done. With an overlay, a write
 * whose endpoint says so (`offline: 'queue'`) is kept where there is no connection, shown as done, and sent later.
 */
export function writes<E extends Endpoint>(endpoint: E, overlay?: Overlay<E>) {
  if (overlay) registerOverlay(endpoint, overlay)
  const way = endpoint.offline === 'queue' && overlay ? orKeep<E> : send<E>
  return mutationOptions({
    mutationKey: [nounOf(endpoint.id), endpoint.id],
    mutationFn: async ({ version, onProgress, signal, ...input }: WriteInput<E>, { client }) => {
      const options = { version, onProgress, signal }
      const answer = await way(client, endpoint, input as CallInput<E>, options).catch((error) => {
        // What is on screen is out of date, or may be.
        if (signal?.aborted || (error instanceof ApiProblem && error.code === 'version_stale'))
          makeStale(client)
        throw error
      })
      if (!answer.queued) afterWrite(client, endpoint, input, answer.reply)
      return answer
    },
  })
}

type Way<E extends Endpoint> = (
  client: QueryClient,
  endpoint: E,
  input: CallInput<E>,
  options: CallOptions,
) => Promise<Answer<E>>

function send<E extends Endpoint>(...[, endpoint, input, options]: Parameters<Way<E>>): Promise<Answer<E>> {
  return callWithMeta(endpoint, input, options)
}

/** The code that keeps writes comes with the first of them. */
async function orKeep<E extends Endpoint>(...args: Parameters<Way<E>>): Promise<Answer<E>> {
  const loaded = await import('./outbox/send-or-keep.ts').catch(() => null)
  return loaded ? loaded.sendOrKeep(...args) : send(...args)
}
