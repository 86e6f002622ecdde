import { infiniteQueryOptions } from '@tanstack/react-query'
import type { CallInput, Endpoint, Reply } from '../contract/endpoint.ts'
import { call } from './client.ts'
import { pagesKey } from './keys.ts'

/** Where a page begins, and how one gets back to it: the page before, and that before, to the first, which has none. */
interface PageStart<Page> {
  /** Null: the first page. */
  cursor: string | null
  /** How many rows come before it. */
  at: number
  before: PageStart<Page> | null
  /** The list's first page without its rows: what it says of the whole list. */
  first: Page | null
}

const beginning = { cursor: null, at: 0, before: null, first: null }

/** How many rows come before the first page that is held. */
export const rowsBefore = (data: { pageParams: unknown[] } | undefined): number =>
  (data?.pageParams[0] as PageStart<unknown> | null | undefined)?.at ?? 0

/** What the list's first page says of all its rows, whether it is held or not. */
export const firstPageOf = <Page>(
  data: { pages: Page[]; pageParams: unknown[] } | undefined,
): Page | undefined => (data?.pageParams[0] as PageStart<Page> | null | undefined)?.first ?? data?.pages[0]

type Paged = { items: unknown[]; next: string | null }

/**
 * Options of a list of any length, of which only some pages are held: those that one has scrolled past are let go and asked
 * for again on the way back. A page is found by its cursor both ways, so no page costs more than another.
 */
export function windows<E extends Endpoint>(endpoint: E, mostPages: number) {
  type Page = Reply<E> & Paged
  type Start = PageStart<Page> | null
  return (query?: NonNullable<CallInput<E>['query']>) =>
    infiniteQueryOptions({
      queryKey: pagesKey(endpoint, { query }),
      queryFn: async ({ signal, pageParam }) => {
        const cursor = pageParam?.cursor
        const input = { query: { ...query, ...(cursor ? { cursor } : {}) } }
        return (await call(endpoint, input as CallInput<E>, { signal })) as Page
      },
      initialPageParam: null as Start,
      maxPages: mostPages,
      getNextPageParam: (last, _pages, start): Start =>
        last.next === null
          ? null
          : {
              cursor: last.next,
              at: (start?.at ?? 0) + last.items.length,
              before: start ?? beginning,
              first: start?.first ?? { ...last, items: [] },
            },
      getPreviousPageParam: (_first, _pages, start): Start => start?.before ?? null,
    })
}
