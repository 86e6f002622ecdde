import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { AgreementRow } from '../../../contract/agreements.ts'
import type { ListPage } from '../../../data/options.ts'
import type { OpenStage } from '../../../domain/agreement.ts'

type Pages = InfiniteData<ListPage<AgreementRow>>

/**
 * Puts the card where it was dropped before the API has answered, in every list that is loaded. Gives the way back:
 * only this card, since other moves may be under way.
 */
export async function placeCard(client: QueryClient, id: string, stage: OpenStage): Promise<() => void> {
  const lists = { queryKey: ['agreements', 'agreements.list'] }
  // An answer that is on its way would put the card back.
  await client.cancelQueries(lists)
  let before: AgreementRow['status'] | undefined
  const place = (status: AgreementRow['status']) =>
    client.setQueriesData<Pages>(lists, (data) => {
      if (!data || !('pages' in data)) return data
      const pages = data.pages.map((page) => ({
        ...page,
        items: page.items.map((row) => {
          if (row.id !== id) return row
          before ??= row.status
          return { ...row, status }
        }),
      }))
      return { ...data, pages }
    })
  place(stage)
  return () => {
    if (before) place(before)
  }
}
