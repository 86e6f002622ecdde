import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import type { ListPage } from '../../data/options.ts'

/**
 * Puts a card where it was dropped before the API has answered, in every list under the key that is loaded. Gives the
 * way back: only this card, since other moves may be under way.
 */
export async function placeCard<Row extends { id: string }>(
  client: QueryClient,
  queryKey: QueryKey,
  id: string,
  patch: Partial<Row>,
): Promise<() => void> {
  const lists = { queryKey }
  // An answer that is on its way would put the card back.
  await client.cancelQueries(lists)
  let before: Row | undefined
  const place = (change: (row: Row) => Row) =>
    client.setQueriesData<InfiniteData<ListPage<Row>>>(lists, (data) => {
      if (!data || !('pages' in data)) return data
      const pages = data.pages.map((page) => ({
        ...page,
        items: page.items.map((row) => (row.id === id ? change(row) : row)),
      }))
      return { ...data, pages }
    })
  place((row) => {
    before ??= row
    return { ...row, ...patch }
  })
  return () => {
    const row = before
    if (row) place(() => row)
  }
}
