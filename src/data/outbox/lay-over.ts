import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import { type Laid, overlayOf, type ReadInput } from './overlays.ts'
import { keepTruth, truthOf } from './truths.ts'
import type { WaitingWrite } from './waiting-write.ts'

/** A write with its reply, once that has come. */
export interface Shown {
  write: WaitingWrite
  reply?: unknown
}

/** A waiting write as overlays see it, with the reply that came or is expected; null without an overlay. */
export function laidOf({ write, reply }: Shown): Laid | null {
  const overlay = overlayOf(write.endpoint.id)
  if (!overlay) return null
  const { id, at, version, base, file, actor } = write
  const known = {
    id,
    at,
    version,
    base,
    file,
    actor: actor.id ? { id: actor.id, name: actor.name ?? '' } : null,
    input: write.input,
  } as Parameters<typeof overlay.reply>[0]
  return { ...known, reply: (reply ?? overlay.reply(known)) as never }
}

/** Lays what waits over what the API said, in the order it was made. */
function laidOver(query: Query, truth: unknown, shown: readonly Shown[]): unknown {
  const [, read, input = {}, kind] = query.queryKey as [string, string, ReadInput?, string?]
  let answer = truth
  for (const one of shown) {
    const lays = overlayOf(one.write.endpoint.id)?.apply.filter((lay) => lay.read === read) ?? []
    if (lays.length === 0) continue
    const laid = laidOf(one)
    if (!laid) continue
    for (const { onto } of lays) {
      answer =
        kind === 'pages'
          ? eachPage(answer as InfiniteData<unknown>, (page) => onto(page, laid, input))
          : onto(answer, laid, input)
    }
  }
  return answer
}

function eachPage(data: InfiniteData<unknown>, change: (page: unknown) => unknown): InfiniteData<unknown> {
  const pages = data.pages.map(change)
  return pages.every((page, n) => page === data.pages[n]) ? data : { ...data, pages }
}

function show(query: Query, truth: unknown, shown: readonly Shown[]): void {
  if (typeof truth !== 'object' || truth === null) return
  let answer: unknown
  try {
    answer = laidOver(query, truth, shown)
  } catch (error) {
    // An overlay of another build's write may not fit: what the API said stands then, and the write still waits.
    console.warn('What waits could not be shown', error)
    answer = truth
  }
  if (typeof answer === 'object' && answer !== null) keepTruth(answer, truth)
  if (answer !== query.state.data) query.setState({ data: answer })
}

/**
 * Keeps what waits laid over the cache: over every answer as it comes, and over all of them when `refresh` is called.
 * The cache shows the two together, `truthOf` gives the one alone.
 */
export function layOver(
  client: QueryClient,
  shown: () => readonly Shown[],
): { refresh: () => void; end: () => void } {
  const cache = client.getQueryCache()
  const refresh = () => {
    for (const query of cache.getAll()) show(query, truthOf(query.state.data), shown())
  }
  const end = cache.subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    // Whatever object it is, it has just come: it may be one that was shown before.
    show(event.query, event.query.state.data, shown())
  })
  return { refresh, end }
}
